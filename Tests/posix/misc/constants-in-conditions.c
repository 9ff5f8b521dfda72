// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

// Constants that programs compare in #if, which must be numbers there. libuv does so with O_NDELAY and O_NONBLOCK.

#if O_NDELAY != O_NONBLOCK || EAGAIN != EWOULDBLOCK || O_RDONLY == O_WRONLY
#error "Linux has them so"
#endif

#if (O_CREAT | O_EXCL | O_TRUNC | O_APPEND | O_NONBLOCK | O_DIRECTORY | O_SYNC | O_DSYNC | O_CLOEXEC) == 0
#error "flags of open"
#endif

#if TIMER_ABSTIME == 0 || POLLIN == POLLOUT || AF_INET == AF_INET6 || SIGALRM != 14 || WNOHANG == 0 || SEEK_END != 2
#error "constants"
#endif

int main(void) {
    int fd = SHOW_OK(open("file", O_CREAT | O_EXCL | O_RDWR | O_APPEND, 0600));
    printf("append: %d\n", (fcntl(fd, F_GETFL) & O_APPEND) != 0);
    SHOW(open("file", O_CREAT | O_EXCL | O_RDWR, 0600));
    SHOW((int)write(fd, "12345", 5));
    SHOW_OK(open("file", O_TRUNC | O_WRONLY));
    SHOW((int)lseek(fd, 0, SEEK_END));
    SHOW(open("file", O_DIRECTORY | O_RDONLY));
    return t_status;
}
