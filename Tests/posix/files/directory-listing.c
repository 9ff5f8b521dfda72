// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <dirent.h>
#include <sys/stat.h>

// opendir and readdir show every entry once, dot and dot-dot included, also after rewinddir, also many.

static int compare(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void list(DIR *dir) {
    char *names[16];
    int count = 0;
    struct dirent *e;
    while ((e = readdir(dir)) && count < 16) names[count++] = strdup(e->d_name);
    qsort(names, count, sizeof *names, compare);
    for (int i = 0; i < count; i++) printf("%s ", names[i]), free(names[i]);
    printf("\n");
}

int main(void) {
    REQUIRE(mkdir("d", 0755));
    REQUIRE(mkdir("d/sub", 0755));
    for (int i = 0; i < 5; i++) {
        char path[16];
        snprintf(path, sizeof path, "d/f%d", i);
        REQUIRE(close(REQUIRE(open(path, O_WRONLY | O_CREAT, 0644))));
    }
    DIR *dir = opendir("d");
    if (!dir) return t_error("opendir: %s", errname(errno)), 1;
    list(dir);
    REQUIRE(unlink("d/f3"));
    rewinddir(dir);
    list(dir);
    SHOW(closedir(dir));
    for (int i = 0; i < 500; i++) {
        char path[64];
        snprintf(path, sizeof path, "d/sub/a-rather-long-name-to-fill-buffers-%d", i);
        REQUIRE(close(REQUIRE(open(path, O_WRONLY | O_CREAT, 0644))));
    }
    dir = opendir("d/sub");
    int count = 0, sum = 0;
    for (struct dirent *e; (e = readdir(dir));) {
        const char *number = strrchr(e->d_name, '-');
        count++;
        if (number) sum += atoi(number + 1);
    }
    closedir(dir);
    printf("%d entries, numbers add up to %d\n", count, sum);
    SHOW(opendir("d/f1") ? 0 : -1);
    SHOW(opendir("none") ? 0 : -1);
    return t_status;
}
