// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"
#include <sys/stat.h>

// mkstemp, mkdtemp and tmpfile make what was not there, under a name of the pattern's form.

int main(void) {
    char one[] = "name-XXXXXX", two[] = "name-XXXXXX", dir[] = "dir-XXXXXX", wrong[] = "name-XXX";
    int fd = SHOW_OK(mkstemp(one)), other = SHOW_OK(mkstemp(two));
    EXPECT(strcmp(one, two) != 0 && strncmp(one, "name-", 5) == 0 && strlen(one) == 11);
    struct stat s;
    SHOW(stat(one, &s));
    SHOW(write(fd, "abc", 3));
    SHOW(lseek(fd, 0, SEEK_SET));
    char got[4];
    SHOW(read(fd, got, sizeof got));
    EXPECT(other != fd);
    SHOW(mkdtemp(dir) == dir);
    SHOW(stat(dir, &s));
    SHOW(S_ISDIR(s.st_mode));
    SHOW(mkstemp(wrong));
    return t_status;
}
