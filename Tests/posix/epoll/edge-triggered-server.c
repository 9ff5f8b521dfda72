// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// A server over an edge-triggered set echoes what several clients send.

int main(void) {
    enum { CLIENTS = 8, SIZE = 200000 };
    struct endpoint at;
    int set = REQUIRE(epoll_create1(0)), listener = listening_socket(AF_INET, &at), done = 0;
    static unsigned char data[CLIENTS][SIZE];
    size_t sent[CLIENTS] = {0}, got[CLIENTS] = {0};
    int clients[CLIENTS];
    unsigned sums[CLIENTS];
    set_nonblocking(listener, 1);
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.u32 = 1000};
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, listener, &event));
    for (int i = 0; i < CLIENTS; i++) {
        clients[i] = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
        REQUIRE(connect(clients[i], &at.any, at.len));
        set_nonblocking(clients[i], 1);
        for (size_t k = 0; k < SIZE; k++) data[i][k] = pattern(k + (size_t)i);
        sums[i] = CHECKSUM_START;
        event = (struct epoll_event){.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.u32 = (unsigned)i};
        REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, clients[i], &event));
    }
    while (done < CLIENTS) {
        struct epoll_event events[4];
        int count = REQUIRE(epoll_wait(set, events, 4, 10000));
        if (count == 0) { t_error("nothing for ten seconds"); break; }
        for (int e = 0; e < count; e++) {
            unsigned id = events[e].data.u32;
            if (id == 1000) {
                for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
                    event = (struct epoll_event){.events = EPOLLIN, .data.u32 = 2000 + (unsigned)fd};
                    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, fd, &event));
                }
            } else if (id >= 2000) {
                static unsigned char block[4096];
                int fd = (int)id - 2000;
                ssize_t n = recv(fd, block, sizeof block, MSG_PEEK);
                ssize_t echoed = n > 0 ? write(fd, block, (size_t)n) : 0;
                if (echoed > 0) REQUIRE(read(fd, block, (size_t)echoed));
            } else {
                unsigned char block[4096];
                ssize_t n;
                while ((n = read(clients[id], block, sizeof block)) > 0) {
                    sums[id] = checksum(sums[id], block, (size_t)n);
                    got[id] += (size_t)n;
                    if (got[id] == SIZE) done++;
                }
                while (sent[id] < SIZE && (n = write(clients[id], data[id] + sent[id], SIZE - sent[id])) > 0)
                    sent[id] += (size_t)n;
            }
        }
    }
    for (int i = 0; i < CLIENTS; i++)
        printf("%d: %zu %d\n", i, got[i], sums[i] == checksum(CHECKSUM_START, data[i], SIZE));
    return t_status;
}
