// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <limits.h>
#include <sys/uio.h>

// Vectors with empty parts, no parts, and too many.

int main(void) {
    int pair[2];
    char a[4] = "", b[8] = "";
    connected_pair(AF_INET, pair);
    struct iovec out[4] = {{"one", 3}, {"", 0}, {NULL, 0}, {"two!", 4}};
    struct iovec in[4] = {{NULL, 0}, {a, 3}, {a, 0}, {b, 7}};
    SHOW(writev(pair[0], out, 4));
    wait_for(pair[1], POLLIN);
    SHOW(readv(pair[1], in, 4));
    printf("%s %s\n", a, b);
    SHOW(writev(pair[0], out + 1, 2));
    SHOW(writev(pair[0], out, 0));
    SHOW(readv(pair[1], in, 0));
    SHOW(readv(pair[1], in, 1));
    volatile int negative = -1;
    SHOW(writev(pair[0], out, negative));
    SHOW(readv(pair[1], in, negative));
    static struct iovec many[1025];
    for (int i = 0; i < 1025; i++) many[i] = (struct iovec){"x", 1};
    SHOW(writev(pair[0], many, 1024));
    SHOW(writev(pair[0], many, 1025));
    return t_status;
}
