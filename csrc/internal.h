// SPDX-License-Identifier: Apache-2.0
//
// Every prototype that the shim's files share and programs do not see. Functions whose result is called an error
// return a code of preview 1 (which wasi-libc's errno values are), 0 for success; only ret.c turns one into errno.
#ifndef NETWASI_INTERNAL_H
#define NETWASI_INTERNAL_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <wasi/networking.h>

#define HIDDEN __attribute__((__visibility__("hidden")))

/// `name` beside the function that our header gives another symbol: for objects and configure scripts that do not read
/// the header. Weak, because some wasi-libc defines the name in one object with functions that we take from it.
#define ALSO_AS(name) \
    extern __typeof(name) __net_also_##name __asm__(#name) __attribute__((__weak__, __alias__("__netwasi_" #name)))

// --- ret.c: results ---

/// 0, or -1 with errno set.
HIDDEN int __net_ret(int32_t error);
/// `value`, or -1 with errno set.
HIDDEN int __net_ret_value(int32_t error, int32_t value);
/// `size`, or -1 with errno set.
HIDDEN ssize_t __net_ret_size(int32_t error, size_t size);
/// As __net_ret_size for reading and writing: a missing right is EBADF, and EPIPE raises SIGPIPE unless `writer`, the
/// descriptor that is written to, is a socket of messages, or -1.
HIDDEN ssize_t __net_ret_transfer(int32_t error, size_t size, int writer);

// --- memory.c: what POSIX calls a bad address ---

/// Whether `size` bytes at `pointer` may be an object: not at address 0, which is memory here, and inside memory.
static inline bool __net_inside(const void *pointer, size_t size) {
    uint64_t end = (uint64_t)__builtin_wasm_memory_size(0) * 65536;
    return pointer != NULL && (uint64_t)(uintptr_t)pointer + size <= end;
}
/// An address outside of memory, for a null pointer: what the host is given it says EFAULT of when Linux would.
static inline void *__net_buffer(const void *buffer, size_t size) {
    return __builtin_expect(buffer == NULL, 0) && size > 0 ? (void *)UINTPTR_MAX : (void *)(uintptr_t)buffer;
}
/// `error`, unless `fd` is no descriptor: EBADF comes first.
HIDDEN int32_t __net_unless_bad(int fd, int32_t error);
/// The error of a call on `fd` whose pointer is bad: EFAULT, unless the descriptor is bad already.
HIDDEN int32_t __net_fault(int fd);
/// Checks a path. EFAULT: a bad address. ENOENT: the empty one, which wasi-libc takes for the working directory.
HIDDEN int32_t __net_check_path(const char *path);
/// Checks an array of iovecs. EINVAL: too many or too long. EFAULT: it is not in memory, or a pointer in it is null.
HIDDEN int32_t __net_check_iovecs(const struct iovec *iovs, int count);
/// Copies iovecs, which are in memory, with addresses outside of it for null pointers: see __net_buffer.
HIDDEN void __net_without_null(struct iovec *copy, const struct iovec *iovs, int count);
/// Whether the iovecs are of no bytes.
static inline bool __net_is_nothing(const struct iovec *iovs, int count) {
    while (count > 0 && iovs[count - 1].iov_len == 0) count--;
    return count == 0;
}
/// How many of the iovecs readv and writev are to pass on: of a single empty one none, since that would be a read or a
/// write of no bytes, which a descriptor may answer otherwise.
static inline int __net_vectors(const struct iovec *iovs, int count) {
    return count == 1 && iovs[0].iov_len == 0 ? 0 : count;
}

// --- restart.c: SA_RESTART ---

/// How many handlers without SA_RESTART have run.
HIDDEN extern volatile uint32_t __net_interruptions;
/// Whether a call on `fd` that was interrupted is to be made again; `mark` is __net_interruptions from before it.
HIDDEN bool __net_restarts(int fd, uint32_t mark, bool sending);

/// Makes a blocking call on `fd`, and makes it again when it was interrupted by handlers with SA_RESTART only.
#define NET_RESTARTING(error, fd, sending, call) \
    do { \
        uint32_t net_mark_ = __net_interruptions; \
        (error) = (call); \
        if ((error) != __WASI_ERRNO_INTR || !__net_restarts((fd), net_mark_, (sending))) break; \
    } while (1)

// --- network.c ---

/// The default network. EACCES: there is none.
HIDDEN int32_t __net_network(__wasi_network_t *network);

// --- socket_type.c ---

/// SOCK_STREAM, SOCK_DGRAM, SOCK_RAW or SOCK_SEQPACKET of a socket. EBADF, ENOTSOCK.
HIDDEN int32_t __net_socket_type(int fd, int *type);
/// `error`, unless `fd` is no socket: EBADF and ENOTSOCK come first.
HIDDEN int32_t __net_unless_no_socket(int fd, int32_t error);

// --- sockaddr.c ---

