// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"
#include <dirent.h>
#include <fnmatch.h>
#include <glob.h>
#include <sys/stat.h>

// scandir with a filter and an order, glob and fnmatch.

static int is_text(const struct dirent *e) { return fnmatch("*.txt", e->d_name, 0) == 0; }

int main(void) {
    static const char *const names[] = {"b.txt", "a.txt", "c.md", ".hidden.txt", "d10.txt", "d9.txt"};
    REQUIRE(mkdir("d", 0755));
    for (int i = 0; i < 6; i++) {
        char path[32];
        snprintf(path, sizeof path, "d/%s", names[i]);
        REQUIRE(close(REQUIRE(open(path, O_WRONLY | O_CREAT, 0644))));
    }
    struct dirent **list;
    int count = scandir("d", &list, is_text, alphasort);
    for (int i = 0; i < count; i++) printf("%s ", list[i]->d_name), free(list[i]);
    printf("\n");
    free(list);
    glob_t found;
    SHOW(glob("d/*.txt", 0, NULL, &found));
    for (size_t i = 0; i < found.gl_pathc; i++) printf("%s ", found.gl_pathv[i]);
    printf("\n");
    globfree(&found);
    SHOW(glob("d/*.none", 0, NULL, &found) == GLOB_NOMATCH);
    SHOW(scandir("none", &list, NULL, alphasort));
    SHOW(fnmatch("[a-c]?.t*", "a1.txt", 0));
    SHOW(fnmatch("*", "a/b", FNM_PATHNAME) == FNM_NOMATCH);
    return t_status;
}
