// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <limits.h>
#include <sys/stat.h>

// realpath resolves links and dots, and fails for what is not there.

static char start[PATH_MAX];

static void resolve(const char *path) {
    char resolved[PATH_MAX];
    if (!realpath(path, resolved)) {
        printf("%s: %s\n", path, errname(errno));
        return;
    }
    size_t length = strlen(start) == 1 ? 0 : strlen(start);
    EXPECT(strncmp(resolved, start, length) == 0);
    printf("%s: %s\n", path, resolved + length);
}

int main(void) {
    REQUIRE(mkdir("a", 0755));
    REQUIRE(mkdir("a/b", 0755));
    REQUIRE(symlink("a/b", "link"));
    REQUIRE(symlink("../../a", "a/b/up"));
    REQUIRE(symlink("loop", "loop"));
    REQUIRE(close(REQUIRE(open("a/file", O_WRONLY | O_CREAT, 0644))));
    REQUIRE(symlink("a/file", "to-file"));
    REQUIRE(symlink("to-file", "to-link"));
    REQUIRE(symlink("a/file/", "to-file-as-directory"));
    EXPECT(getcwd(start, sizeof start) != NULL);
    resolve("a/b/../file");
    resolve("./link/./up/file");
    resolve("link");
    resolve("link/");
    resolve("to-file");
    resolve("to-link");
    resolve("to-link/");
    resolve("to-file/.");
    resolve("to-file-as-directory");
    resolve("none");
    resolve("a/file/x");
    resolve("loop");
    resolve("");
    char *allocated = realpath("a", NULL);
    EXPECT(allocated != NULL);
    free(allocated);
    return t_status;
}
