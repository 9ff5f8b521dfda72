// SPDX-License-Identifier: Apache-2.0
// setup: printf 'one\n\nthree is longer than the others by far, so that the buffer has to grow once or twice for it, and again\nlast:with:colons' > lines.txt

#define _GNU_SOURCE
#include "../test.h"

// Lines of any length, and streams over memory.

int main(void) {
    FILE *file = fopen("lines.txt", "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    while ((length = getline(&line, &room, file)) >= 0) {
        printf("%d: %s%s", (int)length, line, line[length - 1] == '\n' ? "" : "|\n");
        EXPECT(room > (size_t)length);
    }
    printf("%d %d\n", feof(file), ferror(file));
    rewind(file);
    while ((length = getdelim(&line, &room, ':', file)) >= 0) printf("%d, last %c\n", (int)length, line[length - 1]);
    fclose(file);
    free(line);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fprintf(out, "%d-%s", 42, "x");
    fflush(out);
    printf("%s %d\n", text, (int)size);
    fputs(" more", out);
    fclose(out);
    printf("%s %d\n", text, (int)size);
    free(text);
    char buffer[16] = "hello world";
    FILE *in = fmemopen(buffer, 11, "r");
    char word[8];
    EXPECT_EQ(fscanf(in, "%7s", word), 1);
    printf("%s %ld\n", word, ftell(in));
    fclose(in);
    char *formatted;
    printf("%d", asprintf(&formatted, "%05d", 7));
    printf(" %s\n", formatted);
    free(formatted);
    fflush(stdout);
    dprintf(1, "%s %d\n", "dprintf", 1);
    char separated[] = "a,b,,c", *rest = separated, *part;
    while ((part = strsep(&rest, ","))) printf("[%s]", part);
    printf("\n");
    return t_status;
}
