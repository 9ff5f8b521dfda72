// SPDX-License-Identifier: Apache-2.0
// setup: printf 'box localhost\nbad example.invalid\n' > aliases
// netwasi: --dir @SCRATCH@::/ --env HOSTALIASES=/aliases --allow-resolve localhost
// stderr: allow it with --allow-resolve example.invalid

#include "../test.h"
#include <netdb.h>

// The user's own names of hosts (HOSTALIASES) are names of the program's: what they stand for is asked about, and has to be
// allowed.

static void look(const char *name) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *found;
    int error = getaddrinfo(name, NULL, &hints, &found);
    char text[64] = "";
    if (error == 0) getnameinfo(found->ai_addr, found->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST);
    printf("%s: %s %s\n", name, error == 0 ? "ok" : error == EAI_SYSTEM ? errname(errno) : gai_strerror(error), text);
    if (error == 0) freeaddrinfo(found);
}

int main(void) {
    look("box");
    look("bad");
    struct hostent *host = gethostbyname("BOX");
    printf("%s\n", host != NULL && host->h_addrtype == AF_INET ? "found" : "not found");
    // That there is no such file is no error of anything.
    REQUIRE(setenv("HOSTALIASES", "/missing", 1));
    errno = EDOM;
    look("localhost");
    EXPECT_EQ(errno, EDOM);
    return t_status;
}
