// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>
#ifdef __GLIBC__
#include <dlfcn.h>
// The linker warns of it by its name.
#define tmpnam(buffer) ((char *(*)(char *))dlsym(RTLD_DEFAULT, "tmpnam"))(buffer)
// BSD's, which glibc has not.
static char *fgetln(FILE *file, size_t *length) {
    static char *line;
    static size_t room;
    ssize_t count = getline(&line, &room, file);
    *length = count > 0 ? count : 0;
    return count > 0 ? line : NULL;
}
#endif

// tmpfile, tmpnam, and lines without an end.

int main(void) {
    char name[L_tmpnam];
    size_t length;
    FILE *file = tmpfile();
    EXPECT(file != NULL);
    if (!file) return 1;
    struct stat status;
    REQUIRE(fstat(fileno(file), &status));
    printf("%d %d\n", (int)status.st_size, (int)status.st_nlink);
    fputs("one\nlonger line\nrest", file);
    rewind(file);
    for (char *line; (line = fgetln(file, &length));) printf("%zu %.*s|\n", length, (int)length, line);
    SHOW(fclose(file));
    EXPECT(tmpnam(name) == name && strncmp(name, P_tmpdir "/", sizeof P_tmpdir) == 0 && access(name, F_OK) < 0);
    char *own = tmpnam(NULL);
    EXPECT(own && strcmp(own, name) != 0);
    return t_status;
}
