// SPDX-License-Identifier: Apache-2.0
// setup: umask 022; : > f; : > run; chmod 755 run; mkdir d; ln -s f link; ln -s nowhere broken

#define _GNU_SOURCE
#include "../test.h"
#include <stdbool.h>
#include <sys/stat.h>

// access and its kin. What a mode refuses depends on who asks, but for what nobody may execute.

int main(void) {
    int folder = REQUIRE(open("d", O_RDONLY)), fd = REQUIRE(open("f", O_RDONLY));
    SHOW(access("f", F_OK));
    SHOW(access("f", R_OK | W_OK));
    SHOW(access("f", X_OK));
    SHOW(access("run", X_OK));
    SHOW(access("d", R_OK | W_OK | X_OK));
    SHOW(access("link", X_OK));
    SHOW(access("broken", F_OK));
    SHOW(access("nowhere", F_OK));
    SHOW(access("f/x", F_OK));
    SHOW(access("", F_OK));
    SHOW(access("f", 8));
    SHOW(access("f", -1));
    SHOW(faccessat(AT_FDCWD, "broken", F_OK, AT_SYMLINK_NOFOLLOW));
    SHOW(faccessat(AT_FDCWD, "run", X_OK, AT_EACCESS));
    SHOW(faccessat(AT_FDCWD, "f", X_OK, AT_EACCESS));
    SHOW(faccessat(folder, "../f", F_OK, 0x400000));
    SHOW(faccessat(folder, "f", F_OK, 0));
    SHOW(faccessat(fd, "f", F_OK, 0));
    SHOW(faccessat(99, "f", F_OK, 0));
    SHOW(euidaccess("run", X_OK));
    SHOW(eaccess("f", X_OK));
    SHOW(chmod("run", 0644));
    SHOW(access("run", X_OK));
    bool root = access("/", F_OK) == 0 && (chmod("f", 0), access("f", R_OK)) == 0;
    int opened = open("f", O_RDONLY);
    printf("as open: %d\n", root == (opened >= 0));
    return t_status;
}
