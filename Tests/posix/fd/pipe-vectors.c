// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/uio.h>

// readv and writev on pipes and files.

int main(void) {
    int ends[2], fd = REQUIRE(open("file", O_RDWR | O_CREAT | O_TRUNC, 0644));
    char a[4] = "", b[8] = "";
    REQUIRE(pipe(ends));
    struct iovec out[3] = {{"one", 3}, {NULL, 0}, {"two", 3}}, in[2] = {{a, 3}, {b, 7}};
    SHOW(writev(ends[1], out, 3));
    SHOW(readv(ends[0], in, 2));
    printf("%s %s\n", a, b);
    SHOW(writev(fd, out, 3));
    SHOW(lseek(fd, 1, SEEK_SET));
    SHOW(readv(fd, in, 2));
    printf("%s %.2s\n", a, b);
    SHOW(readv(fd, in, 2));
    SHOW(readv(-1, in, 2));
    SHOW(writev(-1, out, 2));
    return t_status;
}
