// SPDX-License-Identifier: Apache-2.0

#include "net.h"

// tcp-accept COUNT: prints its port, then accepts and closes that many connections.

int main(int argc, char **argv) {
    int listener = listen_and_print(), count = atoi(argv[1]);
    close(check(accept(listener, NULL, NULL), "accept"));
    double began = now();
    for (int i = 1; i < count; i++) close(check(accept(listener, NULL, NULL), "accept"));
    printf("%.6f\n", now() - began);
    return 0;
}
