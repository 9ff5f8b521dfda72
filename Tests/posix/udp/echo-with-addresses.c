// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// sendto and recvfrom there and back, over both families: the sender's address arrives with the datagram.

static void echo(int family) {
    struct endpoint client_at, server_at, from = {.len = sizeof from.storage};
    int client = bound_socket(family, SOCK_DGRAM, &client_at), server = bound_socket(family, SOCK_DGRAM, &server_at);
    char got[16] = "";
    SHOW(sendto(client, "ping", 4, 0, &server_at.any, server_at.len));
    SHOW(recvfrom(server, got, sizeof got, 0, &from.any, &from.len));
    printf("%s from %s, length %d\n", got, address_text(&from), (int)from.len);
    EXPECT(same_endpoint(&from, &client_at));
    SHOW(sendto(server, "pong", 4, 0, &from.any, from.len));
    from.len = sizeof from.storage;
    SHOW(recvfrom(client, got, sizeof got, 0, &from.any, &from.len));
    printf("%s\n", got);
    EXPECT(same_endpoint(&from, &server_at));
}

int main(void) {
    echo(AF_INET);
    echo(AF_INET6);
    return t_status;
}
