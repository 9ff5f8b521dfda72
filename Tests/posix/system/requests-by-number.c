// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/ioctl.h>

// ioctl's requests as programs number them themselves, and one that nothing answers.

int main(void) {
    SHOW(_IO('T', 1));
    SHOW(_IOR('T', 0x30, unsigned));
    SHOW(_IOW(0x94, 9, int));
    SHOW(_IOWR('x', 255, char[100]));
    EXPECT(TIOCGPTN == _IOR('T', 0x30, unsigned));
    unsigned number;
    int pipe_ends[2], fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(pipe(pipe_ends));
    SHOW(ioctl(pipe_ends[0], TIOCGPTN, &number));
    SHOW(ioctl(fd, TIOCGPTN, &number));
    SHOW(ioctl(fd, _IOWR('x', 255, char[100]), &number));
    SHOW(ioctl(99, _IO('x', 1)));
    return t_status;
}
