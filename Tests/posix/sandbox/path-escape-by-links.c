// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: ln -s ../outside.txt up; ln -s "$PWD/../outside.txt" absolute; ln -s .. parent; ln -s / root; mkdir a
// setup: ln -s ../a/../../outside.txt a/winding; ln -s parent chain; echo inside >inside.txt; ln -s inside.txt good

#include "../test.h"
#include <sys/stat.h>

// Symbolic links that point out of the granted directory are not followed; those within it are. If one were, only the
// decoy that the runner put outside would suffer: files of the system are asked for reading and for nothing else.

static const char *outcome(int result) { return result < 0 ? "refused" : "ALLOWED"; }

int main(void) {
    static const char *const paths[] = {"up", "absolute", "parent/outside.txt", "a/winding", "chain/outside.txt"};
    struct stat s;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        printf("%s: read %s, write %s, stat %s, make %s\n", paths[i], outcome(open(paths[i], O_RDONLY)),
               outcome(open(paths[i], O_WRONLY)), outcome(stat(paths[i], &s)),
               outcome(open(paths[i], O_WRONLY | O_CREAT | O_EXCL, 0644)));
    printf("root/etc/hostname: read %s, stat %s\n", outcome(open("root/etc/hostname", O_RDONLY)),
           outcome(stat("root/etc/hostname", &s)));
    printf("made in the parent: %s\n", outcome(open("parent/new", O_WRONLY | O_CREAT, 0644)));
    char target[256];
    printf("a link is still a name: lstat %d, readlink %d\n", lstat("up", &s), (int)readlink("up", target, sizeof target));
    printf("good: %s\n", open("good", O_RDONLY) < 0 ? "refused" : "allowed");
    printf("out by an own link: %s\n", symlink("../outside.txt", "own") < 0 || open("own", O_RDONLY) < 0 ? "refused" : "ALLOWED");
    printf("and an absolute one: %s\n", symlink("/etc/hostname", "own2") < 0 || open("own2", O_RDONLY) < 0 ? "refused" : "ALLOWED");
    return t_status;
}