/// A program's address as the imports take it. EFAULT, EINVAL: too short, EAFNOSUPPORT; for a path ENOENT, ENOMEM. After
/// success __net_address_done is to be called.
HIDDEN int32_t __net_address_in(const struct sockaddr *addr, socklen_t len, __wasi_net_address_t *address);
/// The same for a call on a socket, as Linux judges lengths and families there: `use` says which call. What a stream sends
/// goes to its peer, whatever the address, unless sending connects.
enum net_use { NET_BIND, NET_CONNECT, NET_SEND, NET_SEND_CONNECTING };
HIDDEN int32_t __net_address_for(int fd, enum net_use use, const struct sockaddr *addr, socklen_t len,
                                 __wasi_net_address_t *address);
/// Frees what an address from either holds.
HIDDEN void __net_address_done(__wasi_net_address_t *address);
/// Writes an address: as much of it as `*len` holds; `*len` becomes its length. EFAULT, EINVAL: a length below 0. Like
/// Linux, calls look at the room when there is an address, not before.
HIDDEN int32_t __net_address_out(const __wasi_net_address_t *address, struct sockaddr *addr, socklen_t *len);
/// Writes the sockaddr of an internet address, which has room for it; returns its length, 0 where there is no address.
HIDDEN socklen_t __net_sockaddr_of(const __wasi_net_ip_address_t *ip, void *storage);

// --- place.c ---

/// Where a path leads, as open finds it: a preopened directory, and the rest of the path, which the caller frees.
HIDDEN int32_t __net_find_place(const char *name, __wasi_fd_t *directory, char **rest);

/// A directory, and a path from there, which is in `room` where that is not null.
struct net_place {
    __wasi_fd_t directory;
    const char *path;
    char *room;
};
/// Where `path` leads from the directory `fd`, which may be AT_FDCWD. EFAULT; ENOENT: the empty path, or beyond what was
/// given. After success the caller frees `room`.
HIDDEN int32_t __net_place(int fd, const char *path, struct net_place *place);
/// The same for a call with AT_EMPTY_PATH among its `flags`: then an empty path is one, and means `fd` itself.
HIDDEN int32_t __net_place_or_self(int fd, const char *path, int flags, struct net_place *place);
/// What a call with such a place made of it: frees `room`. ENOENT for a missing right, as where there is nothing.
HIDDEN int32_t __net_placed(struct net_place *place, int32_t error);

// --- stat.c ---

/// Whether the host has put a mode into a record: see __WASI_FILE_DETAILS.
HIDDEN bool __net_has_details(const __wasi_filestat_t *record);

// --- directories.c: the directories that were given ---

/// The lowest of their numbers from `from` on; UINT_MAX: there is none.
HIDDEN unsigned __net_next_directory(unsigned from);
/// Before `fd` becomes `target`: gives the directory that has this number, if one has, another one. EBADF, EMFILE, ENOMEM.
HIDDEN int32_t __net_make_way(int fd, int target);

// --- fcntl.c ---

/// Sets a descriptor's close-on-exec flag. Weak where it is used: what no fcntl can see need not be set.
HIDDEN void __net_close_on_exec(int fd);

// --- event_flags.c ---

/// O_NONBLOCK and O_CLOEXEC as the imports' flags. EINVAL: one that is neither, nor in `others`.
HIDDEN int32_t __net_create_flags(int flags, int others, uint32_t *result);

// --- status_flags.c ---

/// O_* of a descriptor, or -1.
HIDDEN int __net_status_flags(int fd);
/// Those of the flags of open that preview 1 has, in its numbers.
HIDDEN __wasi_fdflags_t __net_fdflags(int flags);
/// What open's flags ask of a path.
HIDDEN __wasi_oflags_t __net_oflags(int flags);
/// The flags of open, or of F_GETFL, in wasi-libc's numbers.
HIDDEN int __net_libc_flags(int flags);

// --- owner.c ---

/// O_ASYNC, which preview 1 does not know: until it is set for the first time nobody need ask for it.
HIDDEN int32_t __net_set_async(int fd, bool on);
HIDDEN extern bool __net_async_was_set;
/// Who gets the signals of `fd`. ESRCH: neither this program nor 0.
HIDDEN int32_t __net_set_owner(int fd, pid_t owner);

// --- terminal.c ---

/// ioctl of what <termios.h> has functions for.
HIDDEN int __net_terminal_request(int fd, int request, void *argument);

// --- hostalias.c ---

/// The name of a host that the user calls `alias` (HOSTALIASES), cut to `room` (not 0). False: none.
HIDDEN bool __net_host_alias(const char *alias, char *name, size_t room);

// --- message_flags.c ---

/// MSG_* as send's and receive's flags.
HIDDEN uint32_t __net_send_flags(int flags);
HIDDEN uint32_t __net_receive_flags(int flags);
/// What receive found out, as MSG_*.
HIDDEN int __net_received_flags(uint32_t flags);

// --- control.c: control messages and the imports' records ---

struct ucred;

/// A program's control messages as records, in `room` or, where those are longer, in memory that the caller frees; null:
/// none. Without those of levels that are nothing to the socket `fd`, unless that is -1. EFAULT, EINVAL, ENOBUFS.
#define NET_CONTROL_ROOM 128
HIDDEN int32_t __net_control_in(const struct msghdr *message, int fd, unsigned char room[static NET_CONTROL_ROOM],
                                unsigned char **records, size_t *size);
