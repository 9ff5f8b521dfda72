// SPDX-License-Identifier: Apache-2.0

#include "net.h"

// udp-packets COUNT: datagrams of 100 bytes from one socket of this program to another, each received before the next.

int main(int argc, char **argv) {
    static char packet[100];
    struct sockaddr_in at = loopback(0);
    socklen_t len = sizeof at;
    int receiver = check(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    int sender = check(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    check(bind(receiver, (struct sockaddr *)&at, len), "bind");
    check(getsockname(receiver, (struct sockaddr *)&at, &len), "getsockname");
    double began = now();
    for (int count = atoi(argv[1]); count > 0; count--) {
        check(sendto(sender, packet, sizeof packet, 0, (struct sockaddr *)&at, sizeof at), "sendto");
        if (check(recvfrom(receiver, packet, sizeof packet, 0, NULL, NULL), "recvfrom") != sizeof packet) return 1;
    }
    printf("%.6f\n", now() - began);
    return 0;
}
