// SPDX-License-Identifier: Apache-2.0
//
// Signals as they reach the host: a handler that queues them, and system calls that cannot miss one.
#define _GNU_SOURCE
#include "CKernel.h"

#include <stdlib.h>
#include <string.h>
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
// Numbers: the guest's are preview 1's, 31 for SIGSTKFLT, and the system's for real-time signals.
// ---------------------------------------------------------------------------------------------------------------

static const int host_signals[] = {
    [1] = SIGHUP,   [2] = SIGINT,   [3] = SIGQUIT, [4] = SIGILL,     [5] = SIGTRAP,  [6] = SIGABRT,
    [7] = SIGBUS,   [8] = SIGFPE,   [9] = SIGKILL, [10] = SIGUSR1,   [11] = SIGSEGV, [12] = SIGUSR2,
    [13] = SIGPIPE, [14] = SIGALRM, [15] = SIGTERM, [16] = SIGCHLD,  [17] = SIGCONT, [18] = SIGSTOP,
    [19] = SIGTSTP, [20] = SIGTTIN, [21] = SIGTTOU, [22] = SIGURG,   [23] = SIGXCPU, [24] = SIGXFSZ,
    [25] = SIGVTALRM, [26] = SIGPROF, [27] = SIGWINCH, [28] = SIGPOLL, [29] = SIGPWR, [30] = SIGSYS,
    [31] = SIGSTKFLT,
};
enum { standard_count = sizeof host_signals / sizeof host_signals[0], first_realtime = 34, last_realtime = 64 };

/// 0: there is none.
static int host_signal(uint32_t signal) {
    if (signal < standard_count) return host_signals[signal];
    return signal >= first_realtime && signal <= last_realtime ? (int)signal : 0;
}

static uint32_t guest_signal(int host) {
    if (host >= first_realtime) return (uint32_t)host;
    for (uint32_t signal = 1; signal < standard_count; signal++) {
        if (host_signals[signal] == host) return signal;
    }
    return 0;
}

uint32_t ck_guest_signal(int host) { return guest_signal(host); }

static uint64_t bit_of(uint32_t signal) { return UINT64_C(1) << (signal - 1); }

/// What ck_stop wakes the guest's thread with: nothing sends it, and so a guest gets it from itself only.
enum { stop_signal = SIGSTKFLT };

static bool left_alone(int host) {
    switch (host) {
    case SIGILL: case SIGTRAP: case SIGBUS: case SIGFPE: case SIGSEGV: case SIGSYS:
    case SIGKILL: case SIGSTOP: case SIGPIPE: case stop_signal: return true;
    default: return false;
    }
}

// ---------------------------------------------------------------------------------------------------------------
// The queue. It is changed by the guest's thread and by the handler, which runs on that thread: whatever else changes it
// keeps signals out meanwhile, so that each of these functions is alone.
// ---------------------------------------------------------------------------------------------------------------

enum {
    /// How many sent signals may wait, as RLIMIT_SIGPENDING is for a process.
    most_sent = 1024,
    /// Besides these a standard signal waits once, and a timer once.
    capacity = 2 * most_sent,
};
static struct ck_signal_info queue[capacity];
static size_t queued;

static void keep_out(sigset_t *saved) {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, saved);
}

static void let_in(const sigset_t *saved) { pthread_sigmask(SIG_SETMASK, saved, NULL); }

static uint64_t wanted(void) { return ck_signals.deliverable | ck_signals.awaited; }

/// Set once and for good, by ck_stop.
static bool is_stopping;
/// Whether a guest may stop this process.
static bool may_stop_process = true;

/// Makes the flag agree with the queue. Where ck_stop comes in between, its signal brings another look.
static bool update_flag(void) {
    bool ready = __atomic_load_n(&is_stopping, __ATOMIC_SEQ_CST) || (ck_signals.pending & wanted()) != 0;
    __atomic_store_n(&ck_signals_flag, ready, __ATOMIC_SEQ_CST);
    if (ready) ck_signals_interrupt();
    return ready;
}

static void update_pending(void) {
    uint64_t pending = 0;
    for (size_t index = 0; index < queued; index++) pending |= bit_of(queue[index].signal);
    __atomic_store_n(&ck_signals.pending, pending, __ATOMIC_SEQ_CST);
}

static struct ck_signal_info *waiting_of_timer(int32_t timer) {
    for (size_t index = 0; index < queued; index++) {
        if (queue[index].code == SI_TIMER && queue[index].timer == timer) return &queue[index];
    }
    return NULL;
}

