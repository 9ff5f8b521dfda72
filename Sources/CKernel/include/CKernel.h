// SPDX-License-Identifier: Apache-2.0
//
// What Swift cannot say of the system: system calls that a signal may interrupt without a gap, the signal handler
// itself, thread-local state of the fault injection, function-like macros and variadic calls. Nothing else belongs here.
#ifndef NETWASI_CKERNEL_H
#define NETWASI_CKERNEL_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

// ---------------------------------------------------------------------------------------------------------------
// Fault injection: makes the calls of one thread fail, for tests.
// ---------------------------------------------------------------------------------------------------------------

struct ck_faults {
    /// 0: off. Otherwise the number of calls until one fails; counts down.
    int64_t countdown;
    /// The host errno to fail with.
    int32_t error;
    /// Whether every call after that one fails too.
    bool persistent;
    /// How many calls were made while this was switched on.
    int64_t calls;
    /// Whether to count, at least.
    bool on;
};
extern _Thread_local struct ck_faults ck_faults;

int32_t ck_fault_slow(void);

/// The errno that the next call has to fail with; 0 nearly always.
static inline int32_t ck_fault(void) {
    return __builtin_expect(ck_faults.on, 0) ? ck_fault_slow() : 0;
}

static inline void ck_faults_start(int64_t countdown, int32_t error, bool persistent) {
    ck_faults = (struct ck_faults){.countdown = countdown, .error = error, .persistent = persistent, .on = true};
}

/// Ends the injection and says how many calls were made.
static inline int64_t ck_faults_stop(void) {
    ck_faults.on = false;
    return ck_faults.calls;
}

// ---------------------------------------------------------------------------------------------------------------
// Calls that may wait. They return a value, or a negated errno; -EINTR when a signal is ready to be delivered, however
// close before the wait it came. As in the kernel what need not wait is done first: see waits.c.
// ---------------------------------------------------------------------------------------------------------------

intptr_t ck_wait_syscall(intptr_t number, intptr_t a, intptr_t b, intptr_t c, intptr_t d, intptr_t e, intptr_t f);

/// What the calls below do when there is a signal.
intptr_t ck_poll_despite_signal(struct pollfd *records, size_t count);
intptr_t ck_epoll_despite_signal(int set, void *events, int capacity, bool waits);
intptr_t ck_read_despite_signal(int fd, const struct iovec *vectors, int count);
intptr_t ck_write_despite_signal(int fd, const struct iovec *vectors, int count);
intptr_t ck_message_despite_signal(int number, int fd, const struct msghdr *message, int flags);
intptr_t ck_accept_despite_signal(int fd, struct sockaddr *address, socklen_t *length, int flags);
intptr_t ck_connect_despite_signal(int fd, const struct sockaddr *address, socklen_t length);

