// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A connected UDP socket sends without an address and hears its peer only.

int main(void) {
    struct endpoint a_at, b_at, c_at, peer = {.len = sizeof peer.storage};
    int a = bound_socket(AF_INET, SOCK_DGRAM, &a_at), b = bound_socket(AF_INET, SOCK_DGRAM, &b_at);
    int c = bound_socket(AF_INET, SOCK_DGRAM, &c_at);
    char got[16] = "";
    SHOW(getpeername(a, &peer.any, &peer.len));
    SHOW(connect(a, &b_at.any, b_at.len));
    SHOW(getpeername(a, &peer.any, &peer.len));
    EXPECT(same_endpoint(&peer, &b_at));
    SHOW(sendto(c, "stranger", 8, 0, &a_at.any, a_at.len));
    SHOW(sendto(b, "friend", 6, 0, &a_at.any, a_at.len));
    SHOW(recv(a, got, sizeof got, 0));
    printf("%s\n", got);
    SHOW(recv(a, got, sizeof got, MSG_DONTWAIT));
    SHOW(write(a, "to b", 4));
    memset(got, 0, sizeof got);
    SHOW(read(b, got, sizeof got));
    printf("%s\n", got);
    SHOW(connect(a, &c_at.any, c_at.len));
    SHOW(send(a, "to c", 4, 0));
    SHOW(recv(c, got, sizeof got, 0));
    printf("%s\n", got);
    return t_status;
}
