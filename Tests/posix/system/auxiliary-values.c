// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/auxv.h>

// What is known of a program from its start agrees with what the functions say.

int main(void) {
    EXPECT_EQ(getauxval(AT_PAGESZ), sysconf(_SC_PAGESIZE));
    EXPECT_EQ(getauxval(AT_UID), getuid());
    EXPECT_EQ(getauxval(AT_EUID), geteuid());
    EXPECT_EQ(getauxval(AT_GID), getgid());
    EXPECT_EQ(getauxval(AT_CLKTCK), sysconf(_SC_CLK_TCK));
    errno = 0;
    EXPECT_EQ(getauxval(AT_SECURE), 0);
    printf("%s\n", errname(errno));
    EXPECT_EQ(getauxval(123456), 0);
    printf("%s\n", errname(errno));
    return t_status;
}
