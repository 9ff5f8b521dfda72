// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"

// Timeout 0 looks and returns, a positive one waits that long, with sockets and without.

static void timed(const char *what, int result, long long began, long long least) {
    printf("%s: %d\n", what, result);
    EXPECT(now_ms() - began >= least);
    EXPECT(now_ms() - began < least + 5000);
}

int main(void) {
    struct endpoint at;
    struct pollfd polled = {listening_socket(AF_INET, &at), POLLIN, 0x7fff};
    struct timespec none = {0, 0}, some = {0, 30 * 1000000}, wrong = {0, 1000000000}, negative = {-1, 0};
    long long began = now_ms();
    timed("poll, 0 ms", poll(&polled, 1, 0), began, 0);
    EXPECT_EQ(polled.revents, 0);
    began = now_ms();
    timed("poll, 30 ms", poll(&polled, 1, 30), began, 30);
    began = now_ms();
    timed("poll of nothing, 30 ms", poll(NULL, 0, 30), began, 30);
    began = now_ms();
    timed("poll of nothing, 0 ms", poll(NULL, 0, 0), began, 0);
    began = now_ms();
    timed("ppoll, 0 ms", ppoll(&polled, 1, &none, NULL), began, 0);
    began = now_ms();
    timed("ppoll, 30 ms", ppoll(&polled, 1, &some, NULL), began, 30);
    SHOW(ppoll(&polled, 1, &wrong, NULL));
    SHOW(ppoll(&polled, 1, &negative, NULL));
    return t_status;
}
