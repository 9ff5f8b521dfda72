// SPDX-License-Identifier: Apache-2.0
//
// Processes that a program makes: the table that all of them share, and what is asked of those in it.
#define _GNU_SOURCE
#include "CKernel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>

/// The system's number of something and the program's.
struct pair {
    int32_t host, number;
};

/// One process. `host` is the system's number, 0 where the place is free and -1 while a process is being made; the rest
/// is valid with it. `start` tells it from another that the system gave the same number later. Groups and sessions are
/// kept with their members, since they outlive their leaders.
struct place {
    int32_t host, number, parent;
    struct pair group, session;
    uint64_t start;
};

/// In memory that is shared by all of them.
struct ck_processes {
    int32_t most, last;
    struct place places[];
};

/// This process's program's.
static struct ck_processes *made;

/// What the first process calls itself, and how far numbers go before they begin again.
enum { first_number = 42, last_number = 1 << 22 };

/// What the system says of a process: nothing where it has no /proc.
struct status {
    char state;
    int32_t parent;
    /// In ticks after the system's start.
    uint64_t start;
};

static struct status status_of(int32_t host) {
    struct status status = {0};
    char path[40], text[1024];
    snprintf(path, sizeof path, "/proc/%d/stat", host);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return status;
    ssize_t size = read(fd, text, sizeof text - 1);
    close(fd);
    text[size > 0 ? size : 0] = 0;
    // The name comes in parentheses and may contain any; the 20th word behind it is the start.
    char *word = strrchr(text, ')');
    if (!word || sscanf(word, ") %c %d", &status.state, &status.parent) != 2) return status;
    for (int i = 0; word && i < 20; i++) word = strchr(word + 1, ' ');
    if (word) status.start = strtoull(word + 1, NULL, 10);
    return status;
}

static uint64_t start_of(int32_t host) { return status_of(host).start; }

static int32_t host_at(const struct place *place) { return __atomic_load_n(&place->host, __ATOMIC_SEQ_CST); }

static void settle(struct place *place, int32_t host) {
    place->start = start_of(host);
    __atomic_store_n(&place->host, host, __ATOMIC_SEQ_CST);
}

struct ck_processes *ck_processes_make(int32_t most) {
    size_t size = sizeof(struct ck_processes) + (size_t)most * sizeof(struct place);
    struct ck_processes *table = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (table == MAP_FAILED) return NULL;
    *table = (struct ck_processes){.most = most, .last = first_number};
    // It is taken for the leader of its group and session, whatever the system says.
    table->places[0] = (struct place){
        .number = first_number,
        .parent = 1,
        .group = {getpgrp(), first_number},
        .session = {getsid(0), first_number},
    };
    settle(&table->places[0], getpid());
    made = table;
    return table;
}

/// The place of the process that the guests call `number`.
static struct place *place_of(struct ck_processes *table, int32_t number) {
    for (int32_t i = 0; i < table->most; i++) {
        struct place *place = &table->places[i];
        if (host_at(place) > 0 && place->number == number) return place;
    }
    return NULL;
}

static struct place *place_of_host(struct ck_processes *table, int32_t host) {
    for (int32_t i = 0; host > 0 && i < table->most; i++)
        if (host_at(&table->places[i]) == host) return &table->places[i];
    return NULL;
}

static int32_t number_of(struct ck_processes *table, int32_t host) {
    struct place *place = place_of_host(table, host);
    return place ? place->number : 0;
}

int32_t ck_process_name(int32_t host) {
    int32_t number = made ? number_of(made, host) : 0;
    return number != 0 ? number : host;
}

/// Whether a process is gone that nobody waited for: because he asked not to have to, or ended before. Not every system's
/// first process waits for orphans.
static bool is_gone(struct ck_processes *table, const struct place *place, int32_t host) {
    if (kill(host, 0) != 0 && errno == ESRCH) return true;
    struct status status = status_of(host);
    if (status.state == 0) return false; // it could not be looked at
    if (status.start != place->start) return true;
    struct place *parent = place_of(table, place->parent);
    return status.state == 'Z' && (!parent || host_at(parent) != status.parent);
}

