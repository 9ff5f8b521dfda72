// SPDX-License-Identifier: Apache-2.0
//
// Signals as they reach the host: a handler that records them, and system calls that cannot miss one.
#define _GNU_SOURCE
#include "CKernel.h"

#include <stdlib.h>
#include <ucontext.h>

struct ck_signals ck_signals;

/// Not 0 when a signal is pending and deliverable; the one word that ck_wait_syscall looks at.
__attribute__((visibility("hidden"))) int32_t ck_signals_flag;

// ---------------------------------------------------------------------------------------------------------------
// The window. Between the look at the flag and the system call a signal could arrive and be missed until the call ends,
// perhaps never. So the handler checks whether it interrupted just that stretch, and sends it to the way out.
// ---------------------------------------------------------------------------------------------------------------

#if defined(__x86_64__)
__asm__(".text\n"
        ".globl ck_wait_syscall\n"
        ".type ck_wait_syscall,@function\n"
        "ck_wait_syscall:\n"
        "    mov %rdi, %rax\n"
        "    mov %rsi, %rdi\n"
        "    mov %rdx, %rsi\n"
        "    mov %rcx, %rdx\n"
        "    mov %r8, %r10\n"
        "    mov %r9, %r8\n"
        "    mov 8(%rsp), %r9\n"
        ".globl ck_wait_begin\n.hidden ck_wait_begin\n"
        "ck_wait_begin:\n"
        "    cmpl $0, ck_signals_flag(%rip)\n"
        "    jne ck_wait_interrupted\n"
        "    syscall\n"
        ".globl ck_wait_end\n.hidden ck_wait_end\n"
        "ck_wait_end:\n"
        "    ret\n"
        ".globl ck_wait_interrupted\n.hidden ck_wait_interrupted\n"
        "ck_wait_interrupted:\n"
        "    mov $-4, %rax\n" // -EINTR
        "    ret\n"
        ".size ck_wait_syscall, . - ck_wait_syscall\n");
#define CK_PROGRAM_COUNTER(context) ((context)->uc_mcontext.gregs[REG_RIP])
#elif defined(__aarch64__)
__asm__(".text\n"
        ".globl ck_wait_syscall\n"
        ".type ck_wait_syscall,%function\n"
        "ck_wait_syscall:\n"
        "    mov x8, x0\n"
        "    mov x0, x1\n"
        "    mov x1, x2\n"
        "    mov x2, x3\n"
        "    mov x3, x4\n"
        "    mov x4, x5\n"
        "    mov x5, x6\n"
        "    adrp x9, ck_signals_flag\n"
        ".globl ck_wait_begin\n.hidden ck_wait_begin\n"
        "ck_wait_begin:\n"
        "    ldr w10, [x9, :lo12:ck_signals_flag]\n"
        "    cbnz w10, ck_wait_interrupted\n"
        "    svc #0\n"
        ".globl ck_wait_end\n.hidden ck_wait_end\n"
        "ck_wait_end:\n"
        "    ret\n"
        ".globl ck_wait_interrupted\n.hidden ck_wait_interrupted\n"
        "ck_wait_interrupted:\n"
        "    mov x0, #-4\n" // -EINTR
        "    ret\n"
        ".size ck_wait_syscall, . - ck_wait_syscall\n");
#define CK_PROGRAM_COUNTER(context) ((context)->uc_mcontext.pc)
#else
#error "ck_wait_syscall is not written for this architecture"
#endif

extern const char ck_wait_begin[], ck_wait_end[], ck_wait_interrupted[];

