// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/select.h>

// A select server in one process with its clients: accepts, upcases lines, and notices who leaves.

enum { CLIENTS = 8, ROUNDS = 5 };

static int serve_once(int listener, fd_set *watched, int *highest) {
    fd_set in = *watched;
    struct timeval timeout = {0, 0};
    if (select(*highest + 1, &in, NULL, NULL, &timeout) <= 0) return 0;
    int events = 0;
    for (int fd = 0; fd <= *highest; fd++) {
        if (!FD_ISSET(fd, &in)) continue;
        events++;
        if (fd == listener) {
            int peer = REQUIRE(accept(listener, NULL, NULL));
            FD_SET(peer, watched);
            if (peer > *highest) *highest = peer;
            continue;
        }
        char line[32];
        ssize_t n = read(fd, line, sizeof line);
        for (ssize_t i = 0; i < n; i++) line[i] = line[i] >= 'a' && line[i] <= 'z' ? line[i] - 32 : line[i];
        if (n > 0) write_all(fd, line, n);
        if (n <= 0) FD_CLR(fd, watched), close(fd);
    }
    return events;
}

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), highest = listener, clients[CLIENTS], right = 0;
    fd_set watched;
    FD_ZERO(&watched);
    FD_SET(listener, &watched);
    for (int i = 0; i < CLIENTS; i++) {
        clients[i] = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
        REQUIRE(connect(clients[i], &at.any, at.len));
    }
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < CLIENTS; i++) write_all(clients[i], "hello", 5);
        for (int i = 0; i < CLIENTS; i++) {
            struct pollfd answered = {clients[i], POLLIN, 0};
            while (poll(&answered, 1, 0) == 0) serve_once(listener, &watched, &highest);
            char got[6] = "";
            read_all(clients[i], got, 5);
            right += strcmp(got, "HELLO") == 0;
        }
    }
    for (int i = 0; i < CLIENTS; i++) close(clients[i]);
    while (serve_once(listener, &watched, &highest)) continue;
    int left = 0;
    for (int fd = 0; fd <= highest; fd++) left += FD_ISSET(fd, &watched) != 0;
    printf("%d answers right, %d descriptors left\n", right, left);
    return t_status;
}
