// SPDX-License-Identifier: Apache-2.0

#include "net.h"

// tcp-pingpong PORT ROUNDS: one byte there, one byte back.

int main(int argc, char **argv) {
    char byte = 'x';
    int fd = connect_to(atoi(argv[1]));
    double began = now();
    for (int rounds = atoi(argv[2]); rounds > 0; rounds--) {
        check(send(fd, &byte, 1, 0), "send");
        if (check(recv(fd, &byte, 1, 0), "recv") != 1) return 1;
    }
    printf("%.6f\n", now() - began);
    return 0;
}
