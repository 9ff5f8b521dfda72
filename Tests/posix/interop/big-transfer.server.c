// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Sends eight megabytes with blocking writes of odd sizes.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    printf("%d\n", port_of(&at));
    fflush(stdout);
    int peer = REQUIRE(accept(listener, NULL, NULL));
    static unsigned char buffer[70001];
    unsigned sum = CHECKSUM_START;
    size_t total = 8 << 20, done = 0;
    while (done < total) {
        size_t n = total - done < sizeof buffer ? total - done : sizeof buffer;
        for (size_t i = 0; i < n; i++) buffer[i] = pattern(done + i);
        sum = checksum(sum, buffer, n);
        write_all(peer, buffer, n);
        done += n;
    }
    printf("%zu bytes, checksum %08x\n", done, sum);
    return t_status;
}
