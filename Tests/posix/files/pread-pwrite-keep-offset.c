// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"
#include <sys/uio.h>

// Positioned reads and writes, with one buffer and with several, leave the offset alone.

int main(void) {
    int fd = REQUIRE(open("file", O_RDWR | O_CREAT | O_TRUNC, 0644));
    char a[4] = "", b[8] = "";
    struct iovec out[2] = {{"XY", 2}, {"Z", 1}}, in[2] = {{a, 3}, {b, 7}};
    SHOW(write(fd, "0123456789", 10));
    SHOW(pwrite(fd, "ab", 2, 3));
    SHOW(pread(fd, a, 3, 2));
    printf("%s\n", a);
    SHOW(pwritev(fd, out, 2, 8));
    SHOW(preadv(fd, in, 2, 5));
    printf("%s %s\n", a, b);
    SHOW(pread(fd, a, 3, 100));
    SHOW(pread(fd, a, 3, -1));
    SHOW(lseek(fd, 0, SEEK_CUR));
    return t_status;
}