static void leave_window(void *context) {
    ucontext_t *interrupted = context;
    uintptr_t pc = (uintptr_t)CK_PROGRAM_COUNTER(interrupted);
    if (pc >= (uintptr_t)ck_wait_begin && pc < (uintptr_t)ck_wait_end) {
        CK_PROGRAM_COUNTER(interrupted) = (__typeof__(CK_PROGRAM_COUNTER(interrupted)))(uintptr_t)ck_wait_interrupted;
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Numbers: the guest's are preview 1's.
// ---------------------------------------------------------------------------------------------------------------

static const int host_signals[] = {
    [1] = SIGHUP,   [2] = SIGINT,   [3] = SIGQUIT, [4] = SIGILL,     [5] = SIGTRAP,  [6] = SIGABRT,
    [7] = SIGBUS,   [8] = SIGFPE,   [9] = SIGKILL, [10] = SIGUSR1,   [11] = SIGSEGV, [12] = SIGUSR2,
    [13] = SIGPIPE, [14] = SIGALRM, [15] = SIGTERM, [16] = SIGCHLD,  [17] = SIGCONT, [18] = SIGSTOP,
    [19] = SIGTSTP, [20] = SIGTTIN, [21] = SIGTTOU, [22] = SIGURG,   [23] = SIGXCPU, [24] = SIGXFSZ,
    [25] = SIGVTALRM, [26] = SIGPROF, [27] = SIGWINCH, [28] = SIGPOLL, [29] = SIGPWR, [30] = SIGSYS,
};
enum { signal_count = sizeof host_signals / sizeof host_signals[0] };

static uint32_t guest_signal(int host) {
    for (uint32_t signal = 1; signal < signal_count; signal++) {
        if (host_signals[signal] == host) return signal;
    }
    return 0;
}

static bool left_alone(int host) {
    switch (host) {
    case SIGILL: case SIGTRAP: case SIGBUS: case SIGFPE: case SIGSEGV: case SIGSYS:
    case SIGKILL: case SIGSTOP: case SIGPIPE: return true;
    default: return false;
    }
}

// ---------------------------------------------------------------------------------------------------------------
// State
// ---------------------------------------------------------------------------------------------------------------

/// Set once and for good, by ck_stop.
static bool is_stopping;
/// Whether a guest may stop this process.
static bool may_stop_process = true;

static bool is_ready(void) {
    return __atomic_load_n(&is_stopping, __ATOMIC_SEQ_CST) ||
           (__atomic_load_n(&ck_signals.pending, __ATOMIC_SEQ_CST) &
            __atomic_load_n(&ck_signals.deliverable, __ATOMIC_SEQ_CST)) != 0;
}

/// Makes the flag agree with the masks. The handler may come in between: what it wrote is looked at again.
static bool update_flag(void) {
    bool ready;
    do {
        ready = is_ready();
        __atomic_store_n(&ck_signals_flag, ready, __ATOMIC_SEQ_CST);
    } while (ready != is_ready());
    if (!ready) return false;
    ck_signals_interrupt();
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Watches. The list and the pipes are changed by the guest's thread only; the handler, which runs on it, reads the list
// and adds to the pipes. Whatever else runs may be interrupted by it anywhere, and so looks again after it has emptied
// a pipe.
// ---------------------------------------------------------------------------------------------------------------

struct ck_signal_watch {
    struct ck_signal_watch *next;
    uint64_t mask;
    int reader, writer;
    /// Whether the pipe has something in it.
    bool raised;
};

static struct ck_signal_watch *watches;

uint64_t ck_signals_watched(const struct ck_signal_watch *watch) {
    return ck_signals_pending() & ~__atomic_load_n(&ck_signals.deliverable, __ATOMIC_SEQ_CST) &
           __atomic_load_n(&watch->mask, __ATOMIC_SEQ_CST);
}

/// A pipe that is full is readable, which is all that matters.
static void fill(struct ck_signal_watch *watch) {
    __atomic_store_n(&watch->raised, true, __ATOMIC_SEQ_CST);
    ssize_t written = write(watch->writer, "", 1);
    (void)written;
}

static void empty(struct ck_signal_watch *watch) {
    char buffer[512];
    int count;
    if (!__atomic_exchange_n(&watch->raised, false, __ATOMIC_SEQ_CST)) return;
    while (ioctl(watch->reader, FIONREAD, &count) == 0 && count > 0 &&
           (read(watch->reader, buffer, sizeof buffer) >= 0 || errno == EINTR)) {}
}

/// Each arrival is written, not only the first: what waits for edges waits for that.
static void tell_watches(uint64_t arrived) {
    for (struct ck_signal_watch *watch = __atomic_load_n(&watches, __ATOMIC_SEQ_CST); watch; watch = watch->next) {
        if (ck_signals_watched(watch) & arrived) fill(watch);
    }
}

static void update_watch(struct ck_signal_watch *watch) {
    if (ck_signals_watched(watch) == 0) empty(watch);
    if (ck_signals_watched(watch) != 0 && !__atomic_load_n(&watch->raised, __ATOMIC_SEQ_CST)) fill(watch);
}

static void update_watches(void) {
    for (struct ck_signal_watch *watch = watches; watch; watch = watch->next) update_watch(watch);
}

struct ck_signal_watch *ck_signals_watch(uint64_t mask, int reader, int writer) {
    struct ck_signal_watch *watch = malloc(sizeof *watch);
    if (!watch) return NULL;
    *watch = (struct ck_signal_watch){.next = watches, .mask = mask, .reader = reader, .writer = writer};
    __atomic_store_n(&watches, watch, __ATOMIC_SEQ_CST);
    update_watch(watch);
    return watch;
}

void ck_signals_set_watched(struct ck_signal_watch *watch, uint64_t mask) {
    __atomic_store_n(&watch->mask, mask, __ATOMIC_SEQ_CST);
    update_watch(watch);
}

void ck_signals_unwatch(struct ck_signal_watch *watch) {
    struct ck_signal_watch **link = &watches;
    while (*link && *link != watch) link = &(*link)->next;
    if (*link) __atomic_store_n(link, watch->next, __ATOMIC_SEQ_CST);
    free(watch);
}

// ---------------------------------------------------------------------------------------------------------------
// What the host asks and changes
// ---------------------------------------------------------------------------------------------------------------

bool ck_signals_ready(void) { return __atomic_load_n(&ck_signals_flag, __ATOMIC_SEQ_CST) != 0; }

uint64_t ck_signals_pending(void) { return __atomic_load_n(&ck_signals.pending, __ATOMIC_SEQ_CST); }

void ck_signals_raise(uint32_t signal) {
    if (signal == 0 || signal >= signal_count) return;
    uint64_t bit = UINT64_C(1) << (signal - 1);
    __atomic_fetch_or(&ck_signals.pending, bit, __ATOMIC_SEQ_CST);
    tell_watches(bit);
    update_flag();
}

void ck_signals_discard(uint32_t signal) {
    if (signal == 0 || signal >= signal_count) return;
    __atomic_fetch_and(&ck_signals.pending, ~(UINT64_C(1) << (signal - 1)), __ATOMIC_SEQ_CST);
    update_watches();
    update_flag();
}

uint32_t ck_signals_take(void) {
    uint64_t ready = ck_signals_pending() & __atomic_load_n(&ck_signals.deliverable, __ATOMIC_SEQ_CST);
    if (ready == 0) {
        update_flag();
        return 0;
    }
    uint32_t signal = (uint32_t)__builtin_ctzll(ready) + 1;
    ck_signals_discard(signal);
    return signal;
}

void ck_signals_set_deliverable(uint64_t mask) {
    __atomic_store_n(&ck_signals.deliverable, mask, __ATOMIC_SEQ_CST);
    update_watches();
    update_flag();
}

void ck_signals_attach(void (*interrupt)(void *), void *context) {
    __atomic_store_n(&ck_signals.interrupt, NULL, __ATOMIC_SEQ_CST);
    ck_signals.interrupt_context = context;
    __atomic_store_n(&ck_signals.interrupt, interrupt, __ATOMIC_SEQ_CST);
    __atomic_store_n(&ck_signals.thread, (int32_t)syscall(SYS_gettid), __ATOMIC_SEQ_CST);
    update_flag();
}

void ck_signals_interrupt(void) {
    void (*interrupt)(void *) = __atomic_load_n(&ck_signals.interrupt, __ATOMIC_SEQ_CST);
    if (interrupt) interrupt(ck_signals.interrupt_context);
}

static void record(int host, siginfo_t *info, void *context) {
    (void)info;
    int saved = errno;
    int32_t self = (int32_t)syscall(SYS_gettid);
    if (ck_signals.thread != 0 && ck_signals.thread != self) {
        // The guest's thread may be waiting in the kernel: it is the one to be interrupted. If it is gone, so is the
        // guest, and there is nobody to tell.
        syscall(SYS_tgkill, getpid(), ck_signals.thread, host);
    } else {
        uint64_t bit = UINT64_C(1) << (guest_signal(host) - 1);
        __atomic_fetch_or(&ck_signals.pending, bit, __ATOMIC_SEQ_CST);
        tell_watches(bit);
        if (update_flag()) leave_window(context);
    }
    errno = saved;
}

int32_t ck_signals_dispose(uint32_t signal, enum ck_disposition disposition) {
    if (signal == 0 || signal >= signal_count) return EINVAL;
    int host = host_signals[signal];
    if (left_alone(host)) return 0;
    struct sigaction action = {0};
    sigfillset(&action.sa_mask);
    switch (disposition) {
    case CK_DEFAULT: action.sa_handler = SIG_DFL; break;
    case CK_IGNORE: action.sa_handler = SIG_IGN; break;
    case CK_RECORD:
        action.sa_sigaction = record;
        action.sa_flags = SA_SIGINFO;
        break;
    }
    return sigaction(host, &action, NULL) == 0 ? 0 : errno;
}

void ck_signals_default(uint32_t signal) {
    if (signal == 0 || signal >= signal_count) return;
    int host = host_signals[signal];
    bool stops = host == SIGSTOP || host == SIGTSTP || host == SIGTTIN || host == SIGTTOU;
    if (stops && !may_stop_process) return;
    struct sigaction action = {.sa_handler = SIG_DFL}, previous;
    sigset_t set, previous_set;
    sigemptyset(&set);
    sigaddset(&set, host);
    sigaction(host, &action, &previous);
    pthread_sigmask(SIG_UNBLOCK, &set, &previous_set);
    syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), host);
    // Still here: it was one that is ignored, or that stopped the process until it was continued.
    pthread_sigmask(SIG_SETMASK, &previous_set, NULL);
    sigaction(host, &previous, NULL);
}

void ck_signals_ignore_pipe(void) {
    struct sigaction action = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &action, NULL);
}

// ---------------------------------------------------------------------------------------------------------------
// Stopping the guest from another thread. The signal is one that no guest can name. Its handler runs on the guest's
// thread, where the interrupt function may be called: nothing it touches can go away meanwhile.
// ---------------------------------------------------------------------------------------------------------------

static void stop_waiting(int host, siginfo_t *info, void *context) {
    (void)host, (void)info;
    int saved = errno;
    if (update_flag()) leave_window(context);
    errno = saved;
}

void ck_stop_prepare(void) {
    struct sigaction action = {.sa_sigaction = stop_waiting, .sa_flags = SA_SIGINFO};
    sigfillset(&action.sa_mask);
    sigaction(SIGRTMIN, &action, NULL);
    may_stop_process = false;
}

void ck_stop(void) {
    __atomic_store_n(&is_stopping, true, __ATOMIC_SEQ_CST);
    __atomic_store_n(&ck_signals_flag, 1, __ATOMIC_SEQ_CST);
    int32_t thread = __atomic_load_n(&ck_signals.thread, __ATOMIC_SEQ_CST);
    if (thread != 0) syscall(SYS_tgkill, getpid(), thread, SIGRTMIN);
}
