// SPDX-License-Identifier: Apache-2.0

#include "net.h"

// The fixed other side of every network measurement, native always.
//
//   peer sink             prints a port; reads a connection to its end, then answers one byte
//   peer source BYTES     prints a port; writes BYTES in 64 KiB blocks
//   peer echo             prints a port; returns each byte as it comes
//   peer answer COUNT     prints a port; accepts COUNT connections, one after the other, and closes each
//   peer get PORT COUNT   asks an HTTP server COUNT times for /file on one connection; prints the seconds
//   peer call PORT COUNT  connects COUNT times, one after the other, each time waiting for the peer to close

static char block[4 * BLOCK];

static int accept_one(void) {
    int on = 1, fd = check(accept(listen_and_print(), NULL, NULL), "accept");
    check(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "TCP_NODELAY");
    return fd;
}

static void sink(void) {
    int fd = accept_one();
    while (check(read(fd, block, sizeof block), "read") > 0) continue;
    write_all(fd, block, 1);
}

static void source(long long bytes) {
    int fd = accept_one();
    for (; bytes > 0; bytes -= BLOCK) write_all(fd, block, bytes < BLOCK ? bytes : BLOCK);
}

static void echo(void) {
    int fd = accept_one();
    long n;
    while ((n = check(read(fd, block, sizeof block), "read")) > 0) write_all(fd, block, n);
}

static void answer(int count) {
    int listener = listen_and_print();
    for (int i = 0; i < count; i++) close(check(accept(listener, NULL, NULL), "accept"));
}

// The length of the body that a head announces; ends the program when it is no success.
static long body_length(const char *head) {
    const char *length = strstr(head, "Content-Length: ");
    if (strncmp(head, "HTTP/1.1 200 ", 13) != 0 || length == NULL) exit(1);
    return atol(length + strlen("Content-Length: "));
}

static void get(int port, int count) {
    static const char request[] = "GET /file HTTP/1.1\r\nHost: localhost\r\n\r\n";
    int fd = connect_to(port);
    double began = now();
    for (; count > 0; count--) {
        long got = 0, wanted = BLOCK;
        write_all(fd, request, sizeof request - 1);
        while (got < wanted) {
            long n = check(read(fd, block + got, wanted - got), "read");
            if (n == 0) exit(1);
            block[got += n] = '\0';
            const char *body = wanted == BLOCK ? strstr(block, "\r\n\r\n") : NULL;
            if (body != NULL) wanted = body + 4 - block + body_length(block);
        }
    }
    printf("%.6f\n", now() - began);
}

static void call(int port, int count) {
    for (int i = 0; i < count; i++) {
        int fd = connect_to(port);
        if (check(read(fd, block, 1), "read") != 0) exit(1);
        close(fd);
    }
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    if (strcmp(what, "sink") == 0) return sink(), 0;
    if (strcmp(what, "source") == 0 && argc == 3) return source(atoll(argv[2])), 0;
    if (strcmp(what, "echo") == 0) return echo(), 0;
    if (strcmp(what, "answer") == 0 && argc == 3) return answer(atoi(argv[2])), 0;
    if (strcmp(what, "get") == 0 && argc == 4) return get(atoi(argv[2]), atoi(argv[3])), 0;
    if (strcmp(what, "call") == 0 && argc == 4) return call(atoi(argv[2]), atoi(argv[3])), 0;
    fputs("usage: peer sink | source BYTES | echo | answer COUNT | get PORT COUNT | call PORT COUNT\n", stderr);
    return 2;
}
