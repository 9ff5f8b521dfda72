// SPDX-License-Identifier: Apache-2.0
// setup: mkdir d; for i in $(seq 1 300); do : > d/a-name-of-some-length-$i; done

#define _GNU_SOURCE
#include "../test.h"
#include <dirent.h>
#include <sys/stat.h>

// telldir and seekdir, which come back to what they were at, in a directory that is read in several parts.

#pragma GCC diagnostic ignored "-Wdeprecated-declarations" // glibc's of readdir_r

enum { MOST = 400 };

int main(void) {
    static char names[MOST][256];
    static long places[MOST];
    DIR *directory = opendir("d");
    if (directory == NULL) return 1;
    int count = 0;
    for (;;) {
        long place = telldir(directory);
        struct dirent *entry = readdir(directory);
        if (entry == NULL) break;
        if (count == MOST) return 1;
        places[count] = place;
        strcpy(names[count++], entry->d_name);
    }
    printf("%d\n", count);
    int right = 0, twice = 0, following = 0;
    for (int i = 0; i < count; i++) {
        int index = i * 7 % count;
        seekdir(directory, places[index]);
        if (telldir(directory) == places[index]) twice++;
        struct dirent *entry = readdir(directory);
        if (entry != NULL && strcmp(entry->d_name, names[index]) == 0) right++;
        entry = readdir(directory);
        if (index + 1 == count ? entry == NULL : entry != NULL && strcmp(entry->d_name, names[index + 1]) == 0) following++;
    }
    printf("%d %d %d\n", right, twice, following);
    rewinddir(directory);
    struct dirent room, *found;
    int again = 0, all = 0;
    while (readdir_r(directory, &room, &found) == 0 && found == &room) {
        again += strcmp(room.d_name, names[all]) == 0;
        all++;
    }
    printf("%d %d\n", all == count, again == count);
    SHOW(found == NULL);
    SHOW(closedir(directory));

    // Into a directory by its descriptor.
    char before[4096], path[4096];
    struct stat one, two;
    REQUIRE(mkdir("deep", 0755));
    REQUIRE(mkdir("deep/er", 0755));
    int deep = REQUIRE(open("deep/er", O_RDONLY | O_DIRECTORY)), here = REQUIRE(open(".", O_RDONLY | O_DIRECTORY));
    int file = REQUIRE(open("d/a-name-of-some-length-1", O_RDONLY));
    EXPECT(getcwd(before, sizeof before) != NULL);
    size_t length = strlen(before);
    if (length == 1) length = 0;
    SHOW(fchdir(deep));
    EXPECT(getcwd(path, sizeof path) != NULL && strncmp(path, before, length) == 0);
    printf("%s\n", path + length);
    SHOW_OK(open("file", O_CREAT | O_WRONLY, 0644));
    SHOW(access("../../deep/er/file", F_OK));
    SHOW(access("deep", F_OK));
    REQUIRE(stat(".", &one));
    REQUIRE(fstat(deep, &two));
    EXPECT(one.st_ino == two.st_ino);
    SHOW(fchdir(here));
    EXPECT(getcwd(path, sizeof path) != NULL && strcmp(path, before) == 0);
    SHOW(access("deep/er/file", F_OK));
    // Where it is now, whatever it was called.
    REQUIRE(rename("deep/er", "elsewhere"));
    SHOW(fchdir(deep));
    EXPECT(getcwd(path, sizeof path) != NULL);
    printf("%s\n", path + length);
    SHOW(access("file", F_OK));
    SHOW(fchdir(here));
    SHOW(fchdir(file));
    SHOW(fchdir(99));
    SHOW(fchdir(-1));
    char *current = get_current_dir_name();
    EXPECT(current != NULL && strcmp(current, before) == 0);
    free(current);
    return t_status;
}
