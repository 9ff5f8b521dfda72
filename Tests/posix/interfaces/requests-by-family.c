// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <net/if.h>
#include <sys/ioctl.h>

// Only sockets of IPv4 tell addresses of interfaces, and behind a colon is the name of an address.

static void ask(int fd, const char *name) {
    static const struct {
        unsigned long request;
        const char *name;
    } requests[] = {{SIOCGIFINDEX, "INDEX"}, {SIOCGIFFLAGS, "FLAGS"}, {SIOCGIFMTU, "MTU"}, {SIOCGIFADDR, "ADDR"},
                    {SIOCGIFNETMASK, "NETMASK"}, {SIOCGIFBRDADDR, "BRDADDR"}};
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        struct ifreq request;
        memset(&request, 0, sizeof request);
        strncpy(request.ifr_name, name, IFNAMSIZ - 1);
        printf("%s of '%s': ", requests[i].name, name);
        int result = ioctl(fd, requests[i].request, &request);
        printf("%s, still '%s'\n", result == 0 ? "told" : errname(errno), request.ifr_name);
    }
}

int main(void) {
    static const int families[] = {AF_INET, AF_INET6, AF_UNIX};
    for (size_t i = 0; i < 3; i++) {
        printf("family %zu\n", i);
        int fd = REQUIRE(socket(families[i], SOCK_DGRAM, 0));
        ask(fd, "lo");
        ask(fd, "lo:1");
        ask(fd, "none");
        ask(fd, "none:1");
        close(fd);
    }
    return t_status;
}
