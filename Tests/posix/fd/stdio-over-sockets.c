// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// fdopen on both ends of a connection: lines by fprintf and fgets, the end of file by shutdown.

int main(void) {
    int pair[2];
    char line[64];
    connected_pair(AF_INET, pair);
    FILE *out = fdopen(pair[0], "w"), *in = fdopen(pair[1], "r");
    EXPECT(out && in);
    for (int i = 0; i < 3; i++) EXPECT(fprintf(out, "line %d of %s\n", i, "text") > 0);
    SHOW(fflush(out));
    SHOW(shutdown(fileno(out), SHUT_WR));
    while (fgets(line, sizeof line, in)) printf("%s", line);
    printf("end %d, error %d\n", feof(in) != 0, ferror(in) != 0);
    SHOW(fclose(in));
    SHOW(fclose(out));
    SHOW(close(pair[0]));
    return t_status;
}
