// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <netdb.h>

// The functions that go through lists: they end, start over, and hold what every list holds.

static int protocols(void) {
    int count = 0, tcp = 0;
    struct protoent *entry;
    while ((entry = getprotoent())) {
        count++;
        if (strcmp(entry->p_name, "tcp") == 0) tcp += entry->p_proto == 6;
    }
    EXPECT_EQ(tcp, 1);
    EXPECT(count > 5);
    return count;
}

static int services(void) {
    int count = 0, https = 0;
    struct servent *entry;
    while ((entry = getservent())) {
        count++;
        if (strcmp(entry->s_name, "https") == 0 && strcmp(entry->s_proto, "tcp") == 0) https += ntohs(entry->s_port) == 443;
    }
    EXPECT_EQ(https, 1);
    EXPECT(count > 20);
    return count;
}

static int hosts(void) {
    int count = 0;
    struct hostent *entry;
    while ((entry = gethostent())) {
        EXPECT(entry->h_name && entry->h_addr_list[0] && (entry->h_length == 4 || entry->h_length == 16));
        count++;
    }
    return count;
}

static int networks(void) {
    int count = 0;
    struct netent *entry;
    while ((entry = getnetent())) {
        EXPECT(entry->n_name && entry->n_addrtype == AF_INET);
        count++;
    }
    return count;
}

int main(void) {
    int first = protocols();
    EXPECT(getprotoent() == NULL);
    setprotoent(1);
    EXPECT_EQ(protocols(), first);
    endprotoent();
    EXPECT_EQ(protocols(), first);
    endprotoent();
    first = services();
    EXPECT(getservent() == NULL);
    setservent(1);
    EXPECT_EQ(services(), first);
    endservent();
    EXPECT_EQ(services(), first);
    endservent();
    first = hosts();
    EXPECT(gethostent() == NULL);
    sethostent(1);
    EXPECT_EQ(hosts(), first);
    endhostent();
    EXPECT_EQ(hosts(), first);
    endhostent();
    first = networks();
    EXPECT(getnetent() == NULL);
    setnetent(1);
    EXPECT_EQ(networks(), first);
    endnetent();
    EXPECT_EQ(networks(), first);
    endnetent();
    EXPECT(getnetbyname("no-such-network") == NULL);
    EXPECT(getnetbyaddr(0xdddddd, AF_INET) == NULL);

    char buffer[1024];
    struct hostent entry, *result;
    int error = 0;
    unsigned char loopback[4] = {127, 0, 0, 1};
    printf("%d", gethostbyaddr_r(loopback, 4, AF_INET, &entry, buffer, sizeof buffer, &result, &error));
    printf(" %s %d\n", result ? result->h_name : "none", error);
    printf("%s", errname(gethostbyaddr_r(loopback, 4, AF_INET, &entry, buffer, 8, &result, &error)));
    printf(" %d\n", result == NULL);
    printf("%d\n", gethostbyaddr_r(loopback, 3, AF_INET, &entry, buffer, sizeof buffer, &result, &error) != 0 && result == NULL);
    return t_status;
}
