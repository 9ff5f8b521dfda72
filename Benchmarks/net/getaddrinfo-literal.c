// SPDX-License-Identifier: Apache-2.0

#include "net.h"

#include <netdb.h>

// getaddrinfo-literal COUNT: addresses that are written out, one of each family in turn, which no resolver is asked about.

int main(int argc, char **argv) {
    static const char *const literals[] = {"192.0.2.17", "2001:db8::17"};
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    double began = now();
    for (int count = atoi(argv[1]); count > 0; count--) {
        if (getaddrinfo(literals[count & 1], "8080", &hints, &found) != 0) return 1;
        freeaddrinfo(found);
    }
    printf("%.6f\n", now() - began);
    return 0;
}
