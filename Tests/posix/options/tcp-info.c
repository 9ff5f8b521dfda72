// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <netinet/tcp.h>
#include <stddef.h>

// TCP_INFO: the states of a connection, what was sent and received, and structures cut at any length.

static struct tcp_info info(int fd) {
    struct tcp_info info;
    socklen_t len = sizeof info;
    memset(&info, 0, sizeof info);
    REQUIRE(getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &len));
    EXPECT(len >= 104);
    return info;
}

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), fresh = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), pair[2];
    printf("listener %d, fresh %d\n", info(listener).tcpi_state, info(fresh).tcpi_state);
    EXPECT_EQ(info(listener).tcpi_state, TCP_LISTEN);
    connected_pair(AF_INET, pair);
    struct tcp_info connected = info(pair[0]);
    printf("connected: %d, options %x, mss %d, advertised %d, pmtu %d\n", connected.tcpi_state, connected.tcpi_options,
           (int)connected.tcpi_snd_mss, (int)connected.tcpi_advmss, (int)connected.tcpi_pmtu);
    EXPECT(connected.tcpi_rto >= 200000);
    EXPECT(connected.tcpi_snd_cwnd > 0);
    EXPECT(connected.tcpi_rcv_space > 0);
    REQUIRE(shutdown(pair[0], SHUT_WR));
    char byte;
    SHOW(recv(pair[1], &byte, 1, 0));
    printf("closed by the peer: %d, and the other %d\n", info(pair[1]).tcpi_state, info(pair[0]).tcpi_state);
    unsigned char whole[104], part[105], after[104];
    for (socklen_t room = 0; room <= 104; room++) {
        socklen_t len;
        // Times are among the values: read within one tick of the clock.
        do {
            REQUIRE(getsockopt(fresh, IPPROTO_TCP, TCP_INFO, whole, &(socklen_t){sizeof whole}));
            len = room;
            memset(part, 0x55, sizeof part);
            REQUIRE(getsockopt(fresh, IPPROTO_TCP, TCP_INFO, part, &len));
            REQUIRE(getsockopt(fresh, IPPROTO_TCP, TCP_INFO, after, &(socklen_t){sizeof after}));
        } while (memcmp(whole, after, sizeof whole) != 0);
        EXPECT_EQ(len, room);
        EXPECT(memcmp(whole, part, room) == 0);
        EXPECT(part[room] == 0x55);
    }
    SHOW(setsockopt(fresh, IPPROTO_TCP, TCP_INFO, whole, sizeof whole));
    return t_status;
}