/// Makes control messages of records, where they are.
HIDDEN void __net_control_out(unsigned char *buffer, size_t size);
/// A process as programs see it: what is this program's own has its own numbers.
HIDDEN void __net_credentials_out(const __wasi_net_credentials_t *credentials, struct ucred *ucred);

// --- transfer.c: what the send and receive families have in common ---

/// Checks the vectors of a message, or what is to be the only one. EMSGSIZE, EFAULT.
HIDDEN int32_t __net_check_message(const struct msghdr *message);
static inline int32_t __net_check_size(size_t size) { return __builtin_expect(size > SIZE_MAX / 2, 0) ? EMSGSIZE : 0; }
/// Sends to an address, or with null as the socket is connected; `error` is what the checks found. `message`, which may be
/// null, has the control messages.
HIDDEN ssize_t __net_send(int fd, const struct iovec *iovs, int count, int flags, const struct sockaddr *addr,
                          socklen_t len, const struct msghdr *message, int32_t error);
/// Receives; `wasi_flags` go with those that `flags` become. `addr`, which gets the sender's address, may be null. `message`,
/// which may be null, gets control messages and flags.
HIDDEN ssize_t __net_receive(int fd, const struct iovec *iovs, int count, int flags, uint32_t wasi_flags,
                             struct sockaddr *addr, socklen_t *len, struct msghdr *message, int32_t error);

/// What sending a message to an internet address asks the imports; the address is read into `address`. False: the message is
/// not so simple, or wrong.
HIDDEN bool __net_plain_message(const struct msghdr *message, __wasi_net_message_t *record, __wasi_net_address_t *address);
/// What receiving a message asks the imports. False: something of it is wrong.
HIDDEN bool __net_message_in(const struct msghdr *message, __wasi_net_message_t *record, __wasi_net_address_t *address);
/// Gives a program a message's control messages, which are where `control` says, and its flags.
HIDDEN void __net_message_result(struct msghdr *message, void *control, const __wasi_net_received_t *received);
/// Gives a program what was received in answer to __net_message_in.
HIDDEN void __net_message_out(const __wasi_net_message_t *record, struct msghdr *message);

// --- poll.c ---

/// poll with nanoseconds (negative: no limit) and a mask that may be null.
HIDDEN int32_t __net_poll(__wasi_poll_record_t *records, size_t count, int64_t nanoseconds, const sigset_t *mask,
                          uint32_t *ready);
/// The nanoseconds of a time, at most the greatest number. EFAULT, EINVAL: not a time.
HIDDEN int32_t __net_nanoseconds(const struct timespec *time, int64_t *nanoseconds);

// --- sigset.c ---

/// Whether there is such a signal.
HIDDEN int __net_signal_is(int signal);
/// The imports' mask for a set, and the set for a mask: preview 1 numbers signals without SIGSTKFLT.
HIDDEN uint64_t __net_mask_of(const sigset_t *set);
HIDDEN void __net_set_of(uint64_t mask, sigset_t *set);
/// The bit of the signal that timers of SIGEV_THREAD send, once there are any; no set has it any more.
HIDDEN extern uint64_t __net_thread_signal;
/// The imports' number for a signal; 0: it has none.
HIDDEN uint32_t __net_signal_number(int signal);
/// The signal with one of the imports' numbers.
HIDDEN int __net_signal_of(uint32_t number);

// --- siginfo.c ---

/// What programs are told about a signal.
HIDDEN void __net_siginfo_of(const __wasi_signal_info_t *info, siginfo_t *result);

// --- sigmask.c ---

/// The mask of blocked signals, in the imports' numbers; changed by the function only.
HIDDEN extern volatile uint64_t __net_signal_mask;
HIDDEN void __net_set_signal_mask(uint64_t mask);

// --- sigaction.c ---

/// Gives the host the action for a signal that the program's table says.
HIDDEN int32_t __net_apply_action(int signal);

// --- timer.c ---

/// Calls the function of a timer of SIGEV_THREAD, if the signal is from one.
HIDDEN bool __net_timer_notifies(const __wasi_signal_info_t *information);

// --- sigaltstack.c ---

/// Where a handler with SA_ONSTACK begins its stack; null: where it is.
HIDDEN void *__net_handler_stack(void);

// --- process.c ---

/// In a new process: asks what its number is, which getpid tells.
HIDDEN void __net_learn_self(void);
/// Whether a number means this process in kill, maybe among others: its own, 0, its group, everybody.
HIDDEN bool __net_is_self(pid_t pid);
/// Whether a number names this process where it cannot name a group: its own, or 0.
HIDDEN bool __net_process(pid_t pid);

// --- clock.c ---

/// What a clockid_t points to, as wasi-libc has it.
struct __clockid {
    __wasi_clockid_t id;
};

/// The monotonic clock, in nanoseconds.
HIDDEN int64_t __net_now(void);

#endif
