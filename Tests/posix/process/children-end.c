// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

// Children that end in every way, and what each function of waiting tells of it.

static pid_t child_that(void (*does)(int), int argument) {
    fflush(stdout);
    pid_t child = fork();
    if (child != 0) return child;
    does(argument);
    _exit(99);
}

static void leaves(int status) { _exit(status); }
static void returns(int status) { exit(status); }
static void is_killed(int signal) { raise(signal); }
static void waits(int unused) {
    (void)unused;
    for (;;) pause();
}

static void parts(int status) {
    if (WIFEXITED(status)) printf("exited %d\n", WEXITSTATUS(status));
    else if (WIFSIGNALED(status)) printf("killed by %d\n", WTERMSIG(status));
    else if (WIFSTOPPED(status)) printf("stopped by %d\n", WSTOPSIG(status));
    else if (WIFCONTINUED(status)) printf("continued\n");
}

static void ways_to_end(void) {
    int status;
    static const int statuses[] = {0, 1, 77, 255, 256, -1};
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        pid_t child = child_that(i % 2 ? leaves : returns, statuses[i]);
        EXPECT(child > 0);
        EXPECT_EQ(waitpid(child, &status, 0), child);
        parts(status);
    }
    const int signals[] = {SIGTERM, SIGKILL, SIGINT, SIGHUP, SIGUSR1, SIGALRM, SIGPIPE, SIGABRT, SIGRTMIN};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        pid_t child = child_that(is_killed, signals[i]);
        EXPECT_EQ(wait(&status), child);
        parts(status & ~0x80);
    }
    SHOW(wait(&status));
}

static void sent_from_outside(void) {
    int status;
    const int signals[] = {SIGTERM, SIGKILL, SIGUSR2, SIGRTMAX};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        pid_t child = child_that(waits, 0);
        SHOW(waitpid(child, &status, WNOHANG));
        SHOW(kill(child, 0));
        SHOW(kill(child, signals[i]));
        EXPECT_EQ(waitpid(-1, &status, 0), child);
        parts(status);
        SHOW(kill(child, 0));
        SHOW(waitpid(child, &status, 0));
    }
}

static void stopped_and_continued(void) {
    int status;
    siginfo_t info;
    pid_t child = child_that(waits, 0);
    SHOW(kill(child, SIGSTOP));
    EXPECT_EQ(waitpid(child, &status, WUNTRACED), child);
    parts(status);
    SHOW(waitpid(child, &status, WNOHANG | WUNTRACED));
    SHOW(kill(child, SIGCONT));
    EXPECT_EQ(waitpid(child, &status, WCONTINUED), child);
    parts(status);
    SHOW(kill(child, SIGTSTP));
    SHOW(waitid(P_PID, (id_t)child, &info, WSTOPPED | WNOWAIT));
    printf("%d %d %d\n", info.si_signo, info.si_code, info.si_status);
    SHOW(waitid(P_PID, (id_t)child, &info, WSTOPPED));
    SHOW(waitid(P_PID, (id_t)child, &info, WSTOPPED | WNOHANG));
    EXPECT(info.si_pid == 0);
    SHOW(kill(child, SIGKILL));
    SHOW(waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT));
    EXPECT(info.si_pid == child && info.si_uid == getuid());
    printf("%d %d %d\n", info.si_signo, info.si_code, info.si_status);
    EXPECT_EQ(waitpid(child, &status, 0), child);
    parts(status);
}

static void told_of_usage(void) {
    int status;
    struct rusage usage = {.ru_maxrss = -1};
    pid_t child = child_that(leaves, 3);
    EXPECT_EQ(wait4(child, &status, 0, &usage), child);
    EXPECT(usage.ru_maxrss > 0 && usage.ru_utime.tv_sec < 100);
    child = child_that(leaves, 4);
    EXPECT_EQ(wait3(&status, 0, &usage), child);
    parts(status);
    child = child_that(leaves, 5);
    EXPECT_EQ(wait(NULL), child);
}

static void many(void) {
    pid_t children[20];
    int sum = 0, status;
    for (int i = 0; i < 20; i++) children[i] = child_that(leaves, i);
    for (int i = 19; i >= 10; i--) {
        EXPECT_EQ(waitpid(children[i], &status, 0), children[i]);
        sum += WEXITSTATUS(status);
    }
    for (int i = 0; i < 10; i++) {
        EXPECT(wait(&status) > 0);
        sum += WEXITSTATUS(status);
    }
    printf("%d\n", sum);
    SHOW(wait(NULL));
}

int main(void) {
    ways_to_end();
    sent_from_outside();
    stopped_and_continued();
    told_of_usage();
    many();
    return t_status;
}
