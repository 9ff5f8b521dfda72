// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/resource.h>

// A process's numbers: its own, its group's, its session's; priorities.

int main(void) {
    EXPECT(getpid() > 0 && getppid() >= 0 && getpgrp() > 0);
    EXPECT_EQ(gettid(), getpid());
    EXPECT_EQ(getpgid(0), getpgrp());
    EXPECT_EQ(getpgid(getpid()), getpgrp());
    EXPECT_EQ(getsid(0), getsid(getpid()));
    SHOW(getpgid(999999999));
    SHOW(getpgid(-1));
    SHOW(getsid(999999999));
    SHOW(getsid(-1));
    SHOW(setpgid(0, -1));
    SHOW(setpgid(999999999, 0));
    SHOW(setpgid(-1, 0));
    // Whoever leads a group of its own stays there.
    if (getpgrp() != getpid()) EXPECT_EQ(setpgid(0, 0), 0);
    EXPECT_EQ(getpgrp(), getpid());
    SHOW(setpgid(0, 0));
    SHOW(setpgid(getpid(), getpid()));
    SHOW(setpgrp());
    SHOW(setpgid(0, 999999999));
    SHOW(setsid());
    EXPECT_EQ(getpgrp(), getpid());

    SHOW(kill(999999999, 0));
    SHOW(killpg(999999999, 0));
    SHOW(killpg(-1, 0));
    SHOW(killpg(getpgrp(), 0));
    SHOW(killpg(0, 0));
    SHOW(kill(getpid(), 65));
    SHOW(kill(getpid(), -1));

    // Whoever runs this may have been nice.
    int own = getpriority(PRIO_PROCESS, 0);
    EXPECT_EQ(getpriority(PRIO_PROCESS, getpid()), own);
    EXPECT(getpriority(PRIO_PGRP, 0) <= own);
    SHOW(getpriority(3, 0));
    SHOW(getpriority(-1, 0));
    SHOW(getpriority(PRIO_PROCESS, 999999999));
    SHOW(getpriority(PRIO_PGRP, 999999999));
    SHOW(setpriority(PRIO_PROCESS, 0, own));
    SHOW(setpriority(3, 0, 0));
    SHOW(setpriority(PRIO_PROCESS, 999999999, 0));
    EXPECT_EQ(nice(0), own);

    EXPECT(gethostid() == gethostid());
    EXPECT_EQ(getpagesize(), sysconf(_SC_PAGESIZE));
    unsigned left;
    EXPECT_EQ(left = sleep(0), 0);
    SHOW(ualarm(0, 0));
    SHOW(ualarm(900000, 0));
    useconds_t before = ualarm(0, 0);
    EXPECT(before > 0 && before <= 900000);
    sync();
    return t_status;
}
