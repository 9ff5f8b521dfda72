// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <net/if.h>
#include <netinet/tcp.h>

// Options whose value is a name: SO_BINDTODEVICE and TCP_CONGESTION, in rooms and with lengths of all kinds.

static void device(int fd, const char *name, socklen_t len) {
    char got[IFNAMSIZ];
    socklen_t size = sizeof got;
    errno = 0;
    int result = setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, name, len);
    printf("device '%.*s': %s", (int)len, name, result < 0 ? errname(errno) : "ok");
    if (getsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, got, &size) < 0) printf(", %s\n", errname(errno));
    else printf(", '%.*s', %d\n", (int)size, size ? got : "", (int)size);
}

static void congestion(int fd, const char *name, socklen_t len) {
    char got[32] = "";
    socklen_t size = sizeof got;
    errno = 0;
    int result = setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, name, len);
    printf("congestion '%.*s': %s", (int)len, name, result < 0 ? errname(errno) : "ok");
    REQUIRE(getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, got, &size));
    printf(", '%s', %d\n", got, (int)size);
}

int main(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    device(fd, "nothing0", 8);
    device(fd, "a name that is far too long", 27);
    device(fd, "", 0);
    device(fd, "lo", 2);
    device(fd, "lo", 3);
    // A socket that is bound to one stays so, for an ordinary user.
    device(fd, "", 0);
    for (socklen_t room = 0; room <= 17; room++) {
        char got[17];
        socklen_t size = room;
        int result = getsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, got, &size);
        printf("room %d: %s %d\n", (int)room, result < 0 ? errname(errno) : "ok", (int)size);
    }
    int index = if_nametoindex("lo"), got = -1;
    socklen_t size = sizeof got;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_BINDTOIFINDEX, &got, &size));
    EXPECT_EQ(index, got);
    congestion(fd, "reno", 4);
    congestion(fd, "reno", 5);
    congestion(fd, "re\0no", 6);
    congestion(fd, "no such algorithm", 17);
    congestion(fd, "", 0);
    for (socklen_t room = 0; room <= 17; room++) {
        char name[17];
        size = room;
        int result = getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, name, &size);
        printf("room %d: %s %d\n", (int)room, result < 0 ? errname(errno) : "ok", (int)size);
    }
    return t_status;
}