/// A free place.
static struct place *claim(struct ck_processes *table) {
    for (int32_t i = 0; i < table->most; i++) {
        struct place *place = &table->places[i];
        int32_t host = host_at(place);
        if (host < 0 || (host > 0 && !is_gone(table, place, host))) continue;
        if (__atomic_compare_exchange_n(&place->host, &host, -1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) return place;
    }
    return NULL;
}

static int32_t new_number(struct ck_processes *table) {
    int32_t number;
    do {
        number = __atomic_add_fetch(&table->last, 1, __ATOMIC_SEQ_CST);
        if (number > last_number) __atomic_compare_exchange_n(&table->last, &number, first_number, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    } while (number <= first_number || number > last_number || place_of(table, number));
    return number;
}

int32_t ck_process_fork(struct ck_processes *table) {
    struct place *place = claim(table);
    if (!place) return -EAGAIN;
    struct place *own = place_of_host(table, getpid());
    if (!own) return -EAGAIN;
    place->number = new_number(table);
    place->parent = own->number;
    place->group = own->group;
    place->session = own->session;
    pid_t host = fork();
    if (host < 0) {
        int error = errno;
        __atomic_store_n(&place->host, 0, __ATOMIC_SEQ_CST);
        return -error;
    }
    settle(place, host == 0 ? getpid() : host);
    return host == 0 ? 0 : place->number;
}

// ---------------------------------------------------------------------------------------------------------------
// Who is who. Groups and sessions have the number of the process that began them.
// ---------------------------------------------------------------------------------------------------------------

static int32_t number_of_group(struct ck_processes *table, int32_t host) {
    for (int32_t i = 0; i < table->most; i++)
        if (host_at(&table->places[i]) > 0 && table->places[i].group.host == host) return table->places[i].group.number;
    return 0;
}

static int32_t number_of_session(struct ck_processes *table, int32_t host) {
    for (int32_t i = 0; i < table->most; i++)
        if (host_at(&table->places[i]) > 0 && table->places[i].session.host == host) return table->places[i].session.number;
    return 0;
}

/// The system's number of a process, 0 for this one. 0: there is none, or another that was given its number.
static int32_t host_of(struct ck_processes *table, int32_t number) {
    if (number == 0) return getpid();
    struct place *place = place_of(table, number);
    return place && start_of(host_at(place)) == place->start ? host_at(place) : 0;
}

static int32_t host_of_group(struct ck_processes *table, int32_t number) {
    if (number == 0) return getpgrp();
    for (int32_t i = 0; i < table->most; i++)
        if (host_at(&table->places[i]) > 0 && table->places[i].group.number == number) return table->places[i].group.host;
    return 0;
}

int32_t ck_process_identify(struct ck_processes *table, int32_t number, struct ck_process_identity *identity) {
    int32_t host = host_of(table, number);
    if (host == 0) return ESRCH;
    struct place *place = place_of_host(table, host);
    struct place *parent = place ? place_of(table, place->parent) : NULL;
    // Who survives his parent is the system's.
    bool has_parent = parent && (host != getpid() || getppid() == host_at(parent));
    identity->process = place ? place->number : 0;
    identity->parent = has_parent ? place->parent : 1;
    identity->group = number_of_group(table, getpgid(host));
    identity->session = number_of_session(table, getsid(host));
    return 0;
}

/// The first process stays in its group.
int32_t ck_process_set_group(struct ck_processes *table, int32_t number, int32_t group) {
    int32_t host = host_of(table, number);
    struct place *place = place_of_host(table, host);
    if (!place) return ESRCH;
    if (place->number == first_number) return group == 0 || group == first_number ? 0 : EPERM;
    struct pair new = {host, place->number};
    if (group != 0 && group != place->number) new = (struct pair){host_of_group(table, group), group};
    if (new.host == 0) return EPERM;
    if (setpgid(host, new.host) != 0) return errno;
    place->group = new;
    return 0;
}

int32_t ck_process_new_session(struct ck_processes *table) {
    struct place *place = place_of_host(table, getpid());
    if (!place || place->number == first_number) return EPERM;
    if (setsid() < 0) return errno;
    place->group = place->session = (struct pair){getpid(), place->number};
    return 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Signals to others
// ---------------------------------------------------------------------------------------------------------------

/// Sends to the process in a place: to that one only, whatever becomes of its number meanwhile.
static int32_t send_to(const struct place *place, int host_signal, int32_t code, uint64_t value) {
    int32_t host = host_at(place);
    int fd = host > 0 ? (int)syscall(SYS_pidfd_open, host, 0) : -1;
    if (fd < 0) return errno == ENOSYS ? ENOSYS : ESRCH;
    siginfo_t info = {.si_signo = host_signal, .si_code = code};
    info.si_pid = getpid();
    info.si_uid = getuid();
    info.si_value.sival_ptr = (void *)(uintptr_t)value;
    int32_t error = 0;
    if (host_at(place) != host || start_of(host) != place->start) error = ESRCH;
    else if (syscall(SYS_pidfd_send_signal, fd, host_signal, code == SI_QUEUE ? &info : NULL, 0) != 0) error = errno;
    close(fd);
    return error;
}

int32_t ck_process_send(struct ck_processes *table, int32_t target, uint32_t signal, int32_t code, uint64_t value,
                        bool *reaches_self) {
    int host_signal = signal == 0 ? 0 : ck_sent_to_others(signal);
    int32_t self = getpid(), group = target > 0 || target == -1 ? 0 : host_of_group(table, -target), result = ESRCH;
    *reaches_self = false;
    if (host_signal < 0) return -host_signal;
    if (target <= 0 && target != -1 && group == 0) return ESRCH;
    for (int32_t i = 0; i < table->most; i++) {
        const struct place *place = &table->places[i];
        int32_t host = host_at(place);
        if (host <= 0 || (target > 0 && place->number != target) || (group != 0 && getpgid(host) != group)) continue;
        // As on Linux, all are all others.
        if (host == self && target == -1) continue;
        int32_t error = 0;
        if (host == self) *reaches_self = true;
        else error = send_to(place, host_signal, code, value);
        if (error == 0 || result == ESRCH) result = error;
    }
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// Waiting
// ---------------------------------------------------------------------------------------------------------------

static void note(const siginfo_t *info, const struct rusage *usage, struct ck_process_change *change) {
    change->code = info->si_code;
    change->status = info->si_code == CLD_EXITED ? info->si_status : (int32_t)ck_guest_signal(info->si_status);
    change->user_time = (uint64_t)usage->ru_utime.tv_sec * 1000000 + (uint64_t)usage->ru_utime.tv_usec;
    change->system_time = (uint64_t)usage->ru_stime.tv_sec * 1000000 + (uint64_t)usage->ru_stime.tv_usec;
    change->resident = (uint64_t)usage->ru_maxrss;
}

/// waitid, of which the kernel looks for what there is before it looks at signals.
static intptr_t wait_for(idtype_t type, int32_t id, siginfo_t *info, int32_t options, struct rusage *usage) {
    info->si_pid = 0;
    intptr_t result = ck_wait_syscall(SYS_waitid, type, id, (intptr_t)info, options, (intptr_t)usage, 0);
    if (result != -EINTR) return result;
    result = syscall(SYS_waitid, type, id, info, options | WNOHANG, usage) == 0 ? 0 : -errno;
    return result == 0 && info->si_pid == 0 && !(options & WNOHANG) ? -EINTR : result;
}

/// A child that has ended keeps its number until it is waited for: so its place is given up first, between a look and
/// the wait itself.
intptr_t ck_process_wait(struct ck_processes *table, uint32_t kind, int32_t number, int32_t options,
                         struct ck_process_change *change) {
    static const idtype_t types[] = {P_ALL, P_PID, P_PGID};
    siginfo_t info;
    struct rusage usage = {0};
    *change = (struct ck_process_change){.process = 0};
    int32_t host = kind == 0 ? 0 : kind == 1 ? host_of(table, number) : host_of_group(table, number);
    if (kind != 0 && host == 0) return -ECHILD;
    while (true) {
        intptr_t result = wait_for(types[kind], host, &info, options | WNOWAIT, &usage);
        if (result < 0 || info.si_pid == 0) return result;
        struct place *place = place_of_host(table, info.si_pid);
        change->process = place ? place->number : 0;
        note(&info, &usage, change);
        if (options & WNOWAIT) return 0;
        bool has_ended = info.si_code == CLD_EXITED || info.si_code == CLD_KILLED || info.si_code == CLD_DUMPED;
        if (has_ended && place) __atomic_store_n(&place->host, 0, __ATOMIC_SEQ_CST);
        // What is taken is what was seen: who was stopped may have gone on.
        int32_t kind_of_change = has_ended ? WEXITED : info.si_code == CLD_CONTINUED ? WCONTINUED : WSTOPPED;
        siginfo_t taken;
        if (wait_for(P_PID, info.si_pid, &taken, kind_of_change | WNOHANG, &usage) == 0 && taken.si_pid != 0) return 0;
    }
}

void ck_process_abort(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    abort();
}
