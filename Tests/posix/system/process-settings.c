// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/prctl.h>

// What prctl sets of a process that concerns no other.

int main(void) {
    char name[16];
    SHOW(prctl(PR_GET_NAME, name));
    EXPECT(strncmp("process-settings", name, 15) == 0);
    SHOW(prctl(PR_SET_NAME, "longer than a name may be"));
    SHOW(prctl(PR_GET_NAME, name));
    puts(name);
    SHOW(prctl(PR_SET_NAME, "short"));
    memset(name, 'x', sizeof name);
    SHOW(prctl(PR_GET_NAME, name));
    puts(name);
    EXPECT_EQ(name[15], 0);
    SHOW(prctl(PR_SET_NAME, ""));
    SHOW(prctl(PR_GET_NAME, name));
    puts(name);
    SHOW(prctl(PR_SET_NAME, NULL));
    SHOW(prctl(PR_GET_NAME, NULL));

    SHOW(prctl(PR_GET_DUMPABLE));
    SHOW(prctl(PR_SET_DUMPABLE, 0));
    SHOW(prctl(PR_GET_DUMPABLE));
    SHOW(prctl(PR_SET_DUMPABLE, 1));
    SHOW(prctl(PR_SET_DUMPABLE, 2));
    SHOW(prctl(PR_GET_DUMPABLE));

    SHOW(prctl(PR_GET_KEEPCAPS));
    SHOW(prctl(PR_SET_KEEPCAPS, 1));
    SHOW(prctl(PR_GET_KEEPCAPS));
    SHOW(prctl(PR_SET_KEEPCAPS, 2));
    SHOW(prctl(PR_SET_KEEPCAPS, 0));

    SHOW(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
    SHOW(prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
    SHOW(prctl(PR_SET_NO_NEW_PRIVS, 1, 1, 0, 0));
    SHOW(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 1));
    SHOW(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    SHOW(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));

    SHOW(prctl(9999));
    SHOW(prctl(-1));
    return t_status;
}
