// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/wait.h>

// Waiting without children, what arguments that are wrong give, and what the macros make of a status.

static void parts(int status) {
    printf("%#x: exited %d %d, signaled %d %d, stopped %d %d, continued %d, core %d\n", status, WIFEXITED(status) != 0, WEXITSTATUS(status),
           WIFSIGNALED(status) != 0, WTERMSIG(status), WIFSTOPPED(status) != 0, WSTOPSIG(status), WIFCONTINUED(status) != 0,
           WCOREDUMP(status) != 0);
}

int main(void) {
    int status = 77;
    struct rusage usage;
    siginfo_t info;
    SHOW(wait(&status));
    SHOW(wait(NULL));
    SHOW(waitpid(-1, &status, 0));
    SHOW(waitpid(-1, NULL, WNOHANG));
    SHOW(waitpid(0, &status, WNOHANG | WUNTRACED | WCONTINUED));
    SHOW(waitpid(getpid(), &status, 0));
    SHOW(waitpid(999999999, &status, 0));
    SHOW(waitpid(-1, &status, 0x40));
    SHOW(wait3(&status, WNOHANG, &usage));
    SHOW(wait4(-1, &status, 0, &usage));
    SHOW(wait4(getpid(), NULL, WNOHANG, NULL));
    SHOW(wait4(-1, &status, 0x40, NULL));
    SHOW(waitid(P_ALL, 0, &info, WEXITED));
    SHOW(waitid(P_ALL, 0, &info, WEXITED | WNOHANG));
    SHOW(waitid(P_PID, getpid(), &info, WEXITED));
    SHOW(waitid(P_PGID, getpgrp(), &info, WEXITED | WSTOPPED));
    SHOW(waitid(P_ALL, 0, &info, 0));
    SHOW(waitid(P_ALL, 0, &info, WNOHANG));
    SHOW(waitid(P_ALL, 0, &info, WEXITED | 0x40));
    SHOW(waitid((idtype_t)77, 0, &info, WEXITED));
    SHOW(waitid(P_PID, 0, &info, WEXITED));
    EXPECT_EQ(status, 77);
    parts(0);
    parts(3 << 8);
    parts(SIGTERM);
    parts(SIGABRT | 0x80);
    parts(SIGSTOP << 8 | 0x7f);
    parts(0xffff);

    SHOW(getrusage(RUSAGE_SELF, &usage));
    EXPECT(usage.ru_maxrss > 0 && usage.ru_utime.tv_usec < 1000000 && usage.ru_stime.tv_usec < 1000000);
    SHOW(getrusage(RUSAGE_CHILDREN, &usage));
    printf("%ld %ld %ld\n", (long)usage.ru_utime.tv_sec, (long)usage.ru_utime.tv_usec, usage.ru_maxrss);
    SHOW(getrusage(RUSAGE_THREAD, &usage));
    SHOW(getrusage(77, &usage));
    SHOW(getrusage(RUSAGE_SELF, NULL));

    struct tms one, two;
    clock_t first = times(&one), second;
    volatile unsigned work = 0;
    for (unsigned i = 0; i < 1000000; i++) work += i;
    second = times(&two);
    EXPECT(first != (clock_t)-1 && second >= first && second - first < 100 * sysconf(_SC_CLK_TCK));
    EXPECT(two.tms_utime + two.tms_stime >= one.tms_utime + one.tms_stime);
    EXPECT(two.tms_cutime == 0 && two.tms_cstime == 0);
    printf("%ld\n", sysconf(_SC_CLK_TCK));
    return t_status;
}
