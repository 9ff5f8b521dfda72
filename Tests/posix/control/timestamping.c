// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// SO_TIMESTAMPING: when the system received a datagram; and when it sent one, through the error queue.

enum { TX_SOFTWARE = 1 << 1, RX_SOFTWARE = 1 << 3, SOFTWARE = 1 << 4, OPT_TSONLY = 1 << 11 };

static void show_times(struct message *m) {
    struct timespec times[3];
    struct cmsghdr *c = find_control(m, SOL_SOCKET, SCM_TIMESTAMPING);
    if (!c) {
        printf("no times\n");
        return;
    }
    EXPECT_EQ(c->cmsg_len - CMSG_LEN(0), sizeof times);
    memcpy(times, CMSG_DATA(c), sizeof times);
    time_t now = time(NULL);
    printf("%s, %d, %d\n", times[0].tv_sec <= now + 1 && times[0].tv_sec > now - 60 ? "now" : "another time",
           (int)times[1].tv_sec, (int)times[2].tv_sec);
}

int main(void) {
    struct endpoint at;
    struct message m;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    int receiving = RX_SOFTWARE | SOFTWARE, sending = TX_SOFTWARE | SOFTWARE | OPT_TSONLY, got[2];
    socklen_t len = sizeof got;
    SHOW(setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING, &receiving, sizeof receiving));
    SHOW(getsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING, got, &len));
    printf("%d bytes, flags %x\n", (int)len, got[0]);
    SHOW(setsockopt(sender, SOL_SOCKET, SO_TIMESTAMPING, &sending, sizeof sending));
    // The system begins to look at the clock some time after it was asked to.
    long long until = now_ms() + 10000;
    do {
        REQUIRE(sendto(fd, "x", 1, 0, &at.any, at.len));
        REQUIRE(receive(fd, &m, 0));
    } while (!find_control(&m, SOL_SOCKET, SCM_TIMESTAMPING) && now_ms() < until);
    show_times(&m);
    SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
    SHOW(receive(fd, &m, 0));
    EXPECT(wait_for(sender, POLLERR) & POLLERR);
    SHOW(receive(sender, &m, MSG_ERRQUEUE));
    printf("from the error queue: %d\n", (m.head.msg_flags & MSG_ERRQUEUE) != 0);
    show_times(&m);
    return t_status;
}
