// SPDX-License-Identifier: Apache-2.0
// netwasi: --max-processes 1 --dir @SCRATCH@::/

#define _GNU_SOURCE
#include "../test.h"
#include <grp.h>
#include <netdb.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/utsname.h>

// What needs an administrator, or another process, is refused; what tells of the machine says nothing of it.

int main(void) {
    struct utsname names;
    char host[64];
    SHOW(setuid(0));
    SHOW(setgid(0));
    SHOW(seteuid(0));
    SHOW(setresuid(0, -1, -1));
    SHOW(setgroups(1, (gid_t[]){0}));
    SHOW(initgroups("root", 0));
    SHOW(sethostname("name", 4));
    SHOW(setdomainname("name", 4));
    SHOW(settimeofday(&(struct timeval){0}, NULL));
    SHOW(clock_settime(CLOCK_REALTIME, &(struct timespec){0}));
    SHOW(setpriority(PRIO_PROCESS, 0, -5));
    SHOW(nice(-1));
    SHOW(chroot("/"));
    SHOW(setrlimit(RLIMIT_CORE, &(struct rlimit){1, 1}));
    SHOW(daemon(1, 1));
    SHOW(gethostname(host, sizeof host));
    printf("%s\n", host);
    SHOW(uname(&names));
    printf("%s %s %s\n", names.sysname, names.nodename, names.machine);
    printf("%d %d\n", getuid(), getgid());
    double load[3];
    SHOW(getloadavg(load, 3));
    printf("%d %d\n", gethostent() != NULL, getnetbyname("loopback") != NULL);
    return t_status;
}
