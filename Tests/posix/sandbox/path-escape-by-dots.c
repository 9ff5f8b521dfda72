// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: mkdir -p a/b; echo inside >inside.txt

#include "../test.h"
#include <dirent.h>
#include <sys/stat.h>

// No path with dots leads out of the granted directory, whatever is done with it.

static const char *outcome(int result) { return result < 0 ? "refused" : "ALLOWED"; }

int main(void) {
    static const char *const paths[] = {"../outside.txt", "/../outside.txt", "a/../../outside.txt",
                                        "a/b/../../../outside.txt", "./../outside.txt", "../dir/../outside.txt",
                                        "../../../../../../../../etc/passwd", "/etc/passwd"};
    struct stat s;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        printf("%s: read %s, write %s, stat %s, unlink %s, rename %s, link %s\n", paths[i],
               outcome(open(paths[i], O_RDONLY)), outcome(open(paths[i], O_WRONLY)), outcome(stat(paths[i], &s)),
               outcome(unlink(paths[i])), outcome(rename(paths[i], "mine")), outcome(link(paths[i], "mine")));
    }
    printf("making: file %s, directory %s, rename out %s\n", outcome(open("../new", O_WRONLY | O_CREAT, 0644)),
           outcome(mkdir("../new", 0755)), outcome(rename("inside.txt", "../new")));
    DIR *up = opendir("..");
    int seen = 0;
    for (struct dirent *e; up && (e = readdir(up));) seen += strcmp(e->d_name, "outside.txt") == 0;
    printf("seen from here: %d\n", seen);
    printf("inside: %s\n", open("a/b/../../inside.txt", O_RDONLY) < 0 ? "refused" : "allowed");
    return t_status;
}
