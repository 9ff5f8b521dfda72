// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Byte order, the constants of <netinet/in.h>, and the IN6_IS_ADDR tests.

int main(void) {
    static const char *const texts[] = {"::", "::1", "::ffff:1.2.3.4", "::1.2.3.4", "fe80::1", "fec0::1", "ff02::1",
                                        "2001:db8::1"};
    struct in6_addr a, b = in6addr_any;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        REQUIRE(inet_pton(AF_INET6, texts[i], &a) == 1 ? 0 : -1);
        printf("%s:%s%s%s%s%s%s%s\n", texts[i], IN6_IS_ADDR_UNSPECIFIED(&a) ? " unspecified" : "",
               IN6_IS_ADDR_LOOPBACK(&a) ? " loopback" : "", IN6_IS_ADDR_V4MAPPED(&a) ? " mapped" : "",
               IN6_IS_ADDR_V4COMPAT(&a) ? " compatible" : "", IN6_IS_ADDR_LINKLOCAL(&a) ? " link-local" : "",
               IN6_IS_ADDR_SITELOCAL(&a) ? " site-local" : "", IN6_IS_ADDR_MULTICAST(&a) ? " multicast" : "");
    }
    EXPECT(IN6_ARE_ADDR_EQUAL(&b, &in6addr_any));
    struct in6_addr initialised = IN6ADDR_LOOPBACK_INIT;
    EXPECT(IN6_ARE_ADDR_EQUAL(&initialised, &in6addr_loopback));
    EXPECT_EQ(((unsigned char *)&(uint16_t){htons(0x1234)})[0], 0x12);
    EXPECT_EQ(((unsigned char *)&(uint32_t){htonl(0x12345678)})[3], 0x78);
    EXPECT_EQ(ntohs(htons(0xabcd)), 0xabcd);
    EXPECT_EQ(ntohl(htonl(0xdeadbeef)), 0xdeadbeef);
    EXPECT_EQ(IN_MULTICAST(0xe0000001), 1);
    EXPECT_EQ(INADDR_LOOPBACK, 0x7f000001);
    EXPECT_EQ(sizeof(struct sockaddr_in), 16);
    EXPECT_EQ(sizeof(struct sockaddr_in6), 28);
    EXPECT_EQ(sizeof(struct sockaddr_storage), 128);
    EXPECT_EQ(INET_ADDRSTRLEN, 16);
    EXPECT_EQ(INET6_ADDRSTRLEN, 46);
    printf("done\n");
    return t_status;
}
