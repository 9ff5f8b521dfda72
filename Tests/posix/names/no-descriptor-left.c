// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>
#include <sys/resource.h>

// A lookup takes a descriptor: without any left it fails, and literals do not.

static void look_up(const char *host, const char *service) {
    struct addrinfo *found = NULL;
    errno = 0;
    int error = getaddrinfo(host, service, NULL, &found);
    printf("%s: %s", host, error == 0 ? "found" : gai_strerror(error));
    printf(error == EAI_SYSTEM ? ", %s\n" : "\n", errname(errno));
    if (error == 0) freeaddrinfo(found);
}

int main(void) {
    // The GNU library reads its configuration at the first lookup.
    look_up("localhost", NULL);
    struct rlimit limit;
    REQUIRE(getrlimit(RLIMIT_NOFILE, &limit));
    limit.rlim_cur = 3;
    REQUIRE(setrlimit(RLIMIT_NOFILE, &limit));
    look_up("localhost", NULL);
    look_up("localhost", "80");
    look_up("127.0.0.1", "80");
    look_up("::1", NULL);
    SHOW(gethostbyname("localhost") == NULL);
    EXPECT_EQ(h_errno, NETDB_INTERNAL);
    REQUIRE(close(STDIN_FILENO));
    look_up("localhost", NULL);
    return t_status;
}
