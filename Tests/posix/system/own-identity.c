// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <grp.h>
#include <pwd.h>
#include <sys/utsname.h>

// A program may become what it is, and looks itself up.

int main(void) {
    uid_t real, effective, saved;
    gid_t group, effective_group, saved_group;
    SHOW(setuid(getuid()));
    SHOW(seteuid(geteuid()));
    SHOW(setreuid(-1, geteuid()));
    SHOW(setresuid(-1, -1, -1));
    SHOW(setgid(getgid()));
    SHOW(setegid(getegid()));
    SHOW(setregid(getgid(), -1));
    SHOW(setresgid(-1, -1, getegid()));
    REQUIRE(getresuid(&real, &effective, &saved));
    REQUIRE(getresgid(&group, &effective_group, &saved_group));
    EXPECT(real == getuid() && effective == geteuid() && saved == geteuid());
    EXPECT(group == getgid() && effective_group == getegid() && saved_group == getegid());
    EXPECT(getgroups(0, NULL) >= 0);

    struct passwd *own = getpwuid(getuid()), entry, *result;
    EXPECT(own);
    if (!own) return 1;
    char name[64], buffer[1024];
    snprintf(name, sizeof name, "%s", own->pw_name);
    EXPECT(own->pw_uid == getuid() && own->pw_gid == getgid());
    EXPECT_EQ(getpwnam_r(name, &entry, buffer, sizeof buffer, &result), 0);
    EXPECT(result == &entry && entry.pw_uid == getuid() && strcmp(entry.pw_name, name) == 0);
    EXPECT_EQ(getpwuid_r(getuid(), &entry, buffer, 1, &result), ERANGE);
    EXPECT(result == NULL);
    EXPECT_EQ(getpwnam_r("no-such-user", &entry, buffer, sizeof buffer, &result), 0);
    EXPECT(result == NULL);
    errno = 0;
    EXPECT(getpwnam("no-such-user") == NULL);
    EXPECT(getpwuid(123456789) == NULL);
    EXPECT(getgrnam("no-such-group") == NULL);
    EXPECT(getgrgid(123456789) == NULL);
    struct group *own_group = getgrgid(getgid()), group_entry, *group_result;
    EXPECT(own_group);
    if (own_group) snprintf(name, sizeof name, "%s", own_group->gr_name);
    EXPECT_EQ(getgrnam_r(name, &group_entry, buffer, sizeof buffer, &group_result), 0);
    EXPECT(group_result == &group_entry && group_entry.gr_gid == getgid());
    int found = 0;
    setpwent();
    while ((own = getpwent())) found += own->pw_uid == getuid();
    endpwent();
    EXPECT(found > 0);
    gid_t groups[64];
    int count = 64;
    EXPECT(getgrouplist(getpwuid(getuid())->pw_name, getgid(), groups, &count) >= 1);
    EXPECT(groups[0] == getgid());
    count = 0;
    EXPECT_EQ(getgrouplist(getpwuid(getuid())->pw_name, getgid(), groups, &count), -1);
    EXPECT(count >= 1);

    struct utsname names;
    REQUIRE(uname(&names));
    char host[256];
    REQUIRE(gethostname(host, sizeof host));
    EXPECT(strncmp(names.nodename, host, sizeof names.nodename - 1) == 0);
    SHOW(gethostname(host, 1));
    SHOW(gethostname(host, 0));
    SHOW(getdomainname(host, sizeof host));
    SHOW(uname(NULL));
    return t_status;
}