/// One vector goes by read and write, which cost the kernel less, and which ask it even about an empty one: that may be a
/// datagram, or an error.
static inline intptr_t ck_readv(int fd, const struct iovec *vectors, int count) {
    intptr_t result =
        __builtin_expect(count == 1, 1)
            ? ck_wait_syscall(SYS_read, fd, (intptr_t)vectors->iov_base, (intptr_t)vectors->iov_len, 0, 0, 0)
            : ck_wait_syscall(SYS_readv, fd, (intptr_t)vectors, count, 0, 0, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_read_despite_signal(fd, vectors, count) : result;
}
static inline intptr_t ck_writev(int fd, const struct iovec *vectors, int count) {
    intptr_t result =
        __builtin_expect(count == 1, 1)
            ? ck_wait_syscall(SYS_write, fd, (intptr_t)vectors->iov_base, (intptr_t)vectors->iov_len, 0, 0, 0)
            : ck_wait_syscall(SYS_writev, fd, (intptr_t)vectors, count, 0, 0, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_write_despite_signal(fd, vectors, count) : result;
}
static inline intptr_t ck_recvmsg(int fd, struct msghdr *message, int flags) {
    intptr_t result = ck_wait_syscall(SYS_recvmsg, fd, (intptr_t)message, flags, 0, 0, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_message_despite_signal(SYS_recvmsg, fd, message, flags) : result;
}
static inline intptr_t ck_sendmsg(int fd, const struct msghdr *message, int flags) {
    intptr_t result = ck_wait_syscall(SYS_sendmsg, fd, (intptr_t)message, flags, 0, 0, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_message_despite_signal(SYS_sendmsg, fd, message, flags) : result;
}
/// A message of sendmmsg and recvmmsg: struct mmsghdr, which Swift's import of the C library does not have.
struct ck_message {
    struct msghdr header;
    unsigned int byte_count;
};
intptr_t ck_messages_despite_signal(int number, int fd, struct ck_message *messages, unsigned int count, int flags);
static inline intptr_t ck_sendmmsg(int fd, struct ck_message *messages, unsigned int count, int flags) {
    intptr_t result = ck_wait_syscall(SYS_sendmmsg, fd, (intptr_t)messages, count, flags, 0, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_messages_despite_signal(SYS_sendmmsg, fd, messages, count, flags)
                                                 : result;
}
/// What is left of the timeout, which may be null, is written back to it.
static inline intptr_t ck_recvmmsg(int fd, struct ck_message *messages, unsigned int count, int flags,
                                   struct timespec *timeout) {
    intptr_t result = ck_wait_syscall(SYS_recvmmsg, fd, (intptr_t)messages, count, flags, (intptr_t)timeout, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_messages_despite_signal(SYS_recvmmsg, fd, messages, count, flags)
                                                 : result;
}
/// What sendto and recvfrom do when there is a signal: as in Kernel.swift they are made again where it is not the
/// guest's.
intptr_t ck_sendto_despite_signal(int fd, const struct iovec *vector, int flags, const struct sockaddr *address,
                                  socklen_t length);
intptr_t ck_recvfrom_despite_signal(int fd, const struct iovec *vector, int flags, struct sockaddr *address,
                                    socklen_t *length);
/// sendto and recvfrom, which cost the kernel less than the two above, complete: with injected faults, and repeated.
/// `address` may be null.
static inline intptr_t ck_sendto(int fd, const struct iovec *vector, int flags, const struct sockaddr *address,
                                 socklen_t length) {
    int32_t fault = ck_fault();
    if (__builtin_expect(fault != 0, 0)) return -fault;
    intptr_t result = ck_wait_syscall(SYS_sendto, fd, (intptr_t)vector->iov_base, (intptr_t)vector->iov_len, flags,
                                      (intptr_t)address, length);
    return __builtin_expect(result == -EINTR, 0) ? ck_sendto_despite_signal(fd, vector, flags, address, length) : result;
}
static inline intptr_t ck_recvfrom(int fd, const struct iovec *vector, int flags, struct sockaddr *address,
                                   socklen_t *length) {
    int32_t fault = ck_fault();
    if (__builtin_expect(fault != 0, 0)) return -fault;
    intptr_t result = ck_wait_syscall(SYS_recvfrom, fd, (intptr_t)vector->iov_base, (intptr_t)vector->iov_len, flags,
                                      (intptr_t)address, (intptr_t)length);
    return __builtin_expect(result == -EINTR, 0) ? ck_recvfrom_despite_signal(fd, vector, flags, address, length)
                                                 : result;
}
static inline intptr_t ck_accept4(int fd, struct sockaddr *address, socklen_t *length, int flags) {
    intptr_t result = ck_wait_syscall(SYS_accept4, fd, (intptr_t)address, (intptr_t)length, flags, 0, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_accept_despite_signal(fd, address, length, flags) : result;
}
static inline intptr_t ck_connect(int fd, const struct sockaddr *address, socklen_t length) {
    intptr_t result = ck_wait_syscall(SYS_connect, fd, (intptr_t)address, length, 0, 0, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_connect_despite_signal(fd, address, length) : result;
}
static inline intptr_t ck_preadv2(int fd, const struct iovec *vectors, int count, int64_t offset, int flags) {
    return ck_wait_syscall(SYS_preadv2, fd, (intptr_t)vectors, count, (intptr_t)offset, 0, flags);
}
static inline intptr_t ck_pwritev2(int fd, const struct iovec *vectors, int count, int64_t offset, int flags) {
    return ck_wait_syscall(SYS_pwritev2, fd, (intptr_t)vectors, count, (intptr_t)offset, 0, flags);
}
static inline intptr_t ck_sendfile(int out, int in, int64_t *offset, size_t size) {
    return ck_wait_syscall(SYS_sendfile, out, in, (intptr_t)offset, (intptr_t)size, 0, 0);
}
static inline intptr_t ck_splice(int in, int64_t *in_offset, int out, int64_t *out_offset, size_t size, unsigned flags) {
    return ck_wait_syscall(SYS_splice, in, (intptr_t)in_offset, out, (intptr_t)out_offset, (intptr_t)size, flags);
}
static inline intptr_t ck_tee(int in, int out, size_t size, unsigned flags) {
    return ck_wait_syscall(SYS_tee, in, out, (intptr_t)size, flags, 0, 0);
}
static inline intptr_t ck_vmsplice(int fd, const struct iovec *vectors, int count, unsigned flags) {
    return ck_wait_syscall(SYS_vmsplice, fd, (intptr_t)vectors, count, flags, 0, 0);
}
static inline intptr_t ck_copy_file_range(int in, int64_t *in_offset, int out, int64_t *out_offset, size_t size,
                                          unsigned flags) {
    return ck_wait_syscall(SYS_copy_file_range, in, (intptr_t)in_offset, out, (intptr_t)out_offset, (intptr_t)size,
                           flags);
}
static inline intptr_t ck_fallocate(int fd, int mode, int64_t offset, int64_t length) {
    return ck_wait_syscall(SYS_fallocate, fd, mode, (intptr_t)offset, (intptr_t)length, 0, 0);
}
static inline intptr_t ck_flock(int fd, int operation) { return ck_wait_syscall(SYS_flock, fd, operation, 0, 0, 0, 0); }
/// fcntl with a lock; `command`: F_GETLK and its like, or those of F_OFD_.
static inline intptr_t ck_lock(int fd, int command, struct flock *lock) {
    return ck_wait_syscall(SYS_fcntl, fd, command, (intptr_t)lock, 0, 0, 0);
}
/// ppoll as the kernel has it: what is left of the timeout is written back to it.
static inline intptr_t ck_ppoll(struct pollfd *records, size_t count, struct timespec *timeout) {
    intptr_t result = ck_wait_syscall(SYS_ppoll, (intptr_t)records, (intptr_t)count, (intptr_t)timeout, 0, 0, 0);
    return __builtin_expect(result == -EINTR, 0) ? ck_poll_despite_signal(records, count) : result;
}

// ---------------------------------------------------------------------------------------------------------------
// Signals: what the handler queues, and what running code looks at.
// ---------------------------------------------------------------------------------------------------------------

/// A signal that was sent.
struct ck_signal_info {
    /// The guest's number.
    uint32_t signal;
    /// SI_*.
    int32_t code;
    /// Who sent it, as the program calls him; 0: nobody did. ck_own_process: this process.
    int32_t process;
    uint32_t user;
    /// What was sent along (SI_QUEUE), or is the timer's (SI_TIMER).
    uint64_t value;
    /// The system's number of the timer that went off, and how often it did again until now.
    int32_t timer;
    uint32_t overrun;
};

enum { ck_si_timer = SI_TIMER };
static const int32_t ck_own_process = -1;

/// Masks have bit n-1 for the guest's signal n.
struct ck_signals {
    /// Arrived, and not yet acted on.
    uint64_t pending;
    /// The guest wants to see these, and does not block them now.
    uint64_t deliverable;
    /// The guest waits for these (sigwait).
    uint64_t awaited;
    /// Called when a deliverable signal arrives, so that running code stops to look; may be null. Called in a signal
    /// handler: it may store, and nothing else.
    void (*interrupt)(void *context);
    void *interrupt_context;
    /// The thread that runs the guest: signals that the system hands to another are passed on to it.
    int32_t thread;
};
extern struct ck_signals ck_signals;

/// Whether a signal is pending that the guest is to see now, or waits for.
bool ck_signals_ready(void);
/// Whether it tells that a descriptor became ready: `value` is the host's number of that, and poll's events in the high
/// half. SIGCHLD never does: its codes have the numbers of these.
bool ck_signal_tells_readiness(const struct ck_signal_info *info);
/// Whether it tells what became of a child: `value` is its exit's status (`code` is ck_child_exited) or the guest's signal.
bool ck_signal_tells_of_child(const struct ck_signal_info *info);
enum { ck_child_exited = CLD_EXITED };
/// fcntl(F_SETSIG) and F_GETSIG, with the guest's numbers; a negated errno.
int32_t ck_set_ready_signal(int fd, uint32_t signal);
int32_t ck_ready_signal(int fd);
/// Makes a signal pending that the calling thread, the guest's, was interrupted by for what it did; where it is not to be
/// delivered, take_fault is true once.
void ck_signals_add_fault(int host, int code);
bool ck_signals_take_fault(void);
/// Whether the calling thread is the guest's.
bool ck_signals_are_of_this_thread(void);
/// Makes a signal pending, as its arrival would. False: too many wait.
bool ck_signals_queue(const struct ck_signal_info *info);
/// Takes the lowest pending signal of `mask`, of several the first that came. False: there is none.
bool ck_signals_take(uint64_t mask, struct ck_signal_info *info);
/// Takes `signal` out of the pending ones.
void ck_signals_discard(uint32_t signal);
/// Takes what a timer sent out of the pending ones.
void ck_signals_discard_timer(int32_t timer);
/// Sets which signals are deliverable, and recomputes what waiting calls look at.
void ck_signals_set_deliverable(uint64_t mask);
/// Sets which signals are waited for.
void ck_signals_set_awaited(uint64_t mask);
uint64_t ck_signals_pending(void);
/// The calling thread runs the guest from now on; `interrupt` may be null.
void ck_signals_attach(void (*interrupt)(void *context), void *context);
/// Calls the interrupt function, if there is one.
void ck_signals_interrupt(void);

/// The system's number for a signal that the kernel may be asked to send later, of a timer or a descriptor; or a negated
/// errno. ENOTSUP: one that is left alone, or one that stops the process while the program's time is limited.
int ck_sent_by_kernel(uint32_t signal);
/// A timer that sends `signal` (0: none) with `value` to the guest's thread. 0, and the system's number; or a negated
/// errno. ENOTSUP: a signal that is left alone.
int32_t ck_timer_create(clockid_t clock, uint32_t signal, uint64_t value, int32_t *timer);
int ck_timer_set(int32_t timer, int flags, const struct itimerspec *setting, struct itimerspec *previous);
int ck_timer_get(int32_t timer, struct itimerspec *setting);
int ck_timer_delete(int32_t timer);

enum ck_disposition { CK_DEFAULT, CK_IGNORE, CK_RECORD };
/// Of CHLD: SA_NOCLDSTOP and SA_NOCLDWAIT.
enum { CK_NO_STOPPED_CHILDREN = 1, CK_NO_ENDED_CHILDREN = 2 };
/// Sets what the system does when `signal` (the guest's number) arrives: 0 or an errno. Signals that say that the host
/// itself went wrong (SEGV and its like) and PIPE are left alone.
int32_t ck_signals_dispose(uint32_t signal, enum ck_disposition disposition, uint32_t about_children);
/// Ends or stops this process as the guest's `signal` does by default. Returns when the signal does not end it.
void ck_signals_default(uint32_t signal);
/// Before ck_stop may be called. From here on a guest's SIGSTOP and its like do nothing: a process that is stopped cannot
/// keep time.
void ck_stop_prepare(void);
/// From any thread, once: the guest's waits end with EINTR, this one and all to come, and the interrupt function is called.
void ck_stop(void);
/// Ignores SIGPIPE in this process: a broken connection is EPIPE to the call.
void ck_signals_ignore_pipe(void);

/// Keeps all signals out of this thread, and lets them in again.
void ck_signals_hold(sigset_t *saved);
void ck_signals_release(const sigset_t *saved);
/// In a new process, before its signals are let in: none is pending, and none of its timers is there.
void ck_signals_start_over(void);

// ---------------------------------------------------------------------------------------------------------------
// Processes of the program, which have numbers of their own. The first one's is 42. Only one thread of each asks.
// ---------------------------------------------------------------------------------------------------------------

/// The processes of one program, in memory that they share.
struct ck_processes;

/// A table for at most `most` processes at a time, of which this one is the first. Null: no memory. It is never freed.
struct ck_processes *ck_processes_make(int32_t most);
/// Another process: its number here, 0 there; or a negated errno. EAGAIN: there are too many. Signals are held meanwhile.
int32_t ck_process_fork(struct ck_processes *table);
/// What the program calls a process of the system's: by its own number if it is one of the program's.
int32_t ck_process_name(int32_t host);

struct ck_process_identity {
    int32_t process, parent, group, session;
};
/// About process `number`, 0 for this one. Its parent is 1 when that has ended, its group 0 when its leader has. An errno.
int32_t ck_process_identify(struct ck_processes *table, int32_t number, struct ck_process_identity *identity);
/// setpgid and setsid: an errno. The first process leads its group and stays there.
int32_t ck_process_set_group(struct ck_processes *table, int32_t number, int32_t group);
int32_t ck_process_new_session(struct ck_processes *table);

/// The system's number of a signal (the guest's) that is for another process, or a negated errno. EPERM: one that stops,
/// while the program's time is limited.
int ck_sent_to_others(uint32_t signal);
/// The guest's number of a signal of the system's.
uint32_t ck_guest_signal(int host);
/// kill with all its kinds of targets, and sigqueue: an errno. This process gets nothing; whether it should is told.
int32_t ck_process_send(struct ck_processes *table, int32_t target, uint32_t signal, int32_t code, uint64_t value,
                        bool *reaches_self);

/// What became of a child: CLD_*, and the status of its exit or the guest's signal. Times in microseconds, memory in KiB.
struct ck_process_change {
    int32_t process, code, status;
    uint64_t user_time, system_time, resident;
};
/// waitid, for any child (kind 0), process (1) or group (2) `number`. 0 or a negated errno; `process` is 0 when nothing
/// happened yet and WNOHANG is set. Waits; see ck_wait_syscall.
intptr_t ck_process_wait(struct ck_processes *table, uint32_t kind, int32_t number, int32_t options,
                         struct ck_process_change *change);
/// Ends this process as a fault of a program would, without a core.
_Noreturn void ck_process_abort(void);

// ---------------------------------------------------------------------------------------------------------------
// Descriptors of events: epoll, eventfd, timerfd. What Swift's import of the C library does not have.
// ---------------------------------------------------------------------------------------------------------------

/// The layout of struct epoll_event, which is packed on some architectures.
enum { ck_epoll_event_size = sizeof(struct epoll_event), ck_epoll_data_offset = offsetof(struct epoll_event, data) };

/// inotify_init1, inotify_add_watch of what a descriptor opened with O_PATH refers to, and inotify_rm_watch.
int ck_inotify_create(bool nonblocking);
int ck_inotify_add(int fd, int reference, uint32_t mask);
int ck_inotify_remove(int fd, int watch);
static inline int ck_epoll_ctl(int set, int operation, int fd, uint32_t events, uint64_t data) {
    struct epoll_event event = {.events = events, .data.u64 = data};
    return epoll_ctl(set, operation, fd, &event);
}
/// epoll_pwait2 with nanoseconds (negative: no limit). Whole milliseconds go by epoll_wait or, where there is none, by
/// epoll_pwait; a kernel that has no other rounds up.
static inline intptr_t ck_epoll_wait(int set, void *events, int capacity, int64_t nanoseconds) {
    const int64_t unit = 1000000;
    int64_t milliseconds = nanoseconds < 0 ? -1 : nanoseconds / unit + (nanoseconds % unit != 0);
    if (milliseconds > INT32_MAX) milliseconds = INT32_MAX;
    if (nanoseconds >= 0 && milliseconds * unit != nanoseconds) {
        struct timespec timeout = {.tv_sec = nanoseconds / (1000 * unit), .tv_nsec = nanoseconds % (1000 * unit)};
        intptr_t result = ck_wait_syscall(SYS_epoll_pwait2, set, (intptr_t)events, capacity, (intptr_t)&timeout, 0, 0);
        if (result == -EINTR) return ck_epoll_despite_signal(set, events, capacity, true);
        if (result != -ENOSYS) return result;
    }
#ifdef SYS_epoll_wait
    intptr_t result = ck_wait_syscall(SYS_epoll_wait, set, (intptr_t)events, capacity, milliseconds, 0, 0);
#else
    intptr_t result = ck_wait_syscall(SYS_epoll_pwait, set, (intptr_t)events, capacity, milliseconds, 0, 0);
#endif
    return __builtin_expect(result == -EINTR, 0) ? ck_epoll_despite_signal(set, events, capacity, nanoseconds != 0)
                                                 : result;
}

// ---------------------------------------------------------------------------------------------------------------
// Signals as events: pipes that have something to read while signals of a set are there for the reading.
// ---------------------------------------------------------------------------------------------------------------

struct ck_signal_watch;

/// Keeps the pipe readable while one of the signals in `mask` is pending and not deliverable. Null: no memory.
/// The writing end must not block.
struct ck_signal_watch *ck_signals_watch(uint64_t mask, int reader, int writer);
void ck_signals_set_watched(struct ck_signal_watch *watch, uint64_t mask);
/// The signals that are there now.
uint64_t ck_signals_watched(const struct ck_signal_watch *watch);

/// The two ends stay open.
void ck_signals_unwatch(struct ck_signal_watch *watch);

// ---------------------------------------------------------------------------------------------------------------
// Socket options: the table of include/wasi/socket_options.h in this system's numbers, and the structures of multicast.
// ---------------------------------------------------------------------------------------------------------------

/// The table's kinds.
enum ck_option_kind {
    CK_OPTION_INT,
    CK_OPTION_CODE,
    CK_OPTION_LINGER,
    CK_OPTION_TIME,
    CK_OPTION_CREDENTIALS,
    CK_OPTION_TEXT,
    CK_OPTION_BYTES,
    CK_OPTION_U64,
    CK_OPTION_INTERFACE,
    CK_OPTION_MREQ,
    CK_OPTION_MREQ_SOURCE,
    CK_OPTION_MREQ6,
    CK_OPTION_GROUP,
    CK_OPTION_GROUP_SOURCE,
    CK_OPTION_FILTER4,
    CK_OPTION_FILTER,
};
struct ck_socket_option {
    const char *name;
    enum ck_option_kind kind;
    /// Bit 0: can be read. Bit 1: can be set.
    int access;
    int level, option;
};
/// The option with this code on the wire, or null.
const struct ck_socket_option *ck_socket_option(uint32_t code);

// ---------------------------------------------------------------------------------------------------------------
// Variadic calls, and calls that the C library does not have.
// ---------------------------------------------------------------------------------------------------------------

/// How many processors this process may use; 1 when the kernel does not say.
int ck_processors(void);

/// What the C library declares only for _GNU_SOURCE, which Swift's own import of it does not define.
extern const int ck_o_path;
extern const int ck_at_empty_path;
extern const int ck_at_eaccess;
extern const int ck_o_direct;
/// F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW.
extern const int ck_ofd_commands[3];
extern const long ck_utime_now;
extern const long ck_utime_omit;
/// What its headers may be too old for.
extern const int ck_udp_segment;
extern const int ck_udp_gro;
extern const int ck_ipv6_flowinfo;
extern const int ck_msg_probe;
extern const int ck_msg_fastopen;
extern const int ck_msg_waitforone;
/// struct ucred, with which it goes, and struct sock_extended_err.
extern const int ck_scm_credentials;
struct ck_credentials {
    int32_t pid;
    uint32_t uid;
    uint32_t gid;
};
struct ck_queued_error {
    uint32_t error;
    uint8_t origin, type, code, pad;
    uint32_t info, data;
};
int ck_pipe2(int ends[2], int flags);
/// Gives up CAP_NET_ADMIN and CAP_NET_RAW, which this thread, and those that it makes, may have. With `keep_raw` the
/// latter is only put aside.
void ck_drop_network_privileges(bool keep_raw);
/// socket, with CAP_NET_RAW where that was put aside.
int ck_raw_socket(int family, int type, int protocol);

/// openat2 that stays beneath `directory` and follows no magic links. It may wait (for a pipe's other end).
intptr_t ck_openat2_beneath(int directory, const char *path, int flags, mode_t mode);
static inline int ck_openat(int directory, const char *path, int flags, mode_t mode) {
    return openat(directory, path, flags, mode);
}
/// A file system, laid out as __wasi_file_system_t of the imports.
struct ck_file_system {
    uint64_t block_size, fragment_size, blocks, blocks_free, blocks_available, files, files_free, files_available, id;
    uint32_t flags, name_length, kind, reserved;
};
int ck_get_file_system(int fd, struct ck_file_system *result);
int ck_syncfs(int fd);
/// renameat2.
int ck_rename(int directory, const char *name, int new_directory, const char *new_name, uint32_t flags);

// --- mappings.c ---

enum { CK_MOST_MAPPINGS = 1024 };
/// Puts a file in the place of memory, which begins and ends with pages; 0 or an errno. What is written there is only written
/// to the file if `writes`. Where a page of it is gone, the guest gets SIGBUS and the memory is zero.
int32_t ck_map_file(void *memory, size_t size, int fd, int64_t offset, bool writes);
/// Something else is in the place of the mappings in that memory now.
void ck_forget_mappings(const void *memory, size_t size);
/// The kind that shows processes.
extern const uint32_t ck_proc_magic;
/// Whether the guest's thread gets what a descriptor signals (F_SETOWN_EX), and O_ASYNC.
int ck_set_owner(int fd, bool owned);
int ck_set_async(int fd, bool async);
static inline bool ck_is_async(int flags) { return flags & O_ASYNC; }
/// F_GETPIPE_SZ, and F_SETPIPE_SZ, which gives the size.
int ck_pipe_size(int fd);
int ck_set_pipe_size(int fd, int size);
static inline int ck_fcntl_get_flags(int fd) { return fcntl(fd, F_GETFL); }
static inline int ck_fcntl_set_flags(int fd, int flags) { return fcntl(fd, F_SETFL, flags); }
static inline int ck_duplicate(int fd) { return fcntl(fd, F_DUPFD_CLOEXEC, 0); }
/// dup3, with close-on-exec.
int ck_duplicate_to(int fd, int target);
/// F_DUPFD_QUERY, which Linux has since 6.10.
bool ck_are_one(int fd, int other);
static inline int ck_at_mark(int fd, int *mark) { return ioctl(fd, SIOCATMARK, mark); }
static inline int ck_available(int fd, int *bytes) { return ioctl(fd, FIONREAD, bytes); }
static inline int ck_unsent(int fd, int *bytes) { return ioctl(fd, TIOCOUTQ, bytes); }
static inline int ck_terminal_size(int fd, struct winsize *size) { return ioctl(fd, TIOCGWINSZ, size); }
static inline int ck_terminal_set_size(int fd, const struct winsize *size) { return ioctl(fd, TIOCSWINSZ, size); }
/// The kernel's settings of a terminal.
struct ck_terminal {
    uint32_t input, output, control, local;
    uint8_t line;
    uint8_t characters[19];
};
int ck_terminal_get(int fd, struct ck_terminal *settings);
/// `when`: 0 at once, 1 after output, 2 and without input.
intptr_t ck_terminal_set(int fd, int when, const struct ck_terminal *settings);
enum ck_terminal_operation { CK_TERMINAL_WAIT, CK_TERMINAL_DISCARD, CK_TERMINAL_FLOW, CK_TERMINAL_BREAK };
intptr_t ck_terminal_control(int fd, enum ck_terminal_operation operation, int argument);
/// Puts back the settings that terminals had before they were first changed. From any thread.
void ck_terminals_restore(void);
static inline intptr_t ck_getdents(int fd, void *buffer, size_t size) {
    return syscall(SYS_getdents64, fd, buffer, size);
}
/// `which`: ITIMER_*, an enumeration in C++'s eyes only.
static inline int ck_setitimer(int which, const struct itimerval *value, struct itimerval *previous) {
    return setitimer(which, value, previous);
}
static inline int ck_getitimer(int which, struct itimerval *value) { return getitimer(which, value); }

// ---------------------------------------------------------------------------------------------------------------
// Network interfaces.
// ---------------------------------------------------------------------------------------------------------------

// IFF_*
extern const uint32_t ck_iff_up, ck_iff_broadcast, ck_iff_loopback, ck_iff_pointopoint, ck_iff_running, ck_iff_noarp;
extern const uint32_t ck_iff_promisc, ck_iff_allmulti, ck_iff_multicast;

/// The parts of an AF_PACKET address: its kind of hardware, and its bytes, of which it returns how many there are.
int ck_link_address(const struct sockaddr *address, uint16_t *type, uint8_t bytes[8]);

/// What a socket can be asked about an interface; 0 where there is no answer.
int ck_interface_mtu(int fd, const char *name);
int ck_interface_queue_length(int fd, const char *name);

#endif
