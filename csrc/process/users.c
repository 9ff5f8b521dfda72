// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <unistd.h>

#include "internal.h"
#include "user.h"

// The program's user: one ordinary user, never root, and no way to become another.

static int become(unsigned id, unsigned own) { return __net_ret(id == own ? 0 : EPERM); }

static int become_either(unsigned first, unsigned second, unsigned own) {
    bool kept = (first == own || first == (unsigned)-1) && (second == own || second == (unsigned)-1);
    return __net_ret(kept ? 0 : EPERM);
}

uid_t getuid(void) { return NET_USER; }
uid_t geteuid(void) { return NET_USER; }
gid_t getgid(void) { return NET_GROUP; }
gid_t getegid(void) { return NET_GROUP; }

int group_member(gid_t group) { return group == NET_GROUP; }

int setuid(uid_t user) { return become(user, NET_USER); }
int seteuid(uid_t user) { return become(user, NET_USER); }
int setgid(gid_t group) { return become(group, NET_GROUP); }
int setegid(gid_t group) { return become(group, NET_GROUP); }
int setreuid(uid_t real, uid_t effective) { return become_either(real, effective, NET_USER); }
int setregid(gid_t real, gid_t effective) { return become_either(real, effective, NET_GROUP); }

int setresuid(uid_t real, uid_t effective, uid_t saved) {
    return become_either(real, effective, NET_USER) == 0 ? become_either(saved, saved, NET_USER) : -1;
}

int setresgid(gid_t real, gid_t effective, gid_t saved) {
    return become_either(real, effective, NET_GROUP) == 0 ? become_either(saved, saved, NET_GROUP) : -1;
}

static int three(uint32_t *real, uint32_t *effective, uint32_t *saved, uint32_t id) {
    if (!__net_inside(real, sizeof id) || !__net_inside(effective, sizeof id) || !__net_inside(saved, sizeof id))
        return __net_ret(EFAULT);
    *real = *effective = *saved = id;
    return 0;
}

int getresuid(uid_t *real, uid_t *effective, uid_t *saved) {
    return three(real, effective, saved, NET_USER);
}

int getresgid(gid_t *real, gid_t *effective, gid_t *saved) {
    return three(real, effective, saved, NET_GROUP);
}

int getgroups(int count, gid_t groups[]) {
    if (count < 0) return __net_ret(EINVAL);
    if (count > 0 && !__net_inside(groups, sizeof *groups)) return __net_ret(EFAULT);
    if (count > 0) groups[0] = NET_GROUP;
    return 1;
}

int setgroups(size_t count, const gid_t *groups) { return __net_ret(count == 1 && groups[0] == NET_GROUP ? 0 : EPERM); }

int initgroups(const char *name, gid_t group) {
    (void)name;
    return __net_ret(group == NET_GROUP ? 0 : EPERM);
}

int issetugid(void) { return 0; }

char *cuserid(char *buffer) {
    static char own[L_cuserid];
    if (buffer == NULL) buffer = own;
    snprintf(buffer, L_cuserid, "%s", __net_user_name());
    return buffer;
}
