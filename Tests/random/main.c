// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <signal.h>
#include "state.h"

// calls.wasm SEED STEPS TAG [STEP…]: so many random calls, or only those steps of them.

static volatile sig_atomic_t came[65];

static void count(int signal) { came[signal]++; }

void say_signals(void) {
    for (int i = 1; i < 65; i++) {
        if (came[i] == 0) continue;
        // Natively one that waits for the thread and one that waits for the process are two.
        if (i < SIGRTMIN) say(" [%d]", i);
        else say(" [RT%d x%d]", i - SIGRTMIN, (int)came[i]);
        came[i] = 0;
    }
}

static void take_signals(void) {
    static const int all[] = {SIGPIPE, SIGUSR1, SIGUSR2, SIGURG, SIGIO, SIGALRM, SIGVTALRM, SIGPROF, SIGWINCH, SIGHUP, SIGXFSZ};
    struct sigaction action = {.sa_handler = count, .sa_flags = SA_RESTART};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) sigaction(all[i], &action, NULL);
    for (int i = 0; i < 4; i++) sigaction(SIGRTMIN + i, &action, NULL);
}

// So that both runs give the same numbers to what is made.
static void begin_descriptors(void) {
    while (open("zero", O_RDONLY | O_CREAT, 0644) < LOWEST - 1) {}
}

static const struct step *const groups[] = {socket_steps,     message_steps, option_steps, wait_steps, signal_steps, file_steps,
                                            descriptor_steps, text_steps, other_steps};
enum { GROUPS = sizeof groups / sizeof *groups };

// The first steps make something to try the others on.
enum { MAKING = 10, MAKERS = 4 };

static void run_step(unsigned number) {
    unsigned total = 0;
    if (number < MAKING) {
        socket_steps[rnd(MAKERS)].run();
        return;
    }
    for (unsigned i = 0; i < GROUPS; i++)
        for (const struct step *step = groups[i]; step->run != NULL; step++) total += step->weight;
    unsigned at = rnd(total);
    for (unsigned i = 0; i < GROUPS; i++) {
        for (const struct step *step = groups[i]; step->run != NULL; step++) {
            if (at < step->weight) {
                step->run();
                return;
            }
            at -= step->weight;
        }
    }
}

static void one(uint64_t seed, unsigned step) {
    seed_step(seed, step);
    begin_memory();
    printf("%u:", step);
    errno = 0;
    run_step(step);
    forget_errors();
    say_signals();
    printf("\n");
    fflush(stdout);
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    uint64_t seed = strtoull(argv[1], NULL, 10);
    unsigned steps = (unsigned)atoi(argv[2]);
    tag = argv[3];
    begin_descriptors();
    take_signals();
    if (argc > 4) {
        for (int i = 4; i < argc; i++) one(seed, (unsigned)atoi(argv[i]));
    } else {
        for (unsigned step = 0; step < steps; step++) one(seed, step);
    }
    return 0;
}
