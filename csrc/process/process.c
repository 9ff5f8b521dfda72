// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdbool.h>
#include <unistd.h>

#include "internal.h"

// The program as a process, among those that it forked. Numbers are the program's own: the first process is 42.

static pid_t self = 42;

static int32_t identify(pid_t pid, __wasi_process_identity_t *identity) {
    return pid < 0 ? ESRCH : __wasi_process_identify(pid == self ? 0 : pid, identity);
}

void __net_learn_self(void) {
    __wasi_process_identity_t identity;
    if (identify(0, &identity) == 0) self = identity.process;
}

pid_t getpid(void) { return self; }
pid_t gettid(void) { return self; }

pid_t getppid(void) {
    __wasi_process_identity_t identity;
    return identify(0, &identity) == 0 ? identity.parent : 1;
}

pid_t getpgid(pid_t pid) {
    __wasi_process_identity_t identity = {.group = 0};
    return __net_ret_value(identify(pid, &identity), identity.group);
}

pid_t getsid(pid_t pid) {
    __wasi_process_identity_t identity = {.session = 0};
    return __net_ret_value(identify(pid, &identity), identity.session);
}

pid_t getpgrp(void) { return getpgid(0); }

bool __net_is_self(pid_t pid) { return pid == self || pid == 0 || pid == -1 || (pid < 0 && pid == -getpgrp()); }

bool __net_process(pid_t pid) { return pid == 0 || pid == self; }

int setpgid(pid_t pid, pid_t group) {
    if (pid < 0 || group < 0) return __net_ret(EINVAL);
    return __net_ret(__wasi_process_set_group(pid, group));
}

pid_t setpgrp(void) { return setpgid(0, 0); }
pid_t setsid(void) { return __net_ret_value(__wasi_process_new_session(), self); }

int nice(int increment) { return __net_ret(increment >= 0 ? 0 : EPERM); }
int chroot(const char *path) {
    (void)path;
    return __net_ret(EPERM);
}
