// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Four megabytes from one nonblocking end to the other, driven by poll: far more than the kernel buffers.

enum { TOTAL = 4 << 20, CHUNK = 37777 };

int main(void) {
    int pair[2], blocked = 0;
    static unsigned char out[CHUNK], in[CHUNK];
    size_t sent = 0, received = 0;
    unsigned wanted = CHECKSUM_START, got = CHECKSUM_START;
    connected_pair(AF_INET, pair);
    // Else the kernel's buffers may grow until all of it fits.
    const int small = 65536;
    REQUIRE(setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &small, sizeof small));
    REQUIRE(setsockopt(pair[1], SOL_SOCKET, SO_RCVBUF, &small, sizeof small));
    set_nonblocking(pair[0], 1);
    set_nonblocking(pair[1], 1);
    for (int open = 1; open;) {
        struct pollfd polled[2] = {{.fd = sent < TOTAL ? pair[0] : -1, .events = POLLOUT},
                                   {.fd = pair[1], .events = POLLIN}};
        if (poll(polled, 2, 10000) <= 0) return t_error("poll: %s", errname(errno)), 1;
        while ((polled[0].revents & POLLOUT) && sent < TOTAL) {
            size_t n = TOTAL - sent < CHUNK ? TOTAL - sent : CHUNK;
            for (size_t i = 0; i < n; i++) out[i] = pattern(sent + i);
            ssize_t done = send(pair[0], out, n, 0);
            if (done < 0) {
                EXPECT_EQ(errno, EAGAIN);
                blocked++;
                break;
            }
            wanted = checksum(wanted, out, done);
            sent += done;
            if (sent == TOTAL) REQUIRE(shutdown(pair[0], SHUT_WR));
        }
        ssize_t n = polled[1].revents ? recv(pair[1], in, CHUNK, 0) : -1;
        if (n > 0) got = checksum(got, in, n), received += n;
        if (n == 0) open = 0;
    }
    printf("%zu sent, %zu received, checksum %08x\n", sent, received, got);
    EXPECT_EQ(got, wanted);
    EXPECT(blocked > 0);
    return t_status;
}
