// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: mkdir -p a/b; echo inside >inside.txt

#include "../test.h"
#include <dirent.h>
#include <sys/stat.h>

// No path with dots leads out of the granted directory, whatever is done with it. If one did, only the decoy that the
// runner put outside would suffer: files of the system are asked for reading and for nothing else.

static const char *outcome(int result) { return result < 0 ? "refused" : "ALLOWED"; }

int main(void) {
    static const char *const decoys[] = {"../outside.txt", "a/../../outside.txt", "a/b/../../../outside.txt",
                                         "./../outside.txt", "../dir/../outside.txt"};
    static const char *const system_files[] = {"/../outside.txt", "../../../../../../../../../../../../etc/hostname",
                                               "/etc/hostname"};
    struct stat s;
    for (size_t i = 0; i < sizeof decoys / sizeof *decoys; i++) {
        printf("%s: read %s", decoys[i], outcome(open(decoys[i], O_RDONLY)));
        printf(", write %s", outcome(open(decoys[i], O_WRONLY)));
        printf(", stat %s", outcome(stat(decoys[i], &s)));
        printf(", link %s", outcome(link(decoys[i], "mine")));
        printf(", rename %s", outcome(rename(decoys[i], "mine")));
        printf(", unlink %s\n", outcome(unlink(decoys[i])));
    }
    for (size_t i = 0; i < sizeof system_files / sizeof *system_files; i++)
        printf("%s: read %s, stat %s\n", system_files[i], outcome(open(system_files[i], O_RDONLY)),
               outcome(stat(system_files[i], &s)));
    printf("making: file %s", outcome(open("../new", O_WRONLY | O_CREAT, 0644)));
    printf(", directory %s", outcome(mkdir("../new-directory", 0755)));
    printf(", rename out %s\n", outcome(rename("inside.txt", "../new")));
    DIR *up = opendir("..");
    int seen = 0;
    for (struct dirent *e; up && (e = readdir(up));) seen += strcmp(e->d_name, "outside.txt") == 0;
    printf("seen from here: %d\n", seen);
    printf("inside: %s\n", open("a/b/../../inside.txt", O_RDONLY) < 0 ? "refused" : "allowed");
    return t_status;
}
