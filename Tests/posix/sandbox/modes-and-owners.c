// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@/in::/
// setup: umask 022; mkdir in; : > in/f; mkdir in/d out; : > out/f; ln -s ../out/f in/away; ln -s ../out in/folder; ln -s f in/near; : > mine; chmod 4755 mine; mv mine in/runs

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>
#include <sys/wait.h>

// Permissions are changed beneath the directories given, on whatever path; and nothing is made that runs as its owner.

static void tell(const char *path) {
    struct stat status;
    if (stat(path, &status) == 0) printf("%s: %o\n", path, status.st_mode);
}

int main(void) {
    int folder = REQUIRE(open("d", O_RDONLY)), fd = REQUIRE(open("f", O_RDWR));
    // Not out of the directory.
    SHOW(chmod("away", 0777));
    SHOW(chmod("folder/f", 0777));
    SHOW(chmod("folder", 0777));
    SHOW(chmod("../out/f", 0777));
    SHOW(fchmodat(folder, "../../out/f", 0777, 0));
    SHOW(fchmodat(folder, "../f", 0777, 0));
    SHOW(chown("away", getuid(), getgid()));
    SHOW(lchown("away", getuid(), getgid()));
    SHOW(access("away", F_OK));
    SHOW(access("../out/f", F_OK));
    SHOW(mkdir("folder/new", 0777));
    SHOW(mkfifo("folder/new", 0777));
    SHOW(mkdir("../out/new", 0777));
    // Not to another user.
    SHOW(chown("f", 0, -1));
    SHOW(chown("f", -1, 0));
    SHOW(chown("f", getuid(), 65534));
    SHOW(fchown(fd, 1, 1));
    SHOW(chown("f", getuid(), getgid()));
    // No program that is its owner's, whoever starts it.
    SHOW(chmod("f", 04755));
    SHOW(chmod("f", 02755));
    SHOW(fchmod(fd, 06755));
    SHOW(chmod("d", 04755));
    SHOW(chmod("d", 02755));
    SHOW(chmod("runs", 04755));
    tell("runs");
    SHOW(chmod("runs", 0755));
    tell("runs");
    SHOW_OK(creat("made", 06755));
    tell("made");
    SHOW(mknod("made too", S_IFREG | 06755, 0));
    tell("made too");
    tell("f");
    tell("d");
    // What the host was started with is not the program's.
    SHOW(fchmod(0, 0600));
    SHOW(fchmod(1, 0600));
    SHOW(fchown(2, getuid(), getgid()));
    // Devices.
    SHOW(chmod("/dev/null", 0600));
    SHOW(access("/dev/null", R_OK | W_OK));
    SHOW(access("/dev/null", X_OK));
    SHOW(access("/dev/tty", F_OK));
    return t_status;
}
