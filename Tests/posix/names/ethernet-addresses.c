// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netinet/ether.h>

// Ethernet addresses as text and back.

static void read_address(const char *text) {
    struct ether_addr *address = ether_aton(text);
    printf("\"%s\": %s\n", text, address ? ether_ntoa(address) : "none");
}

static void read_line(const char *line) {
    struct ether_addr address;
    char name[64] = "";
    int result = ether_line(line, &address, name);
    printf("\"%s\": %d", line, result);
    if (result == 0) printf(" %s %s", ether_ntoa(&address), name);
    printf("\n");
}

int main(void) {
    static const char *const texts[] = {"0:1:2:3:4:5", "ff:FF:0a:A0:00:01", "1:2:3:4:5", "1:2:3:4:5:6:7", "g:0:0:0:0:0", "100:0:0:0:0:0", "1-2-3-4-5-6", "", "1:2:3:4:5:", "::::::", " 1:2:3:4:5:6", "1:2:3:4:5:6 ", "1:2:3:4:5:6x"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) read_address(texts[i]);
    struct ether_addr address;
    char text[18];
    EXPECT(ether_aton_r("12:34:56:78:9a:bc", &address) == &address);
    EXPECT(ether_ntoa_r(&address, text) == text);
    printf("%s\n", text);
    read_line("1:2:3:4:5:6 host");
    read_line("1:2:3:4:5:6\thost.name  # comment");
    read_line("  1:2:3:4:5:6 host");
    read_line("# 1:2:3:4:5:6 host");
    read_line("1:2:3:4:5:6");
    read_line("1:2:3:4:5:6 #host");
    read_line("1:2:3:4:5 host");
    read_line("");
    printf("%d\n", ether_hostton("no-such-host", &address));
    EXPECT(ether_ntohost(text, &address) != 0);
    return t_status;
}
