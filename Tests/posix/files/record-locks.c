// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>

// Locks of parts of a file, of the process and of open file descriptions, which stand in each other's way.

static struct flock part(int type, off_t start, off_t length) {
    return (struct flock){.l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length};
}

static void show_lock(const char *what, int fd, int command, struct flock lock) {
    int result = fcntl(fd, command, &lock);
    printf("%s: ", what);
    if (result < 0) printf("%s\n", errname(errno));
    else if (lock.l_type == F_UNLCK) puts("free");
    else
        printf("%s from %d, %d bytes, whence %d, by %s\n", lock.l_type == F_RDLCK ? "read" : "write", (int)lock.l_start,
               (int)lock.l_len, lock.l_whence, lock.l_pid == -1 ? "a description" : "a process");
}

static volatile sig_atomic_t handled;
static void handler(int signal) { handled += signal == SIGALRM; }

int main(void) {
    int one = REQUIRE(open("file", O_RDWR | O_CREAT, 0600)), two = REQUIRE(open("file", O_RDWR));
    struct flock lock = part(F_WRLCK, 10, 10);
    write_all(one, "0123456789012345678901234567890123456789", 40);
    SHOW(fcntl(one, F_SETLK, &lock));
    show_lock("the process sees its own", two, F_GETLK, part(F_WRLCK, 0, 0));
    show_lock("a description sees it", two, F_OFD_GETLK, part(F_WRLCK, 0, 0));
    show_lock("even that through which it was taken", one, F_OFD_GETLK, part(F_RDLCK, 15, 1));
    show_lock("beside it", one, F_OFD_GETLK, part(F_RDLCK, 20, 0));
    lock = part(F_RDLCK, 5, 10);
    SHOW(fcntl(two, F_OFD_SETLK, &lock));
    lock = part(F_RDLCK, 5, 5);
    SHOW(fcntl(two, F_OFD_SETLK, &lock));
    show_lock("and the process that", one, F_GETLK, part(F_WRLCK, 0, 0));
    lock = part(F_UNLCK, 12, 2);
    SHOW(fcntl(one, F_SETLK, &lock));
    show_lock("a hole", two, F_OFD_GETLK, part(F_WRLCK, 12, 2));
    show_lock("before the hole", two, F_OFD_GETLK, part(F_WRLCK, 10, 100));
    show_lock("behind the hole", two, F_OFD_GETLK, part(F_WRLCK, 13, 100));

    puts("closing any descriptor of the file ends the process's");
    int copy = REQUIRE(dup(one));
    REQUIRE(close(copy));
    show_lock("after a copy", two, F_OFD_GETLK, part(F_WRLCK, 0, 0));
    lock = part(F_WRLCK, 20, 5);
    SHOW(fcntl(one, F_SETLK, &lock));
    int third = REQUIRE(open("file", O_RDONLY));
    REQUIRE(close(third));
    show_lock("after another", two, F_OFD_GETLK, part(F_WRLCK, 0, 0));
    show_lock("the description's stays", one, F_GETLK, part(F_WRLCK, 0, 0));
    copy = REQUIRE(dup(two));
    REQUIRE(close(copy));
    show_lock("and stays", one, F_GETLK, part(F_WRLCK, 0, 0));
    lock = part(F_WRLCK, 0, 1);
    SHOW(fcntl(one, F_SETLK, &lock));
    REQUIRE(dup2(two, one));
    show_lock("after dup2", two, F_OFD_GETLK, part(F_WRLCK, 0, 1));
    REQUIRE(close(two));
    two = REQUIRE(open("file", O_RDWR));

    puts("waiting");
    struct sigaction action = {.sa_handler = handler};
    REQUIRE(sigaction(SIGALRM, &action, NULL));
    lock = part(F_WRLCK, 5, 1);
    alarm(1);
    SHOW(fcntl(two, F_SETLKW, &lock));
    alarm(1);
    SHOW(fcntl(two, F_OFD_SETLKW, &lock));
    printf("handled %d\n", (int)handled);
    lock = part(F_WRLCK, 5, 1);
    SHOW(fcntl(two, F_SETLK, &lock));
    REQUIRE(close(one));
    SHOW(fcntl(two, F_SETLKW, &lock));

    puts("whence, and errors");
    int reader = REQUIRE(open("file", O_RDONLY)), writer = REQUIRE(open("file", O_WRONLY));
    REQUIRE(lseek(two, 30, SEEK_SET));
    lock = (struct flock){.l_type = F_WRLCK, .l_whence = SEEK_CUR, .l_start = -5, .l_len = 3};
    SHOW(fcntl(two, F_SETLK, &lock));
    show_lock("from the position", reader, F_OFD_GETLK, part(F_RDLCK, 20, 20));
    lock = (struct flock){.l_type = F_WRLCK, .l_whence = SEEK_END, .l_start = -4, .l_len = 0};
    SHOW(fcntl(two, F_SETLK, &lock));
    show_lock("from the end", reader, F_OFD_GETLK, part(F_RDLCK, 30, 0));
    lock = part(F_WRLCK, 35, -3);
    SHOW(fcntl(two, F_SETLK, &lock));
    show_lock("backwards", reader, F_OFD_GETLK, part(F_RDLCK, 30, 5));
    lock = part(F_WRLCK, 0, 1);
    SHOW(fcntl(reader, F_SETLK, &lock));
    lock = part(F_RDLCK, 0, 1);
    SHOW(fcntl(writer, F_SETLK, &lock));
    lock = part(F_RDLCK, -1, 1);
    SHOW(fcntl(two, F_SETLK, &lock));
    lock = part(7, 0, 1);
    SHOW(fcntl(two, F_SETLK, &lock));
    SHOW(fcntl(two, F_GETLK, &lock));
    lock = part(F_UNLCK, 0, 1);
    SHOW(fcntl(two, F_GETLK, &lock));
    lock = (struct flock){.l_type = F_RDLCK, .l_whence = 9};
    SHOW(fcntl(two, F_SETLK, &lock));
    lock = part(F_RDLCK, 0, 1);
    lock.l_pid = 3;
    SHOW(fcntl(two, F_OFD_SETLK, &lock));
    SHOW(fcntl(99, F_SETLK, &lock));
    SHOW(fcntl(two, F_SETLK, NULL));
    return t_status;
}