/// Whether there was room.
static bool add(const struct ck_signal_info *info) {
    struct ck_signal_info *waiting = info->code == SI_TIMER ? waiting_of_timer(info->timer) : NULL;
    if (waiting) {
        if (__builtin_add_overflow(waiting->overrun, info->overrun + 1, &waiting->overrun)) waiting->overrun = INT32_MAX;
        return true;
    }
    if (info->signal < first_realtime && ck_signals.pending & bit_of(info->signal) && info->code != SI_TIMER) return true;
    if (queued >= (info->signal < first_realtime || info->code == SI_TIMER ? capacity : most_sent)) return false;
    queue[queued++] = *info;
    __atomic_fetch_or(&ck_signals.pending, bit_of(info->signal), __ATOMIC_SEQ_CST);
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Watches. The list and the pipes are changed by the guest's thread only; the handler, which runs on it, reads the list
// and adds to the pipes.
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
    return ck_signals.pending & ~ck_signals.deliverable & watch->mask;
}

/// A pipe that is full is readable, which is all that matters.
static void fill(struct ck_signal_watch *watch) {
    watch->raised = true;
    ssize_t written = write(watch->writer, "", 1);
    (void)written;
}

static void empty(struct ck_signal_watch *watch) {
    char buffer[512];
    int count;
    watch->raised = false;
    while (ioctl(watch->reader, FIONREAD, &count) == 0 && count > 0 &&
           read(watch->reader, buffer, sizeof buffer) >= 0) {}
}

/// Each arrival is written, not only the first: what waits for edges waits for that.
static void tell_watches(uint64_t arrived) {
    for (struct ck_signal_watch *watch = watches; watch; watch = watch->next) {
        if (ck_signals_watched(watch) & arrived) fill(watch);
    }
}

static void update_watch(struct ck_signal_watch *watch) {
    bool there = ck_signals_watched(watch) != 0;
    if (there && !watch->raised) fill(watch);
    if (!there && watch->raised) empty(watch);
}

static void update_watches(void) {
    for (struct ck_signal_watch *watch = watches; watch; watch = watch->next) update_watch(watch);
}

struct ck_signal_watch *ck_signals_watch(uint64_t mask, int reader, int writer) {
    struct ck_signal_watch *watch = malloc(sizeof *watch);
    if (!watch) return NULL;
    sigset_t saved;
    keep_out(&saved);
    *watch = (struct ck_signal_watch){.next = watches, .mask = mask, .reader = reader, .writer = writer};
    watches = watch;
    update_watch(watch);
    let_in(&saved);
    return watch;
}

void ck_signals_set_watched(struct ck_signal_watch *watch, uint64_t mask) {
    sigset_t saved;
    keep_out(&saved);
    watch->mask = mask;
    update_watch(watch);
    let_in(&saved);
}



void ck_signals_unwatch(struct ck_signal_watch *watch) {
    sigset_t saved;
    keep_out(&saved);
    struct ck_signal_watch **link = &watches;
    while (*link && *link != watch) link = &(*link)->next;
    if (*link) *link = watch->next;
    let_in(&saved);
    free(watch);
}

// ---------------------------------------------------------------------------------------------------------------
// What the host asks and changes
// ---------------------------------------------------------------------------------------------------------------

bool ck_signals_ready(void) { return __atomic_load_n(&ck_signals_flag, __ATOMIC_SEQ_CST) != 0; }

uint64_t ck_signals_pending(void) { return __atomic_load_n(&ck_signals.pending, __ATOMIC_SEQ_CST); }

bool ck_signals_queue(const struct ck_signal_info *info) {
    sigset_t saved;
    if (host_signal(info->signal) == 0) return true;
    keep_out(&saved);
    bool added = add(info);
    tell_watches(bit_of(info->signal));
    update_flag();
    let_in(&saved);
    return added;
}

/// Takes out what is at `index`.
static void drop(size_t index) { memmove(&queue[index], &queue[index + 1], (--queued - index) * sizeof *queue); }

/// After something was taken out.
static void taken(void) {
    update_pending();
    update_watches();
    update_flag();
}

void ck_signals_discard(uint32_t signal) {
    sigset_t saved;
    keep_out(&saved);
    for (size_t index = 0; index < queued;) {
        if (queue[index].signal == signal) drop(index);
        else index++;
    }
    taken();
    let_in(&saved);
}

void ck_signals_discard_timer(int32_t timer) {
    sigset_t saved;
    keep_out(&saved);
    struct ck_signal_info *waiting = waiting_of_timer(timer);
    if (waiting) drop((size_t)(waiting - queue));
    taken();
    let_in(&saved);
}

