// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/:ro
// setup: echo text >file; mkdir sub

#include "../test.h"
#include <sys/stat.h>

// A directory granted with :ro is read and never changed.

static const char *outcome(int result) { return result < 0 ? "refused" : "ALLOWED"; }

int main(void) {
    char got[8] = "";
    struct timespec times[2] = {{1, 0}, {1, 0}};
    int fd = SHOW_OK(open("file", O_RDONLY));
    SHOW(read(fd, got, sizeof got));
    printf("write: %s\n", outcome(open("file", O_WRONLY)));
    printf("update: %s\n", outcome(open("file", O_RDWR)));
    printf("truncate on open: %s\n", outcome(open("file", O_RDONLY | O_TRUNC)));
    printf("create: %s\n", outcome(open("new", O_RDONLY | O_CREAT, 0644)));
    printf("create below: %s\n", outcome(open("sub/new", O_WRONLY | O_CREAT, 0644)));
    printf("mkdir: %s\n", outcome(mkdir("new", 0755)));
    printf("rmdir: %s\n", outcome(rmdir("sub")));
    printf("unlink: %s\n", outcome(unlink("file")));
    printf("rename: %s\n", outcome(rename("file", "other")));
    printf("link: %s\n", outcome(link("file", "other")));
    printf("symlink: %s\n", outcome(symlink("file", "other")));
    printf("times: %s\n", outcome(utimensat(AT_FDCWD, "file", times, 0)));
    printf("times of open file: %s\n", outcome(futimens(fd, times)));
    SHOW(pread(fd, got, sizeof got, 0));
    return t_status;
}
