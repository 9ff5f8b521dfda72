// SPDX-License-Identifier: Apache-2.0
// setup: mkdir d; for i in 1 2 3 10 20; do : > d/file-$i; done

#define _GNU_SOURCE
#include "../test.h"
#include <dirent.h>
#include <sys/stat.h>
#include <sys/time.h>

// Directories from descriptors, lists of names in order.

static int is_file(const struct dirent *entry) { return strncmp(entry->d_name, "file", 4) == 0; }

static void list(int count, struct dirent **names) {
    printf("%d:", count);
    for (int i = 0; i < count; i++) {
        printf(" %s", names[i]->d_name);
        free(names[i]);
    }
    printf("\n");
    if (count >= 0) free(names);
}

int main(void) {
    struct dirent **names = NULL, *entry;
    struct stat one, two;
    int found = scandir("d", &names, is_file, alphasort);
    list(found, names);
    found = scandir("d", &names, is_file, versionsort);
    list(found, names);
    found = scandirat(AT_FDCWD, "d", &names, is_file, alphasort);
    list(found, names);
    SHOW(scandir("nowhere", &names, NULL, NULL));
    SHOW(scandirat(99, "d", &names, NULL, NULL));
    struct dirent a, b;
    strcpy(a.d_name, "a10");
    strcpy(b.d_name, "a9");
    const struct dirent *first = &a, *second = &b;
    printf("%d %d\n", alphasort(&first, &second) < 0, versionsort(&first, &second) > 0);

    int fd = REQUIRE(open("d", O_RDONLY | O_DIRECTORY));
    DIR *directory = fdopendir(fd);
    EXPECT(directory != NULL);
    if (!directory) return 1;
    EXPECT_EQ(dirfd(directory), fd);
    REQUIRE(fstat(dirfd(directory), &one));
    REQUIRE(stat("d", &two));
    EXPECT(one.st_ino == two.st_ino && one.st_dev == two.st_dev);
    while (readdir(directory)) continue;
    rewinddir(directory);
    int count = 0;
    while ((entry = readdir(directory))) count++;
    printf("%d\n", count);
    SHOW(closedir(directory));
    SHOW(close(fd));
    errno = 0;
    EXPECT(fdopendir(99) == NULL);
    printf("%s\n", errname(errno));
    fd = REQUIRE(open("d/file-1", O_RDONLY));
    errno = 0;
    EXPECT(fdopendir(fd) == NULL);
    printf("%s\n", errname(errno));
    // As long ago as utimes can say.
    struct timeval times[2] = {{.tv_sec = 1000}, {.tv_sec = 2000, .tv_usec = 5}};
    int folder = REQUIRE(open("d", O_RDONLY | O_DIRECTORY));
    SHOW(futimesat(folder, "file-2", times));
    REQUIRE(stat("d/file-2", &one));
    printf("%lld %lld.%06ld\n", (long long)one.st_atim.tv_sec, (long long)one.st_mtim.tv_sec, (long)one.st_mtim.tv_nsec / 1000);
    SHOW(futimesat(folder, "nowhere", times));
    SHOW(futimesat(99, "file-2", NULL));
    return t_status;
}
