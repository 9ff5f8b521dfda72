// SPDX-License-Identifier: Apache-2.0
//
// Never ends, in the way that its argument names: what --timeout must end. Each way begins again when it is interrupted.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile unsigned count;
static int ends[2];

__attribute__((noinline)) static void compute(void) { for (;;) count++; }

static void handle(int signal) {
    (void)signal;
    compute();
}

__attribute__((noinline)) static void wait_in(const char *how) {
    char byte[8];
    struct pollfd record = {.fd = ends[0], .events = POLLIN};
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    if (strcmp(how, "read") == 0) read(ends[0], byte, 1);
    if (strcmp(how, "recv") == 0) recv(ends[0], byte, 1, 0);
    if (strcmp(how, "poll") == 0) poll(&record, 1, -1);
    if (strcmp(how, "select") == 0) {
        fd_set set;
        FD_ZERO(&set);
        FD_SET(ends[0], &set);
        select(ends[0] + 1, &set, NULL, NULL, NULL);
    }
    if (strcmp(how, "epoll") == 0) {
        struct epoll_event event = {.events = EPOLLIN};
        int set = epoll_create1(0);
        epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &event);
        epoll_wait(set, &event, 1, -1);
        close(set);
    }
    if (strcmp(how, "accept") == 0) {
        static int listener = -1;
        if (listener < 0) {
            struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
            listener = socket(AF_INET, SOCK_STREAM, 0);
            if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 1) != 0) exit(1);
        }
        accept(listener, NULL, NULL);
    }
    if (strcmp(how, "sleep") == 0) {
        struct timespec hour = {.tv_sec = 3600};
        nanosleep(&hour, NULL);
    }
    if (strcmp(how, "pause") == 0) pause();
    if (strcmp(how, "sigwait") == 0) {
        int signal;
        sigprocmask(SIG_BLOCK, &all, NULL);
        sigwait(&all, &signal);
    }
    if (strcmp(how, "sigsuspend") == 0) sigsuspend(&none);
    // No reader and no writer: the first of them waits.
    if (strcmp(how, "fifo") == 0) open("/fifo", O_RDONLY);
    if (strcmp(how, "write") == 0) write(ends[0], byte, sizeof byte);
    // The rest of standard error, where the command itself wants to say something.
    if (strcmp(how, "stderr") == 0) write(2, byte, sizeof byte);
    if (strcmp(how, "fill") == 0) {
        static void *large;
        if (!large) large = malloc(1u << 30);
        if (!large) exit(1);
        memset(large, (int)count++, 1u << 30);
    }
    if (strcmp(how, "stop") == 0) raise(SIGSTOP);
    if (strcmp(how, "tstp") == 0) raise(SIGTSTP);
    // The kernel is asked to do it, later.
    if (strcmp(how, "timer") == 0) {
        struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGTSTP};
        struct itimerspec soon = {.it_value.tv_nsec = 1000000};
        timer_t timer;
        if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0) timer_settime(timer, 0, &soon, NULL);
        pause();
    }
    // Others, which would go on when this process has ended, or be stopped where they keep no time.
    if (strcmp(how, "fork") == 0 && fork() == 0) compute();
    if (strcmp(how, "child") == 0) {
        pid_t child = fork();
        if (child == 0) for (;;) pause();
        kill(child, SIGSTOP);
        waitpid(child, NULL, 0);
    }
    if (strcmp(how, "orphan") == 0) {
        if (fork() != 0) _exit(0);
        setsid();
        if (fork() == 0) raise(SIGSTOP);
        for (;;) pause();
    }
    if (strcmp(how, "ready") == 0) {
        // Sent instead, where the other is refused.
        signal(SIGIO, SIG_IGN);
        fcntl(ends[0], F_SETOWN, getpid());
        fcntl(ends[0], F_SETSIG, SIGTSTP);
        fcntl(ends[0], F_SETFL, O_ASYNC);
        write(ends[1], "x", 1);
        pause();
    }
}

int main(int argc, char **argv) {
    const char *how = argc > 1 ? argv[1] : "compute";
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return 1;
    puts("before");
    fflush(stdout);
    if (strcmp(how, "handler") == 0) {
        sigaction(SIGTERM, &action, NULL);
        raise(SIGTERM);
    }
    if (strcmp(how, "atexit") == 0) {
        atexit(compute);
        exit(0);
    }
    if (strcmp(how, "compute") == 0) compute();
    for (;;) wait_in(how);
}
