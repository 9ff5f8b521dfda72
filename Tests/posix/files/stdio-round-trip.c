// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Buffered files: formatted output and input, seeking, pushing back, update mode, appending, errors.

int main(void) {
    char line[64];
    FILE *f = fopen("file", "w+");
    if (!f) return t_error("fopen: %s", errname(errno)), 1;
    for (int i = 0; i < 1000; i++) fprintf(f, "%d %x %s\n", i, i * 7, i % 2 ? "odd" : "even");
    SHOW(ftell(f));
    rewind(f);
    int number, hex, sum = 0;
    char word[8];
    while (fscanf(f, "%d %x %7s", &number, (unsigned *)&hex, word) == 3) sum += number + hex;
    SHOW(sum);
    SHOW(feof(f) != 0);
    SHOW(fseek(f, -12, SEEK_END));
    SHOW(fgets(line, sizeof line, f) ? 0 : -1);
    printf("%s", line);
    SHOW(ungetc('Q', f));
    SHOW(fgetc(f));
    SHOW(fseek(f, 0, SEEK_SET));
    SHOW(fputs("patched", f) >= 0);
    SHOW(fclose(f));
    f = fopen("file", "r");
    SHOW(fgets(line, sizeof line, f) ? 0 : -1);
    printf("%s", line);
    SHOW(fputc('x', f) == EOF);
    SHOW(ferror(f) != 0);
    SHOW(fclose(f));
    f = fopen("file", "a");
    fprintf(f, "appended\n");
    SHOW(fclose(f));
    f = fopen("file", "r");
    while (fgets(line, sizeof line, f)) continue;
    printf("%s", line);
    SHOW(fclose(f));
    SHOW(fopen("none", "r") ? 0 : -1);
    EXPECT(fopen("file", "q") == NULL);
    return t_status;
}
