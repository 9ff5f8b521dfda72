// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// What an IPv6 socket sends to an address of IPv4 has control messages of that, and those of IPv6 are passed over; to one of
// its own it is the other way round.

static void try_to(const char *text, int port) {
    static const struct {
        int level, type, value;
        size_t size;
    } messages[] = {{IPPROTO_IP, IP_TTL, 256, 4}, {IPPROTO_IP, IP_TTL, 64, 4}, {IPPROTO_IP, IP_TTL, 64, 2}, {IPPROTO_IP, IP_TOS, 8, 4},
                    {IPPROTO_IPV6, IPV6_HOPLIMIT, 256, 4}, {IPPROTO_IPV6, IPV6_HOPLIMIT, 64, 4}, {IPPROTO_IPV6, IPV6_HOPLIMIT, 64, 2}};
    int fd = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    struct endpoint to = loopback(AF_INET6, port);
    inet_pton(AF_INET6, text, &to.v6.sin6_addr);
    printf("to %s\n", text);
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        struct message m;
        message_init(&m, 0);
        add_control(&m, messages[i].level, messages[i].type, &messages[i].value, messages[i].size);
        m.head.msg_name = &to.any;
        m.head.msg_namelen = to.len;
        printf("level %d, type %d, value %d of %zu: ", messages[i].level, messages[i].type, messages[i].value, messages[i].size);
        SHOW(sendmsg(fd, &m.head, 0));
    }
    close(fd);
}

int main(void) {
    struct endpoint four, six;
    int receiver = bound_socket(AF_INET, SOCK_DGRAM, &four), other = bound_socket(AF_INET6, SOCK_DGRAM, &six);
    try_to("::ffff:127.0.0.1", port_of(&four));
    try_to("::1", port_of(&six));
    close(receiver);
    close(other);
    return t_status;
}
