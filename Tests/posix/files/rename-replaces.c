// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/stat.h>

// rename replaces files, moves between directories, and refuses what does not fit.

static void put(const char *path, const char *text) {
    int fd = REQUIRE(open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644));
    write_all(fd, text, strlen(text));
    REQUIRE(close(fd));
}

static void content(const char *path) {
    char got[16] = "";
    int fd = open(path, O_RDONLY);
    if (fd >= 0) read_all(fd, got, sizeof got - 1);
    printf("%s: %s\n", path, fd < 0 ? errname(errno) : got);
    if (fd >= 0) close(fd);
}

int main(void) {
    put("a", "one");
    put("b", "two");
    REQUIRE(mkdir("d", 0755));
    REQUIRE(mkdir("e", 0755));
    SHOW(rename("a", "b"));
    content("a");
    content("b");
    SHOW(rename("b", "d/c"));
    content("d/c");
    SHOW(rename("none", "x"));
    SHOW(rename("d/c", "e"));
    SHOW(rename("e", "d/c"));
    SHOW(rename("e", "d"));
    SHOW(rename("d", "d/below"));
    SHOW(rename("d", "e"));
    content("e/c");
    SHOW(rename("e/c", "e/c"));
    content("e/c");
    return t_status;
}
