// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// IP_OPTIONS: options of the header that read back as they were set, padded, and arrive; malformed ones; too many.

static void set(const char *what, int fd, const char *bytes, int len) {
    unsigned char got[64];
    socklen_t size = sizeof got;
    errno = 0;
    int result = setsockopt(fd, IPPROTO_IP, IP_OPTIONS, bytes, len);
    printf("%s: %s,", what, result < 0 ? errname(errno) : "ok");
    if (getsockopt(fd, IPPROTO_IP, IP_OPTIONS, got, &size) < 0) printf(" %s", errname(errno));
    else
        for (socklen_t i = 0; i < size; i++) printf(" %02x", got[i]);
    printf("\n");
}

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at);
    char byte;
    set("record route", fd, "\7\7\4\0\0\0\0", 7);
    SHOW(sendto(fd, "x", 1, 0, &at.any, at.len));
    SHOW(recv(fd, &byte, 1, 0));
    set("none", fd, "", 0);
    set("no operations", fd, "\1\1\1\1", 4);
    set("two of them", fd, "\1\1", 2);
    set("end", fd, "\0\1\2\3", 4);
    set("timestamp", fd, "\104\10\5\0\0\0\0\0", 8);
    set("length of 0", fd, "\7\0\4\0", 4);
    set("longer than there is", fd, "\7\13\4\0", 4);
    set("unknown", fd, "\236\4\0\0", 4);
    set("too many", fd, "\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1", 41);
    set("loose route", fd, "\1\203\7\4\177\0\0\1", 8);
    set("strict route, malformed", fd, "\211\2\4\0", 4);
    for (socklen_t room = 0; room < 10; room++) {
        unsigned char got[16];
        socklen_t size = room;
        int result = getsockopt(fd, IPPROTO_IP, IP_OPTIONS, got, &size);
        printf("room %d: %d, %d\n", (int)room, result, (int)size);
    }
    return t_status;
}
