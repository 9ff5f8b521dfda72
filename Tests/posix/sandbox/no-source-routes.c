// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-outbound udp://127.0.0.1:* --allow-inbound udp://127.0.0.1:0
// stderr: refused a source route in IP_OPTIONS; allow it with --allow-net

#include "../test.h"

// A packet with a source route goes to other places than the one that was judged: refused, wherever it hides among
// options. Other options are the program's own affair.

static void set(const char *what, int fd, const char *bytes, int len) {
    int result = setsockopt(fd, IPPROTO_IP, IP_OPTIONS, bytes, len);
    printf("%s: %s\n", what, result < 0 ? errname(errno) : "ok");
}

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), six = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    set("loose", fd, "\203\7\4\177\0\0\1", 7);
    set("strict", fd, "\211\7\4\177\0\0\1", 7);
    set("after others", fd, "\1\1\7\7\4\0\0\0\0\203\7\4\177\0\0\1", 16);
    set("by a socket of IPv6", six, "\203\7\4\177\0\0\1", 7);
    set("cut", fd, "\203", 1);
    set("behind the end", fd, "\0\203\7\4\177\0\0\1", 8);
    set("record route", fd, "\7\7\4\0\0\0\0", 7);
    return t_status;
}
