// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <sys/file.h>

// Locks hold between programs: takes some, and lets the client look at them and wait for them.

static void step(int fd, const char *what) {
    char byte;
    write_all(fd, "x", 1);
    REQUIRE(read(fd, &byte, 1) == 1 ? 0 : -1);
    puts(what);
}

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    int file = REQUIRE(open("locked", O_RDWR | O_CREAT, 0600));
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 10, .l_len = 5};
    printf("%d\n", port_of(&at));
    fflush(stdout);
    int fd = REQUIRE(accept(listener, NULL, NULL));
    SHOW(fcntl(file, F_SETLK, &lock));
    step(fd, "a part for writing");
    lock.l_type = F_RDLCK;
    SHOW(fcntl(file, F_SETLK, &lock));
    step(fd, "a part for reading");
    lock = (struct flock){.l_type = F_UNLCK, .l_whence = SEEK_SET};
    SHOW(fcntl(file, F_SETLK, &lock));
    SHOW(flock(file, LOCK_EX));
    step(fd, "the file");
    // The client waits by now, or is about to.
    SHOW(flock(file, LOCK_UN));
    step(fd, "nothing");
    lock = (struct flock){.l_type = F_WRLCK, .l_whence = SEEK_SET};
    SHOW(fcntl(file, F_SETLK, &lock));
    step(fd, "all of it");
    REQUIRE(close(file));
    step(fd, "closed");
    return t_status;
}