bool ck_signals_take(uint64_t mask, struct ck_signal_info *info) {
    if ((ck_signals_pending() & mask) == 0) return false;
    sigset_t saved;
    keep_out(&saved);
    uint32_t signal = (uint32_t)__builtin_ctzll(ck_signals.pending & mask) + 1;
    for (size_t index = 0; index < queued; index++) {
        if (queue[index].signal != signal) continue;
        *info = queue[index];
        drop(index);
        break;
    }
    taken();
    let_in(&saved);
    return true;
}

void ck_signals_set_deliverable(uint64_t mask) {
    sigset_t saved;
    keep_out(&saved);
    ck_signals.deliverable = mask;
    update_watches();
    update_flag();
    let_in(&saved);
}

void ck_signals_set_awaited(uint64_t mask) {
    sigset_t saved;
    keep_out(&saved);
    ck_signals.awaited = mask;
    update_flag();
    let_in(&saved);
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

bool ck_signal_tells_readiness(const struct ck_signal_info *info) {
    return info->code >= POLL_IN && info->code <= POLL_HUP && host_signal(info->signal) != SIGCHLD;
}

bool ck_signal_tells_of_child(const struct ck_signal_info *info) {
    return info->code > 0 && host_signal(info->signal) == SIGCHLD;
}

int32_t ck_set_ready_signal(int fd, uint32_t signal) {
    int host = signal == 0 ? 0 : ck_sent_by_kernel(signal);
    if (host < 0) return host;
    return fcntl(fd, F_SETSIG, host) == 0 ? 0 : -errno;
}

int32_t ck_ready_signal(int fd) {
    int host = fcntl(fd, F_GETSIG);
    return host < 0 ? -errno : (int32_t)guest_signal(host);
}

/// Named at once: a child that was waited for has no name any more.
static int32_t sender(const siginfo_t *info) {
    return info->si_pid == getpid() ? ck_own_process : ck_process_name(info->si_pid);
}

static struct ck_signal_info info_of(int host, const siginfo_t *info) {
    struct ck_signal_info result = {.signal = guest_signal(host), .code = info->si_code};
    switch (info->si_code) {
    case SI_USER:
    case SI_TKILL:
        result.process = sender(info);
        result.user = info->si_uid;
        break;
    case SI_TIMER:
        result.timer = info->si_timerid;
        result.overrun = (uint32_t)info->si_overrun;
        result.value = (uintptr_t)info->si_value.sival_ptr;
        break;
    case SI_KERNEL: break;
    default:
        if (host == SIGCHLD && info->si_code > 0) {
            result.process = sender(info);
            result.user = info->si_uid;
            result.value = info->si_code == CLD_EXITED ? (uint32_t)info->si_status : guest_signal(info->si_status);
            break;
        }
        if (ck_signal_tells_readiness(&result)) {
            result.value = (uint32_t)info->si_fd | (uint64_t)(uint32_t)info->si_band << 32;
            break;
        }
        if (info->si_code > 0) break;
        result.process = sender(info);
        result.user = info->si_uid;
        result.value = (uintptr_t)info->si_value.sival_ptr;
    }
    return result;
}

/// What pass_on makes of codes that only the kernel may use.
enum { code_user = -100, code_kernel = -101 };

/// Hands a signal to the guest's thread, which may be waiting in the kernel: it is the one to be interrupted. If it is
/// gone, so is the guest, and there is nobody to tell.
static void pass_on(int host, const siginfo_t *info) {
    siginfo_t passed = *info;
    if (info->si_code == SI_USER || info->si_code == SI_TKILL) passed.si_code = code_user;
    else if (info->si_code > 0) passed.si_code = code_kernel;
    syscall(SYS_rt_tgsigqueueinfo, getpid(), __atomic_load_n(&ck_signals.thread, __ATOMIC_RELAXED), host, &passed);
}

static void record(int host, siginfo_t *info, void *context) {
    int saved = errno;
    int32_t self = (int32_t)syscall(SYS_gettid);
    int32_t thread = __atomic_load_n(&ck_signals.thread, __ATOMIC_RELAXED);
    if (info->si_code == code_user) info->si_code = SI_USER;
    if (info->si_code == code_kernel) info->si_code = SI_KERNEL;
    if (thread != 0 && thread != self) {
        pass_on(host, info);
    } else {
        struct ck_signal_info entry = info_of(host, info);
        add(&entry);
        tell_watches(bit_of(entry.signal));
        if (update_flag()) leave_window(context);
    }
    errno = saved;
}

bool ck_signals_are_of_this_thread(void) {
    return __atomic_load_n(&ck_signals.thread, __ATOMIC_RELAXED) == (int32_t)syscall(SYS_gettid);
}

static bool has_faulted;

void ck_signals_add_fault(int host, int code) {
    struct ck_signal_info info = {.signal = guest_signal(host), .code = code};
    if (ck_signals.deliverable & bit_of(info.signal)) add(&info);
    else __atomic_store_n(&has_faulted, true, __ATOMIC_SEQ_CST);
    if (!update_flag()) ck_signals_interrupt();
}

bool ck_signals_take_fault(void) { return __atomic_exchange_n(&has_faulted, false, __ATOMIC_SEQ_CST); }

/// Whether its default is to stop the process, and with it the thread that keeps the program's time.
static bool stops(int host) { return host == SIGSTOP || host == SIGTSTP || host == SIGTTIN || host == SIGTTOU; }

int ck_sent_by_kernel(uint32_t signal) {
    int host = host_signal(signal);
    if (host == 0) return -EINVAL;
    return left_alone(host) || (stops(host) && !may_stop_process) ? -ENOTSUP : host;
}

/// Of processes that the program made while its time is limited: a terminal that they are in the background of stops nobody.
static bool is_never_stopped;

int ck_sent_to_others(uint32_t signal) {
    int host = host_signal(signal);
    if (host == 0) return -EINVAL;
    return stops(host) && !may_stop_process ? -EPERM : host;
}

int32_t ck_signals_dispose(uint32_t signal, enum ck_disposition disposition, uint32_t about_children) {
    int host = host_signal(signal);
    if (host == 0) return EINVAL;
    if (left_alone(host)) return 0;
    struct sigaction action = {0};
    if (about_children & CK_NO_STOPPED_CHILDREN) action.sa_flags |= SA_NOCLDSTOP;
    if (about_children & CK_NO_ENDED_CHILDREN) action.sa_flags |= SA_NOCLDWAIT;
    sigfillset(&action.sa_mask);
    switch (disposition) {
    case CK_DEFAULT: action.sa_handler = stops(host) && is_never_stopped ? SIG_IGN : SIG_DFL; break;
    case CK_IGNORE: action.sa_handler = SIG_IGN; break;
    case CK_RECORD:
        action.sa_sigaction = record;
        action.sa_flags |= SA_SIGINFO;
        break;
    }
    return sigaction(host, &action, NULL) == 0 ? 0 : errno;
}

void ck_signals_default(uint32_t signal) {
    int host = host_signal(signal);
    if (host == 0 || (stops(host) && !may_stop_process)) return;
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
// Stopping the guest from another thread. Its signal's handler runs on the guest's thread, where the interrupt function
// may be called: nothing it touches can go away meanwhile.
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
    sigaction(stop_signal, &action, NULL);
    may_stop_process = false;
}

void ck_stop(void) {
    __atomic_store_n(&is_stopping, true, __ATOMIC_SEQ_CST);
    __atomic_store_n(&ck_signals_flag, 1, __ATOMIC_SEQ_CST);
    int32_t thread = __atomic_load_n(&ck_signals.thread, __ATOMIC_SEQ_CST);
    if (thread != 0) syscall(SYS_tgkill, getpid(), thread, stop_signal);
}

// ---------------------------------------------------------------------------------------------------------------
// A new process. Signals are kept out from before it is made until all that this process had to itself is new there.
// ---------------------------------------------------------------------------------------------------------------

void ck_signals_hold(sigset_t *saved) { keep_out(saved); }

void ck_signals_release(const sigset_t *saved) { let_in(saved); }

void ck_signals_start_over(void) {
    static const int stopping[] = {SIGTSTP, SIGTTIN, SIGTTOU};
    is_never_stopped = !may_stop_process;
    for (size_t i = 0; is_never_stopped && i < sizeof stopping / sizeof *stopping; i++) {
        struct sigaction action;
        if (sigaction(stopping[i], NULL, &action) == 0 && action.sa_handler == SIG_DFL) signal(stopping[i], SIG_IGN);
    }
    queued = 0;
    __atomic_store_n(&is_stopping, false, __ATOMIC_SEQ_CST);
    __atomic_store_n(&ck_signals.thread, (int32_t)syscall(SYS_gettid), __ATOMIC_SEQ_CST);
    update_pending();
    update_flag();
    for (struct ck_signal_watch *watch = watches; watch; watch = watch->next) watch->raised = false;
}
