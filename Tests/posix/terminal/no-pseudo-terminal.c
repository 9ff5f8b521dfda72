// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <utmp.h>

// The functions of pseudo-terminals, about descriptors that are none.

static void ask(int fd) {
    char name[32] = "untouched";
    SHOW(grantpt(fd));
    SHOW(unlockpt(fd));
    int error = ptsname_r(fd, name, sizeof name);
    printf("ptsname_r: %s, %s\n", errname(error), name);
    EXPECT(ptsname(fd) == NULL);
    printf("ptsname: %s\n", errname(errno));
    SHOW(login_tty(fd));
}

int main(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), ends[2];
    REQUIRE(pipe(ends));
    ask(fd);
    ask(ends[0]);
    ask(REQUIRE(open("file", O_RDWR | O_CREAT, 0600)));
    ask(-1);
    ask(99);
    return t_status;
}
