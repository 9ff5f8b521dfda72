// SPDX-License-Identifier: Apache-2.0

#include "net.h"

// tcp-connect PORT COUNT: connects that many times, one after the other, each time waiting for the peer to close.

int main(int argc, char **argv) {
    char byte;
    double began = now();
    for (int count = atoi(argv[2]); count > 0; count--) {
        int fd = connect_to(atoi(argv[1]));
        if (check(read(fd, &byte, 1), "read") != 0) return 1;
        close(fd);
    }
    printf("%.6f\n", now() - began);
    return 0;
}
