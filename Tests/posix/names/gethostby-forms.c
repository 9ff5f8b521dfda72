// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <netdb.h>

// The older lookups, of addresses in text and of loopback: what is filled in, what is refused, rooms of every size.

static const char *h_name(int error) {
    static const char *const names[] = {"0", "HOST_NOT_FOUND", "TRY_AGAIN", "NO_RECOVERY", "NO_DATA"};
    return error == -1 ? "NETDB_INTERNAL" : error >= 0 && error < 5 ? names[error] : "?";
}

static void show_host(const char *what, const struct hostent *host, int error) {
    char text[INET6_ADDRSTRLEN];
    if (!host) return (void)printf("%s: none, %s\n", what, h_name(error));
    printf("%s: %s, family %s, length %d, aliases %d:", what, host->h_name, host->h_addrtype == AF_INET ? "v4" : host->h_addrtype == AF_INET6 ? "v6" : "?",
           host->h_length, host->h_aliases != NULL);
    for (char **address = host->h_addr_list; *address; address++) printf(" %s", inet_ntop(host->h_addrtype, *address, text, sizeof text));
    printf("\n");
}

static void by_name(const char *name) {
    struct hostent *host = gethostbyname(name);
    show_host(name, host, h_errno);
}

static void by_name2(const char *name, int family) {
    struct hostent *host = gethostbyname2(name, family);
    show_host(name, host, h_errno);
}

static void by_address(const char *what, const void *address, socklen_t length, int family) {
    struct hostent *host = gethostbyaddr(address, length, family);
    show_host(what, host, h_errno);
}

int main(void) {
    by_name("127.0.0.1");
    by_name("127.1");
    by_name("1.2.3.4");
    by_name("255.255.255.255");
    by_name2("127.0.0.1", AF_INET);
    by_name2("::1", AF_INET6);
    by_name2("2001:db8::1", AF_INET6);
    by_name2("::ffff:1.2.3.4", AF_INET6);

    struct hostent entry, *result;
    char buffer[1024];
    int error = 0, ok = 0, small = 0, other = 0;
    for (size_t size = 0; size <= sizeof buffer; size += 8) {
        int code = gethostbyname_r("127.0.0.1", &entry, buffer, size, &result, &error);
        if (code == 0 && result == &entry) ok++;
        else if (code == ERANGE && !result && error == NETDB_INTERNAL) small++;
        else other++;
    }
    printf("some fit %d, some do not %d, others %d\n", ok > 0, small > 0, other);
    EXPECT_EQ(gethostbyname2_r("::1", AF_INET6, &entry, buffer, sizeof buffer, &result, &error), 0);
    show_host("::1", result, error);
    EXPECT((char *)entry.h_addr_list >= buffer && (char *)entry.h_addr_list < buffer + sizeof buffer);

    struct in_addr loopback4 = {htonl(INADDR_LOOPBACK)};
    by_address("too short", &loopback4, 3, AF_INET);
    by_address("wrong family", &loopback4, 4, 99);
    by_address("other length", &loopback4, 4, AF_INET6);
    printf("%s|%s|%s\n", hstrerror(HOST_NOT_FOUND), hstrerror(0), hstrerror(NO_RECOVERY));
    return t_status;
}
