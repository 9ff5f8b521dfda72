// SPDX-License-Identifier: Apache-2.0

// The WASI imports that are about descriptors and signals, not networks: waiting for descriptors, events, what POSIX does
// to descriptors and preview 1 cannot, signals within the instance. <wasi/networking.h>, which includes this file, has the
// rest and says what holds for all of them.
#ifndef __WASI_DESCRIPTORS_H
#define __WASI_DESCRIPTORS_H

#include <stddef.h>
#include <stdint.h>
#include <wasi/api.h>

#ifdef __cplusplus
extern "C" {
#endif

#define __WASI_NET_IMPORT(module, name) __attribute__((__import_module__(module), __import_name__(name)))

// ---------------------------------------------------------------------------------------------------------------
// wasi_poll
// ---------------------------------------------------------------------------------------------------------------

/// Events, with Linux's values: the arrays of most programs cross as they are, on either side.
enum {
    __WASI_POLL_IN = 0x1,
    __WASI_POLL_PRI = 0x2,
    __WASI_POLL_OUT = 0x4,
    __WASI_POLL_ERR = 0x8,
    __WASI_POLL_HUP = 0x10,
    __WASI_POLL_NVAL = 0x20,
    __WASI_POLL_RDNORM = 0x40,
    __WASI_POLL_RDBAND = 0x80,
    __WASI_POLL_WRNORM = 0x100,
    __WASI_POLL_WRBAND = 0x200,
    __WASI_POLL_RDHUP = 0x2000,
};

/// One descriptor to wait for: 8 bytes, laid out as struct pollfd.
typedef struct __wasi_poll_record {
    /// Ignored (returned 0) when negative.
    int32_t fd;
    uint16_t events;
    uint16_t returned;
} __wasi_poll_record_t;
_Static_assert(sizeof(__wasi_poll_record_t) == 8, "size");
_Static_assert(offsetof(__wasi_poll_record_t, events) == 4, "offset");
_Static_assert(offsetof(__wasi_poll_record_t, returned) == 6, "offset");

/// ppoll. Waits until a descriptor is ready, `timeout` nanoseconds have passed (negative: no limit) or a signal is
/// delivered (EINTR). `signal_mask` may be null; otherwise it is the mask while waiting, set and restored without a
/// gap. `*ready` counts the records whose `returned` is not 0. EINVAL: more records than descriptors may be open.
int32_t __wasi_poll_poll(__wasi_poll_record_t *records, size_t count, int64_t timeout, const uint64_t *signal_mask,
                         uint32_t *ready) __WASI_NET_IMPORT("wasi_poll", "poll");

// ---------------------------------------------------------------------------------------------------------------
// wasi_poll, sets of descriptors to wait for (epoll). A set is a descriptor, which may be in another set; poll and the
// rest of this header work on it. fd_read and fd_write on it are EINVAL.
// ---------------------------------------------------------------------------------------------------------------

enum { __WASI_POLL_SET_ADD = 0, __WASI_POLL_SET_CHANGE = 1, __WASI_POLL_SET_REMOVE = 2 };

/// What the events of sets have besides those of poll. ERR and HUP are always waited for.
enum {
    /// Of several sets that wait for one descriptor, not all are woken.
    __WASI_POLL_SET_EXCLUSIVE = 1 << 28,
    /// After one event the descriptor has none until it is changed.
    __WASI_POLL_SET_ONESHOT = 1 << 30,
    /// An event for each change to readiness, not for as long as it lasts.
    __WASI_POLL_SET_EDGE = 1u << 31,
};

/// An event: 16 bytes.
typedef struct __wasi_poll_set_event {
    /// __WASI_POLL_* and __WASI_POLL_SET_* bits.
    uint32_t events;
    /// 0 when returned.
    uint32_t reserved;
    /// The guest's: given with the descriptor, returned with its events.
    uint64_t data;
} __wasi_poll_set_event_t;
_Static_assert(sizeof(__wasi_poll_set_event_t) == 16, "size");
_Static_assert(offsetof(__wasi_poll_set_event_t, data) == 8, "offset");

/// epoll_create1. `flags`: __WASI_NET_CREATE_*.
int32_t __wasi_poll_create_set(uint32_t flags, __wasi_fd_t *set) __WASI_NET_IMPORT("wasi_poll", "create_set");

/// epoll_ctl. `operation`: __WASI_POLL_SET_ADD and its like; `event` is not looked at for REMOVE. A member is a number
/// together with what it refers to, and stays one until the last descriptor of that is closed, as on Linux. EEXIST,
/// ENOENT; EPERM: files and directories, which never make one wait; EINVAL: not a set, the set itself, an unknown
/// operation, or EXCLUSIVE where it cannot be; ELOOP: sets in a circle or too deep. Bits without a meaning never come
/// true.
int32_t __wasi_poll_change_set(__wasi_fd_t set, uint32_t operation, __wasi_fd_t fd,
                               const __wasi_poll_set_event_t *event) __WASI_NET_IMPORT("wasi_poll", "change_set");

/// epoll_pwait2. Waits as poll does; `*ready` is how many events were written, at most `capacity`, which is not 0
/// (EINVAL). What follows them in the array may be written over.
int32_t __wasi_poll_wait_set(__wasi_fd_t set, __wasi_poll_set_event_t *events, size_t capacity, int64_t timeout,
                             const uint64_t *signal_mask, uint32_t *ready)
    __WASI_NET_IMPORT("wasi_poll", "wait_set");

// ---------------------------------------------------------------------------------------------------------------
// wasi_event: descriptors that are readable when something has happened. Each is read with fd_read.
// ---------------------------------------------------------------------------------------------------------------

enum {
    /// In the flags of a counter, beside __WASI_NET_CREATE_*: each read takes 1 and not all.
    __WASI_EVENT_SEMAPHORE = 1 << 2,
    /// In the flags of set_timer: `first` is a time of the clock, not from now.
    __WASI_EVENT_ABSOLUTE = 1 << 0,
    /// In the flags of set_timer: reading is ECANCELED once the clock was set.
    __WASI_EVENT_CANCEL_ON_SET = 1 << 1,
    /// The length of what is read for each signal.
    __WASI_EVENT_SIGNAL_SIZE = 128,
};

/// When a timer goes off, in nanoseconds from now, and how long after that again; 0: never. 16 bytes.
typedef struct __wasi_event_timer {
    uint64_t first;
    uint64_t interval;
} __wasi_event_timer_t;
_Static_assert(sizeof(__wasi_event_timer_t) == 16, "size");
_Static_assert(offsetof(__wasi_event_timer_t, interval) == 8, "offset");

/// eventfd. 8 bytes are written to add to the counter, and read to take from it.
int32_t __wasi_event_create_counter(uint32_t initial, uint32_t flags, __wasi_fd_t *fd)
    __WASI_NET_IMPORT("wasi_event", "create_counter");

/// timerfd_create. `clock`: preview 1's REALTIME or MONOTONIC, else EINVAL. 8 bytes are read: how often it went off.
int32_t __wasi_event_create_timer(uint32_t clock, uint32_t flags, __wasi_fd_t *fd)
    __WASI_NET_IMPORT("wasi_event", "create_timer");

/// timerfd_settime. `previous` may be null. EINVAL: not a timer, an unknown flag.
int32_t __wasi_event_set_timer(__wasi_fd_t fd, uint32_t flags, uint64_t first, uint64_t interval,
                               __wasi_event_timer_t *previous) __WASI_NET_IMPORT("wasi_event", "set_timer");

/// timerfd_gettime. EINVAL: not a timer.
int32_t __wasi_event_get_timer(__wasi_fd_t fd, __wasi_event_timer_t *setting)
    __WASI_NET_IMPORT("wasi_event", "get_timer");

/// What the program calls signals and itself: 72 bytes.
typedef struct __wasi_event_names {
    /// Signals, for the bits of a mask.
    uint8_t numbers[64];
    /// What stands for __WASI_NET_OWN_ID.
    uint32_t process;
    uint32_t user;
} __wasi_event_names_t;
_Static_assert(sizeof(__wasi_event_names_t) == 72, "size");
_Static_assert(offsetof(__wasi_event_names_t, process) == 64, "offset");
_Static_assert(offsetof(__wasi_event_names_t, user) == 68, "offset");

/// signalfd. Reading takes the blocked signals of `mask` that have arrived, the lowest first, and 128 bytes for each, laid
/// out as Linux's struct signalfd_siginfo: number, code, process, user, timer, overrun and value; the others are 0. EAGAIN
/// when there is none.
int32_t __wasi_event_create_signals(uint64_t mask, const __wasi_event_names_t *names, uint32_t flags, __wasi_fd_t *fd)
    __WASI_NET_IMPORT("wasi_event", "create_signals");

/// Changes the mask. EINVAL: not of create_signals.
int32_t __wasi_event_set_signals(__wasi_fd_t fd, uint64_t mask) __WASI_NET_IMPORT("wasi_event", "set_signals");

/// inotify_init1. What is read is laid out as Linux's struct inotify_event.
int32_t __wasi_event_create_watcher(uint32_t flags, __wasi_fd_t *fd)
    __WASI_NET_IMPORT("wasi_event", "create_watcher");

/// inotify_add_watch, of what `path` leads to from `directory`, which it cannot leave, as in path_open. `mask`: Linux's IN_*.
/// EINVAL: not a watcher, no event; EEXIST, ENOTDIR, EACCES; ENOSPC: too many.
int32_t __wasi_event_add_watch(__wasi_fd_t fd, __wasi_fd_t directory, const char *path, size_t path_length,
                               uint32_t mask, int32_t *watch) __WASI_NET_IMPORT("wasi_event", "add_watch");

/// inotify_rm_watch. EINVAL: no such watch, not a watcher.
int32_t __wasi_event_remove_watch(__wasi_fd_t fd, int32_t watch) __WASI_NET_IMPORT("wasi_event", "remove_watch");

// ---------------------------------------------------------------------------------------------------------------
// wasi_fd: what POSIX does to descriptors and preview 1 cannot
// ---------------------------------------------------------------------------------------------------------------

/// Flags of a descriptor (not of what it refers to, which fd_fdstat_set_flags sets).
enum { __WASI_FD_CLOEXEC = 1 << 0 };

/// fcntl(F_DUPFD): the lowest free number not below `minimum`. `flags`: __WASI_FD_CLOEXEC. EMFILE, EINVAL.
int32_t __wasi_fd_dup(__wasi_fd_t fd, int32_t minimum, uint32_t flags, __wasi_fd_t *copy)
    __WASI_NET_IMPORT("wasi_fd", "dup");

/// dup3: `target` is closed first when it is open; `fd` == `target` does nothing. EBADF: `target` is out of range.
int32_t __wasi_fd_dup_to(__wasi_fd_t fd, __wasi_fd_t target, uint32_t flags) __WASI_NET_IMPORT("wasi_fd", "dup_to");

/// In the flags of a pipe: what is written at once is read at once (O_DIRECT).
enum { __WASI_FD_PIPE_OF_PACKETS = 1 << 2 };

/// pipe2. `flags`: __WASI_NET_CREATE_*, __WASI_FD_PIPE_OF_PACKETS.
int32_t __wasi_fd_pipe(uint32_t flags, __wasi_fd_t *read_end, __wasi_fd_t *write_end)
    __WASI_NET_IMPORT("wasi_fd", "pipe");

/// fcntl(F_GETFD).
int32_t __wasi_fd_get_flags(__wasi_fd_t fd, uint32_t *flags) __WASI_NET_IMPORT("wasi_fd", "get_flags");

/// fcntl(F_SETFD). EINVAL: an unknown flag.
int32_t __wasi_fd_set_flags(__wasi_fd_t fd, uint32_t flags) __WASI_NET_IMPORT("wasi_fd", "set_flags");

/// fcntl(F_SETOWN): who gets what the descriptor signals, urgent data (URG) and with set_async that it has become ready
/// (POLL). 0: nobody; anything else is this instance, and what get_owner tells.
int32_t __wasi_fd_set_owner(__wasi_fd_t fd, int32_t owner) __WASI_NET_IMPORT("wasi_fd", "set_owner");
int32_t __wasi_fd_get_owner(__wasi_fd_t fd, int32_t *owner) __WASI_NET_IMPORT("wasi_fd", "get_owner");

/// O_ASYNC: 1 or 0.
int32_t __wasi_fd_set_async(__wasi_fd_t fd, uint32_t async) __WASI_NET_IMPORT("wasi_fd", "set_async");
int32_t __wasi_fd_get_async(__wasi_fd_t fd, uint32_t *async) __WASI_NET_IMPORT("wasi_fd", "get_async");

/// fcntl(F_SETSIG): what is sent when the descriptor becomes ready and its O_ASYNC is set. 0: POLL, which says no more; any
/// other signal, POLL too, says which descriptor it is and what happened. EINVAL: no such signal. ENOTSUP: one that the
/// system has for its own faults, KILL, STOP or PIPE.
int32_t __wasi_fd_set_signal(__wasi_fd_t fd, uint32_t signal) __WASI_NET_IMPORT("wasi_fd", "set_signal");
int32_t __wasi_fd_get_signal(__wasi_fd_t fd, uint32_t *signal) __WASI_NET_IMPORT("wasi_fd", "get_signal");

/// close_range: closes the descriptors from `first` to `last`, or with __WASI_FD_CLOEXEC only marks them. Handles stay.
int32_t __wasi_fd_close_range(uint32_t first, uint32_t last, uint32_t flags)
    __WASI_NET_IMPORT("wasi_fd", "close_range");

/// ioctl(FIONREAD): the bytes that can be read now. ENOTTY: the descriptor is of a kind that does not say.
int32_t __wasi_fd_available(__wasi_fd_t fd, uint32_t *bytes) __WASI_NET_IMPORT("wasi_fd", "available");

/// F_GETPIPE_SZ, and with a `new_size` that is not 0 F_SETPIPE_SZ: `*size` is what the pipe holds then. EBADF: not a pipe.
/// EBUSY: there is more in it. EPERM: more than the system allows, or than 1 MiB.
int32_t __wasi_fd_pipe_size(__wasi_fd_t fd, uint32_t new_size, uint32_t *size)
    __WASI_NET_IMPORT("wasi_fd", "pipe_size");

/// What is locked: a lock for reading or for writing, or none.
enum { __WASI_FD_LOCK_READ = 0, __WASI_FD_LOCK_WRITE = 1, __WASI_FD_LOCK_NONE = 2 };

/// A part of a file, and the lock on it: 32 bytes.
typedef struct __wasi_fd_lock_record {
    /// __WASI_FD_LOCK_READ and its like.
    uint32_t kind;
    /// preview 1's whence, of `start`.
    uint32_t whence;
    int64_t start;
    /// 0: to the end of the file, wherever it will be.
    int64_t length;
    /// Output: whose it is; -1: of a description.
    int32_t process;
    uint32_t reserved;
} __wasi_fd_lock_record_t;
_Static_assert(sizeof(__wasi_fd_lock_record_t) == 32, "size");
_Static_assert(offsetof(__wasi_fd_lock_record_t, whence) == 4, "offset");
_Static_assert(offsetof(__wasi_fd_lock_record_t, start) == 8, "offset");
_Static_assert(offsetof(__wasi_fd_lock_record_t, length) == 16, "offset");
_Static_assert(offsetof(__wasi_fd_lock_record_t, process) == 24, "offset");

enum {
    __WASI_FD_LOCK_TEST = 0,
    __WASI_FD_LOCK_SET = 1,
    /// Waits where SET would be EAGAIN.
    __WASI_FD_LOCK_WAIT = 2,
    /// Or-ed in: the lock is what the descriptor refers to has (F_OFD_SETLK), not the process.
    __WASI_FD_LOCK_OF_DESCRIPTION = 1 << 2,
};

/// fcntl(F_GETLK, F_SETLK, F_SETLKW) and F_OFD_. Locks of the process end when any descriptor of the file is closed. TEST
/// tells of a lock that is in the way, or kind NONE. EAGAIN, EDEADLK; EBADF: not opened for that; EINVAL.
int32_t __wasi_fd_lock(__wasi_fd_t fd, uint32_t operation, __wasi_fd_lock_record_t *lock)
    __WASI_NET_IMPORT("wasi_fd", "lock");

/// flock. `operation`: Linux's LOCK_SH 1, LOCK_EX 2, LOCK_UN 8, with LOCK_NB 4. EAGAIN, EINVAL.
int32_t __wasi_fd_lock_file(__wasi_fd_t fd, uint32_t operation) __WASI_NET_IMPORT("wasi_fd", "lock_file");

/// fallocate. `mode`: Linux's FALLOC_FL_*. EOPNOTSUPP: not of this file.
int32_t __wasi_fd_make_room(__wasi_fd_t fd, uint32_t mode, uint64_t offset, uint64_t length)
    __WASI_NET_IMPORT("wasi_fd", "make_room");

/// preadv2 and pwritev2. An `offset` of -1 is the descriptor's own position, which moves. `flags`: Linux's RWF_*.
/// EOPNOTSUPP: a flag that it does not have, or not for this file. ESPIPE: nothing to be at an offset in.
int32_t __wasi_fd_read_at(__wasi_fd_t fd, const __wasi_iovec_t *iovs, size_t iovs_count, int64_t offset, uint32_t flags,
                          uint32_t *size) __WASI_NET_IMPORT("wasi_fd", "read_at");
int32_t __wasi_fd_write_at(__wasi_fd_t fd, const __wasi_ciovec_t *iovs, size_t iovs_count, int64_t offset,
                           uint32_t flags, uint32_t *size) __WASI_NET_IMPORT("wasi_fd", "write_at");

/// sendfile: at most `length` bytes from the file `in`, from `*offset` on, which moves; null: from its own position.
/// A broken connection is EPIPE, here and below, and raises no signal. EINVAL: nothing to read pages of.
int32_t __wasi_fd_send_file(__wasi_fd_t out, __wasi_fd_t in, int64_t *offset, size_t length, uint32_t *size)
    __WASI_NET_IMPORT("wasi_fd", "send_file");

/// splice: one of the two is a pipe, whose offset is null (ESPIPE). `flags`: Linux's SPLICE_F_*.
int32_t __wasi_fd_splice(__wasi_fd_t in, int64_t *in_offset, __wasi_fd_t out, int64_t *out_offset, size_t length,
                         uint32_t flags, uint32_t *size) __WASI_NET_IMPORT("wasi_fd", "splice");

/// tee: both are pipes.
int32_t __wasi_fd_tee(__wasi_fd_t in, __wasi_fd_t out, size_t length, uint32_t flags, uint32_t *size)
    __WASI_NET_IMPORT("wasi_fd", "tee");

/// vmsplice.
int32_t __wasi_fd_splice_memory(__wasi_fd_t fd, const __wasi_iovec_t *iovs, size_t iovs_count, uint32_t flags,
                                uint32_t *size) __WASI_NET_IMPORT("wasi_fd", "splice_memory");

/// copy_file_range. `flags`: 0.
int32_t __wasi_fd_copy_range(__wasi_fd_t in, int64_t *in_offset, __wasi_fd_t out, int64_t *out_offset, size_t length,
                             uint32_t flags, uint32_t *size) __WASI_NET_IMPORT("wasi_fd", "copy_range");

/// ioctl(TIOCOUTQ): the bytes written that are still on their way: not acknowledged, or not read. ENOTTY as available.
int32_t __wasi_fd_unsent(__wasi_fd_t fd, uint32_t *bytes) __WASI_NET_IMPORT("wasi_fd", "unsent");

/// isatty and TIOCGWINSZ in one: rows and columns of a terminal. ENOTTY: it is none.
int32_t __wasi_fd_terminal_size(__wasi_fd_t fd, uint16_t *rows, uint16_t *columns)
    __WASI_NET_IMPORT("wasi_fd", "terminal_size");

/// ioctl(TIOCSWINSZ): who uses the terminal gets SIGWINCH. ENOTTY.
int32_t __wasi_fd_terminal_set_size(__wasi_fd_t fd, uint32_t rows, uint32_t columns)
    __WASI_NET_IMPORT("wasi_fd", "terminal_set_size");

/// The settings of a terminal: flags, the speed among the control flags, the line discipline and the characters, in Linux's
/// numbers and order: 36 bytes.
typedef struct __wasi_fd_terminal {
    uint32_t input;
    uint32_t output;
    uint32_t control;
    uint32_t local;
    uint8_t line;
    uint8_t characters[19];
} __wasi_fd_terminal_t;
_Static_assert(sizeof(__wasi_fd_terminal_t) == 36, "size");
_Static_assert(offsetof(__wasi_fd_terminal_t, output) == 4, "offset");
_Static_assert(offsetof(__wasi_fd_terminal_t, control) == 8, "offset");
_Static_assert(offsetof(__wasi_fd_terminal_t, local) == 12, "offset");
_Static_assert(offsetof(__wasi_fd_terminal_t, line) == 16, "offset");
_Static_assert(offsetof(__wasi_fd_terminal_t, characters) == 17, "offset");

/// tcgetattr. ENOTTY: it is no terminal.
int32_t __wasi_fd_terminal_get(__wasi_fd_t fd, __wasi_fd_terminal_t *settings)
    __WASI_NET_IMPORT("wasi_fd", "terminal_get");

/// When settings change: at once, when what was written is out, and then with what was typed thrown away.
enum { __WASI_FD_TERMINAL_NOW = 0, __WASI_FD_TERMINAL_DRAIN = 1, __WASI_FD_TERMINAL_FLUSH = 2 };

/// tcsetattr. They stay when the program ends, but for one that traps or takes too long: then the host puts back what there
/// was before the first change. ENOTTY; EINVAL: another time; EINTR.
int32_t __wasi_fd_terminal_set(__wasi_fd_t fd, uint32_t when, const __wasi_fd_terminal_t *settings)
    __WASI_NET_IMPORT("wasi_fd", "terminal_set");

enum {
    /// tcdrain; the argument is 0.
    __WASI_FD_TERMINAL_WAIT = 0,
    /// tcflush, of input 0, output 1 or both 2.
    __WASI_FD_TERMINAL_DISCARD = 1,
    /// tcflow: output off 0, on 1, input off 2, on 3.
    __WASI_FD_TERMINAL_FLOW = 2,
    /// tcsendbreak, of a length that the system has in mind for the argument.
    __WASI_FD_TERMINAL_BREAK = 3,
};
/// ENOTTY; EINVAL: not an operation, or not its argument; EINTR.
int32_t __wasi_fd_terminal_control(__wasi_fd_t fd, uint32_t operation, int32_t argument)
    __WASI_NET_IMPORT("wasi_fd", "terminal_control");

/// tcgetpgrp: whether the program is in the foreground of its controlling terminal, 1 or 0. ENOTTY: it is not that one.
int32_t __wasi_fd_terminal_foreground(__wasi_fd_t fd, uint32_t *foreground)
    __WASI_NET_IMPORT("wasi_fd", "terminal_foreground");

/// getrlimit(RLIMIT_NOFILE): one more than the highest number that is given to a descriptor (`soft`), and the most that
/// this can be set to (`hard`).
int32_t __wasi_fd_get_limits(uint32_t *soft, uint32_t *hard) __WASI_NET_IMPORT("wasi_fd", "get_limits");

/// setrlimit(RLIMIT_NOFILE). Descriptors that are open stay. EINVAL: `soft` is above `hard`. EPERM: `hard` is above what
/// it was.
int32_t __wasi_fd_set_limits(uint32_t soft, uint32_t hard) __WASI_NET_IMPORT("wasi_fd", "set_limits");

// ---------------------------------------------------------------------------------------------------------------
// wasi_signal: signals within the instance. Numbers are preview 1's (__WASI_SIGNAL_*), 31 for Linux's SIGSTKFLT, and 34 to
// 64 for real-time signals, of which all that are sent arrive, the lowest number first; masks have bit n-1 for n.
// ---------------------------------------------------------------------------------------------------------------

enum {
    __WASI_SIGNAL_STACK_FAULT = 31,
    __WASI_SIGNAL_REALTIME_FIRST = 34,
    __WASI_SIGNAL_REALTIME_LAST = 64,
};

/// What happens when a signal arrives.
enum {
    /// The system's default: for most, the end of the program.
    __WASI_SIGNAL_ACTION_DEFAULT = 0,
    __WASI_SIGNAL_ACTION_IGNORE = 1,
    /// The host calls the instance's export `__wasi_signal_deliver(i32 signal)`, between two instructions of the
    /// guest or before a host call returns; a host call that was waiting returns EINTR. The export asks for the
    /// information, and sets the mask that the handler is to run under: until then nothing else is delivered. After it
    /// the mask is what it was.
    __WASI_SIGNAL_ACTION_DELIVER = 2,
    /// With one of these, of CHLD only: not when a child stops or goes on; children that end need no waiting for.
    __WASI_SIGNAL_ACTION_NO_STOPPED_CHILDREN = 0x100,
    __WASI_SIGNAL_ACTION_NO_ENDED_CHILDREN = 0x200,
};

/// Sets the action of `signal`. EINVAL: no such signal, KILL or STOP, or no export to deliver to.
int32_t __wasi_signal_set_action(uint32_t signal, uint32_t action) __WASI_NET_IMPORT("wasi_signal", "set_action");

/// Sets the mask of blocked signals; `previous` may be null. A pending signal that becomes unblocked is delivered
/// before the call returns. KILL and STOP cannot be blocked and are dropped from the mask.
int32_t __wasi_signal_set_mask(uint64_t mask, uint64_t *previous) __WASI_NET_IMPORT("wasi_signal", "set_mask");

/// The signals that are blocked and have arrived (sigpending).
int32_t __wasi_signal_pending(uint64_t *pending) __WASI_NET_IMPORT("wasi_signal", "pending");

/// How a signal was sent. Others may arrive, with Linux's values: 1 to 6, but of CHLD, are a descriptor's that became ready
/// (POLL_IN to POLL_HUP), with its number in the value's low half and poll's events in the high one; those of CHLD are
/// what became of the child, with its status in the value (__WASI_PROCESS_CODE_EXITED and so on).
enum {
    /// kill.
    __WASI_SIGNAL_CODE_USER = 0,
    __WASI_SIGNAL_CODE_KERNEL = 0x80,
    /// sigqueue.
    __WASI_SIGNAL_CODE_QUEUE = -1,
    /// A timer of create_timer.
    __WASI_SIGNAL_CODE_TIMER = -2,
    /// raise.
    __WASI_SIGNAL_CODE_THREAD = -6,
};

/// A signal that arrived: 40 bytes.
typedef struct __wasi_signal_info {
    uint32_t signal;
    int32_t code;
    /// Who sent it: __WASI_NET_OWN_ID for this instance; 0: nobody.
    uint32_t process;
    uint32_t user;
    /// What was sent with QUEUE, or is the timer's.
    uint64_t value;
    /// TIMER: which, and how often it went off again while the signal waited.
    uint32_t timer;
    uint32_t overrun;
    /// The signals that were blocked.
    uint64_t mask;
} __wasi_signal_info_t;
_Static_assert(sizeof(__wasi_signal_info_t) == 40, "size");
_Static_assert(offsetof(__wasi_signal_info_t, code) == 4, "offset");
_Static_assert(offsetof(__wasi_signal_info_t, process) == 8, "offset");
_Static_assert(offsetof(__wasi_signal_info_t, user) == 12, "offset");
_Static_assert(offsetof(__wasi_signal_info_t, value) == 16, "offset");
_Static_assert(offsetof(__wasi_signal_info_t, timer) == 24, "offset");
_Static_assert(offsetof(__wasi_signal_info_t, overrun) == 28, "offset");
_Static_assert(offsetof(__wasi_signal_info_t, mask) == 32, "offset");

/// Sends `signal` to this instance: its action is taken before the call returns, unless it is blocked. The default action
/// of most signals ends the program as the signal would end a process. `code`: USER, QUEUE or THREAD. EINVAL. EAGAIN: too
/// many signals wait.
int32_t __wasi_signal_send(uint32_t signal, int32_t code, uint64_t value) __WASI_NET_IMPORT("wasi_signal", "send");

/// About the signal that was delivered last.
int32_t __wasi_signal_information(__wasi_signal_info_t *info) __WASI_NET_IMPORT("wasi_signal", "information");

/// sigtimedwait: takes a pending signal of `mask` instead of having it delivered, waiting for `timeout` nanoseconds at most
/// (negative: no limit). EAGAIN: none came. EINTR: another was delivered.
int32_t __wasi_signal_wait(uint64_t mask, int64_t timeout, __wasi_signal_info_t *info)
    __WASI_NET_IMPORT("wasi_signal", "wait");

/// The three timers that every process has: of real time (ALRM), of the processor's time that it uses (VTALRM), and of
/// that and the system's for it (PROF).
enum { __WASI_SIGNAL_ALARM_REAL = 0, __WASI_SIGNAL_ALARM_VIRTUAL = 1, __WASI_SIGNAL_ALARM_PROFILING = 2 };

/// setitimer: a signal in `first` nanoseconds (0: no more), and every `interval` after it when that is not 0. The setting
/// before is written to `previous`, which may be null. EINVAL.
int32_t __wasi_signal_set_alarm(uint32_t which, uint64_t first, uint64_t interval, __wasi_event_timer_t *previous)
    __WASI_NET_IMPORT("wasi_signal", "set_alarm");

/// getitimer.
int32_t __wasi_signal_get_alarm(uint32_t which, __wasi_event_timer_t *setting)
    __WASI_NET_IMPORT("wasi_signal", "get_alarm");

enum {
    /// In create_timer: the value of its signals is the timer's number.
    __WASI_SIGNAL_TIMER_NUMBER = 1 << 0,
    /// In set_timer: `first` is a time of the clock, not from now.
    __WASI_SIGNAL_TIMER_ABSOLUTE = 1 << 0,
};

/// timer_create, of one of preview 1's clocks, sending `signal` (0: none). EINVAL. EAGAIN: too many. ENOTSUP: a signal that
/// the system has for its own faults, or PIPE.
int32_t __wasi_signal_create_timer(uint32_t clock, uint32_t signal, uint32_t flags, uint64_t value, uint32_t *timer)
    __WASI_NET_IMPORT("wasi_signal", "create_timer");

/// timer_delete. A signal of its that waits is gone too. EINVAL: no such timer, here and below.
int32_t __wasi_signal_delete_timer(uint32_t timer) __WASI_NET_IMPORT("wasi_signal", "delete_timer");

/// timer_settime. `previous` may be null.
int32_t __wasi_signal_set_timer(uint32_t timer, uint32_t flags, uint64_t first, uint64_t interval,
                                __wasi_event_timer_t *previous) __WASI_NET_IMPORT("wasi_signal", "set_timer");

/// timer_gettime.
int32_t __wasi_signal_get_timer(uint32_t timer, __wasi_event_timer_t *setting)
    __WASI_NET_IMPORT("wasi_signal", "get_timer");

/// timer_getoverrun: of its signal that was taken last.
int32_t __wasi_signal_timer_overrun(uint32_t timer, uint32_t *count) __WASI_NET_IMPORT("wasi_signal", "timer_overrun");

#ifdef __cplusplus
}
#endif

#endif
