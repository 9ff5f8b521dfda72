// SPDX-License-Identifier: Apache-2.0

#include "net.h"

// tcp-receive PORT MEBIBYTES: reads a stream of that length, up to 64 KiB a time, to its end.

int main(int argc, char **argv) {
    static char block[BLOCK];
    long long bytes = atoll(argv[2]) << 20;
    int fd = connect_to(atoi(argv[1]));
    long n;
    double began = now();
    while ((n = check(read(fd, block, BLOCK), "read")) > 0) bytes -= n;
    printf("%.6f\n", now() - began);
    return bytes == 0 ? 0 : 1;
}
