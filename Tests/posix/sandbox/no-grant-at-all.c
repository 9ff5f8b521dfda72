// SPDX-License-Identifier: Apache-2.0
// netwasi: --max-processes 1

#define _GNU_SOURCE
#include "../test.h"
#include <dirent.h>

// A program that was granted nothing has its arguments, its output, clocks and memory, and no files.

int main(int argc, char **argv) {
    SHOW(argc);
    printf("file: %s\n", open("file", O_RDONLY) < 0 ? "refused" : "ALLOWED");
    printf("new file: %s\n", open("new", O_WRONLY | O_CREAT, 0644) < 0 ? "refused" : "ALLOWED");
    printf("root: %s\n", opendir("/") ? "ALLOWED" : "refused");
    printf("HOME: %s\n", getenv("HOME") ? "INHERITED" : "unset");
    // What a daemon cannot do here is not told, and leaves no trace.
    errno = EDOM;
    int result = daemon(0, 1);
    printf("daemon: %d %s\n", result, errname(errno));
    int ends[2];
    char got[4];
    SHOW(pipe(ends));
    SHOW(write(ends[1], "abc", 3));
    SHOW(read(ends[0], got, sizeof got));
    EXPECT(time(NULL) > 1600000000);
    return t_status;
}
