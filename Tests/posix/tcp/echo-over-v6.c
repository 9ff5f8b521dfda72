// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A whole conversation over ::1, with the addresses that both ends see.

int main(void) {
    int pair[2];
    char got[16] = "";
    connected_pair(AF_INET6, pair);
    struct endpoint peer = {.len = sizeof peer.storage}, client = local_of(pair[0]);
    SHOW(getpeername(pair[1], &peer.any, &peer.len));
    printf("%s, length %d, scope %d\n", address_text(&peer), (int)peer.len, (int)peer.v6.sin6_scope_id);
    EXPECT(same_endpoint(&peer, &client));
    SHOW(write(pair[0], "ping", 4));
    SHOW(read(pair[1], got, sizeof got));
    SHOW(write(pair[1], got, 4));
    SHOW(read(pair[0], got, sizeof got));
    printf("%s\n", got);
    return t_status;
}
