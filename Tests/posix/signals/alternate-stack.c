// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <signal.h>
#include <setjmp.h>

// sigaltstack: handlers that ask for it run on it, others do not; it cannot be changed meanwhile; a jump leaves it.

static char memory[65536] __attribute__((aligned(16)));
static sigjmp_buf out;
static int jump;

static int is_inside(const void *pointer) {
    return (const char *)pointer >= memory && (const char *)pointer < memory + sizeof memory;
}

static void handler(int signal) {
    char local[100];
    stack_t now, off = {.ss_flags = SS_DISABLE};
    snprintf(local, sizeof local, "signal %d", signal);
    REQUIRE(sigaltstack(NULL, &now));
    printf("%s: on the stack %d, says so %d\n", local, is_inside(local), now.ss_flags & SS_ONSTACK);
    SHOW(sigaltstack(&off, NULL));
    if (signal == SIGUSR1 && !jump) raise(SIGUSR2);
    if (jump) siglongjmp(out, 1);
}

int main(void) {
    stack_t stack = {.ss_sp = memory, .ss_size = sizeof memory}, now;
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};
    REQUIRE(sigaltstack(NULL, &now));
    printf("disabled %d\n", now.ss_flags == SS_DISABLE);
    REQUIRE(sigaction(SIGUSR1, &action, NULL));
    REQUIRE(sigaction(SIGUSR2, &action, NULL));
    puts("none given");
    REQUIRE(raise(SIGUSR2));
    SHOW(sigaltstack(&stack, &now));
    REQUIRE(sigaltstack(NULL, &now));
    printf("set: %d, %d bytes, flags %d\n", now.ss_sp == memory, (int)now.ss_size, now.ss_flags);
    puts("given");
    REQUIRE(raise(SIGUSR1));
    puts("not asked for");
    action.sa_flags = 0;
    REQUIRE(sigaction(SIGUSR2, &action, NULL));
    SHOW(sigaltstack(&stack, NULL));
    REQUIRE(raise(SIGUSR2));
    SHOW(sigaltstack(&stack, NULL));
    puts("a jump out");
    jump = 1;
    if (sigsetjmp(out, 1) == 0) raise(SIGUSR1);
    REQUIRE(sigaltstack(NULL, &now));
    printf("on it: %d\n", now.ss_flags & SS_ONSTACK);
    jump = 0;
    stack_t small = {.ss_sp = memory, .ss_size = 100};
    SHOW(sigaltstack(&small, NULL));
    small = (stack_t){.ss_sp = memory, .ss_size = sizeof memory, .ss_flags = 0x40};
    SHOW(sigaltstack(&small, NULL));
    return t_status;
}
