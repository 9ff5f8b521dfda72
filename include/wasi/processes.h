// SPDX-License-Identifier: Apache-2.0

// The WASI imports that are about processes: other ones with the memory and the descriptors that this one has, which
// fork makes. They are under the same rules as the first. <wasi/networking.h>, which includes this file, says what holds
// for all imports.
#ifndef __WASI_PROCESSES_H
#define __WASI_PROCESSES_H

#include <stddef.h>
#include <stdint.h>
#include <wasi/descriptors.h>

#ifdef __cplusplus
extern "C" {
#endif

// ---------------------------------------------------------------------------------------------------------------
// wasi_process. Processes are numbered within a program: the first is 42. Each of them may send signals to, and ask for
// the group of, each other. A host that permits no processes answers ENOSYS to fork.
// ---------------------------------------------------------------------------------------------------------------

/// fork. `*child` is the new process's number, and 0 there. It begins without pending signals, alarms, timers and record
/// locks; all descriptors are shared. EAGAIN: there are as many as there may be. ENOSYS.
int32_t __wasi_process_fork(int32_t *child) __WASI_NET_IMPORT("wasi_process", "fork");

/// Who a process is: 16 bytes.
typedef struct __wasi_process_identity {
    int32_t process;
    /// 1 when it has ended, and of the first process.
    int32_t parent;
    int32_t group;
    int32_t session;
} __wasi_process_identity_t;
_Static_assert(sizeof(__wasi_process_identity_t) == 16, "size");
_Static_assert(offsetof(__wasi_process_identity_t, parent) == 4, "offset");
_Static_assert(offsetof(__wasi_process_identity_t, group) == 8, "offset");
_Static_assert(offsetof(__wasi_process_identity_t, session) == 12, "offset");

/// About process `process`, 0 for this one. ESRCH: there is none.
int32_t __wasi_process_identify(int32_t process, __wasi_process_identity_t *identity)
    __WASI_NET_IMPORT("wasi_process", "identify");

/// setpgid. The first process leads its group and stays in it. ESRCH. EPERM. EACCES. EINVAL.
int32_t __wasi_process_set_group(int32_t process, int32_t group) __WASI_NET_IMPORT("wasi_process", "set_group");

/// setsid. EPERM: it leads its group.
int32_t __wasi_process_new_session(void) __WASI_NET_IMPORT("wasi_process", "new_session");

/// kill and sigqueue, with kill's targets: a process, 0 for its own group, -1 for all others, -GROUP. `signal` 0 only asks
/// whether there is somebody. `code` is __WASI_SIGNAL_CODE_USER or _QUEUE. ESRCH. EINVAL. EPERM: a signal that stops, while
/// the program's time is limited.
int32_t __wasi_process_send(int32_t target, uint32_t signal, int32_t code, uint64_t value)
    __WASI_NET_IMPORT("wasi_process", "send");

/// Which children to wait for: any, one, or those of a group (0: its own).
enum { __WASI_PROCESS_ANY = 0, __WASI_PROCESS_ONE = 1, __WASI_PROCESS_GROUP = 2 };

/// What to wait for, with Linux's values. KEEP leaves what is told to be told again.
enum {
    __WASI_PROCESS_NOHANG = 1,
    __WASI_PROCESS_STOPPED = 2,
    __WASI_PROCESS_EXITED = 4,
    __WASI_PROCESS_CONTINUED = 8,
    __WASI_PROCESS_KEEP = 0x1000000,
};

/// What became of a child, with Linux's values: `status` is that of its exit, else a signal's number.
enum {
    __WASI_PROCESS_CODE_EXITED = 1,
    __WASI_PROCESS_CODE_KILLED = 2,
    __WASI_PROCESS_CODE_DUMPED = 3,
    __WASI_PROCESS_CODE_STOPPED = 5,
    __WASI_PROCESS_CODE_CONTINUED = 6,
};

/// A change of a child: 40 bytes.
typedef struct __wasi_process_change {
    /// 0: nothing happened yet, with NOHANG.
    int32_t process;
    int32_t code;
    int32_t status;
    /// __WASI_NET_OWN_ID.
    uint32_t user;
    /// What it and its children took, in microseconds.
    uint64_t user_time;
    uint64_t system_time;
    /// The most memory that it had, in KiB.
    uint64_t resident;
} __wasi_process_change_t;
_Static_assert(sizeof(__wasi_process_change_t) == 40, "size");
_Static_assert(offsetof(__wasi_process_change_t, code) == 4, "offset");
_Static_assert(offsetof(__wasi_process_change_t, status) == 8, "offset");
_Static_assert(offsetof(__wasi_process_change_t, user) == 12, "offset");
_Static_assert(offsetof(__wasi_process_change_t, user_time) == 16, "offset");
_Static_assert(offsetof(__wasi_process_change_t, system_time) == 24, "offset");
_Static_assert(offsetof(__wasi_process_change_t, resident) == 32, "offset");

/// waitid. EINTR: a signal was delivered. ECHILD: there is no such child. EINVAL.
int32_t __wasi_process_wait(uint32_t kind, int32_t number, uint32_t options, __wasi_process_change_t *change)
    __WASI_NET_IMPORT("wasi_process", "wait");

/// Makes memory common to this process and those that it forks from now on, or its own again (`common` 0); in both cases it
/// is zero then. Address and size are multiples of 4096. EINVAL. ENOSYS: there are no other processes to share it with.
int32_t __wasi_process_share(void *memory, size_t size, uint32_t common) __WASI_NET_IMPORT("wasi_process", "share");

#ifdef __cplusplus
}
#endif

#endif
