// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <stdarg.h>
#include <string.h>
#include <sys/prctl.h>

#include "internal.h"

// What can be set of a process that has no other around it: what holds by itself is remembered, what something would have
// to come of (a parent's end, namespaces, filters) is EINVAL, as on a kernel that has not heard of it.

#define NAME_SIZE 16

static char name[NAME_SIZE];
static bool named, undumpable, keeps_capabilities, gains_nothing;

static int32_t set_name(const char *to) {
    if (!__net_inside(to, 1)) return EFAULT;
    strncpy(name, to, NAME_SIZE - 1);
    named = true;
    return 0;
}

// As the program was started, until it gave itself one.
static int32_t get_name(char *to) {
    if (!__net_inside(to, NAME_SIZE)) return EFAULT;
    if (!named) set_name(program_invocation_short_name);
    memcpy(to, name, NAME_SIZE);
    return 0;
}

static int32_t set(bool *flag, unsigned long value) {
    if (value > 1) return EINVAL;
    *flag = value;
    return 0;
}

int prctl(int option, ...) {
    unsigned long arguments[4];
    va_list list;
    va_start(list, option);
    for (int i = 0; i < 4; i++) arguments[i] = va_arg(list, unsigned long);
    va_end(list);
    bool others = arguments[1] || arguments[2] || arguments[3];
    switch (option) {
    case PR_SET_NAME: return __net_ret(set_name((const char *)arguments[0]));
    case PR_GET_NAME: return __net_ret(get_name((char *)arguments[0]));
    case PR_GET_DUMPABLE: return !undumpable;
    case PR_SET_DUMPABLE: return __net_ret(set(&undumpable, arguments[0] ^ 1));
    case PR_GET_KEEPCAPS: return keeps_capabilities;
    case PR_SET_KEEPCAPS: return __net_ret(set(&keeps_capabilities, arguments[0]));
    case PR_GET_NO_NEW_PRIVS: return __net_ret_value(arguments[0] || others ? EINVAL : 0, gains_nothing);
    case PR_SET_NO_NEW_PRIVS: // there is no exec to gain any by
        if (arguments[0] != 1 || others) return __net_ret(EINVAL);
        gains_nothing = true;
        return 0;
    default: return __net_ret(EINVAL);
    }
}
