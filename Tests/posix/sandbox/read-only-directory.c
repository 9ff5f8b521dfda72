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
    printf("mode: %s\n", outcome(chmod("file", 0600)));
    printf("the same mode: %s\n", outcome(chmod("file", 0644)));
    printf("mode of open file: %s\n", outcome(fchmod(fd, 0600)));
    printf("mode of a directory: %s\n", outcome(chmod("sub", 0700)));
    printf("mode of this one: %s\n", outcome(chmod(".", 0700)));
    printf("owner: %s\n", outcome(chown("file", getuid(), getgid())));
    printf("owner of open file: %s\n", outcome(fchown(fd, getuid(), getgid())));
    printf("fifo: %s\n", outcome(mkfifo("other", 0600)));
    printf("size: %s\n", outcome(truncate("file", 0)));
    printf("size of open file: %s\n", outcome(ftruncate(fd, 0)));
    SHOW(chmod("file", 0600));
    SHOW(chmod("nothing", 0600));
    SHOW(access("file", R_OK));
    SHOW(access("file", W_OK));
    SHOW(access("sub", W_OK));
    SHOW(access("nothing", W_OK));
    SHOW(pread(fd, got, sizeof got, 0));
    return t_status;
}
