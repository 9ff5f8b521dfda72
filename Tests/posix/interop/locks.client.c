// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <sys/file.h>

// See locks.server.c.

static int fd, file;

static void step(const char *what) {
    char byte;
    REQUIRE(read(fd, &byte, 1) == 1 ? 0 : -1);
    puts(what);
}

static void next(void) { write_all(fd, "x", 1); }

static void show_lock(int type) {
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET};
    REQUIRE(fcntl(file, F_GETLK, &lock));
    if (lock.l_type == F_UNLCK) puts("free");
    else
        printf("%s from %d, %d bytes, by another process: %d\n", lock.l_type == F_RDLCK ? "read" : "write",
               (int)lock.l_start, (int)lock.l_len, lock.l_pid > 0);
}

int main(int argc, char **argv) {
    struct endpoint at = loopback(AF_INET, atoi(argv[argc - 1]));
    fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(fd, &at.any, at.len));
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 12, .l_len = 1};
    step("a part for writing");
    file = REQUIRE(open("locked", O_RDWR));
    show_lock(F_RDLCK);
    SHOW(fcntl(file, F_SETLK, &lock));
    next();
    step("a part for reading");
    show_lock(F_RDLCK);
    show_lock(F_WRLCK);
    next();
    step("the file");
    SHOW(flock(file, LOCK_SH | LOCK_NB));
    next();
    SHOW(flock(file, LOCK_SH));
    step("nothing");
    show_lock(F_WRLCK);
    next();
    step("all of it");
    lock.l_start = 0;
    SHOW(fcntl(file, F_SETLK, &lock));
    next();
    SHOW(fcntl(file, F_SETLKW, &lock));
    step("closed");
    next();
    return t_status;
}
