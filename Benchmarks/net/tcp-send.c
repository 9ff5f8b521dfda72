// SPDX-License-Identifier: Apache-2.0

#include "net.h"

// tcp-send PORT MEBIBYTES: a stream of 64 KiB writes, until the peer says that it has read all.

int main(int argc, char **argv) {
    static char block[BLOCK];
    long long bytes = atoll(argv[2]) << 20;
    int fd = connect_to(atoi(argv[1]));
    double began = now();
    for (; bytes > 0; bytes -= BLOCK) write_all(fd, block, BLOCK);
    check(shutdown(fd, SHUT_WR), "shutdown");
    if (check(read(fd, block, 1), "read") != 1) return 1;
    printf("%.6f\n", now() - began);
    return 0;
}
