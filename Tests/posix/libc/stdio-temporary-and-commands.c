// SPDX-License-Identifier: Apache-2.0
// setup: mkdir tmp

#define _GNU_SOURCE
#include "../test.h"
#ifdef __GLIBC__
#include <dlfcn.h>
#endif
#include <sys/stat.h>

// The linker warns of these by their names; asked for at run time they are the same.
#ifdef __GLIBC__
#define mktemp(name) ((char *(*)(char *))dlsym(RTLD_DEFAULT, "mktemp"))(name)
#define tempnam(folder, prefix) ((char *(*)(const char *, const char *))dlsym(RTLD_DEFAULT, "tempnam"))(folder, prefix)
#endif

// Files without a name, names without a file, templates of names.

static void templates(void) {
    static const struct {
        const char *text;
        int suffix;
    } rows[] = {{"tmp/aXXXXXX", 0}, {"tmp/bXXXXXX.txt", 4}, {"tmp/cXXXXX", 0}, {"tmp/dXXXXXX.txt", 3}, {"nowhere/XXXXXX", 0}, {"XXXXXX", 7}, {"", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char name[32];
        strcpy(name, rows[i].text);
        errno = 0;
        int fd = mkstemps(name, rows[i].suffix);
        printf("%s %d: %s %d\n", rows[i].text, rows[i].suffix, fd < 0 ? errname(errno) : "made", strcmp(name, rows[i].text) != 0);
        if (fd < 0) continue;
        struct stat status;
        REQUIRE(fstat(fd, &status));
        printf("  size %d, suffix %s\n", (int)status.st_size, name + strlen(name) - rows[i].suffix);
        EXPECT_EQ(access(name, F_OK), 0);
        EXPECT_EQ(unlink(name), 0);
        close(fd);
    }
    char name[32] = "tmp/XXXXXX", other[32] = "tmp/XXXXXX.log", third[32] = "tmp/XXXXXX", bad[] = "tmp/XXXX";
    int fd = REQUIRE(mkostemp(name, O_APPEND | O_CLOEXEC));
    printf("%d %d\n", (fcntl(fd, F_GETFL) & O_APPEND) != 0, fcntl(fd, F_GETFD));
    close(fd);
    fd = REQUIRE(mkostemps(other, 4, O_CLOEXEC));
    printf("%d %d\n", (fcntl(fd, F_GETFL) & O_APPEND) != 0, fcntl(fd, F_GETFD));
    close(fd);
    EXPECT_EQ(unlink(name), 0);
    EXPECT_EQ(unlink(other), 0);
    EXPECT(mktemp(third) == third && strlen(third) == 10 && access(third, F_OK) < 0);
    errno = 0;
    EXPECT(mktemp(bad) == bad);
    printf("\"%s\" %s\n", bad, errname(errno));
    char folder[] = "tmp/XXXXXX", bad_folder[] = "tmp/XXX";
    EXPECT(mkdtemp(folder) == folder);
    struct stat status;
    REQUIRE(stat(folder, &status));
    EXPECT(S_ISDIR(status.st_mode));
    EXPECT_EQ(rmdir(folder), 0);
    errno = 0;
    EXPECT(mkdtemp(bad_folder) == NULL);
    printf("%s\n", errname(errno));
}

int main(void) {
    templates();
    char *name = tempnam("tmp", "pre");
    EXPECT(name != NULL);
    if (name) printf("%.7s %d\n", name, access(name, F_OK));
    free(name);
    return t_status;
}
