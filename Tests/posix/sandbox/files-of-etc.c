// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: mkdir etc && printf 'root:x:0:0:Root:/root:/bin/sh\nalice:x:1000:100:Alice A.,,,:/home/alice:/bin/ash\nbroken\nbob:x:notanumber:1::/:\nweb:*:33:33::/var/www:\n' > etc/passwd && printf 'users:x:100:\nweb:x:33:alice,bob\nstaff:x:50:alice\n' > etc/group && printf '# MAC name\n00:11:22:33:44:55 printer\na:b:c:d:e:f gate.example # note\n' > etc/ethers && printf 'own-service 7777/tcp other-name # x\nhttp 8000/tcp\n' > etc/services

#include "../test.h"
#include <grp.h>
#include <netdb.h>
#include <netinet/ether.h>
#include <pwd.h>

// What the files in the /etc that was granted say of users, groups, services and Ethernet addresses.

static void print_user(const struct passwd *user) {
    if (user) printf("%s:%s:%d:%d:%s:%s:%s\n", user->pw_name, user->pw_passwd, user->pw_uid, user->pw_gid, user->pw_gecos, user->pw_dir, user->pw_shell);
    else printf("no user, %s\n", errname(errno));
}

static void print_group(const struct group *group) {
    if (!group) return (void)printf("no group, %s\n", errname(errno));
    printf("%s %d:", group->gr_name, group->gr_gid);
    for (char **member = group->gr_mem; *member; member++) printf(" %s", *member);
    printf("\n");
}

int main(void) {
    struct passwd *user;
    struct group *group;
    while ((user = getpwent())) print_user(user);
    endpwent();
    while ((group = getgrent())) print_group(group);
    endgrent();
    errno = 0;
    print_user(getpwnam("web"));
    print_user(getpwuid(1000));
    print_user(getpwnam("bob"));
    print_group(getgrnam("staff"));
    print_group(getgrgid(33));
    gid_t groups[8];
    int count = 8;
    printf("%d:", getgrouplist("alice", 100, groups, &count));
    for (int i = 0; i < count; i++) printf(" %d", groups[i]);
    printf("\n");

    struct servent *service = getservbyname("other-name", "tcp");
    printf("%s %d\n", service ? service->s_name : "none", service ? ntohs(service->s_port) : 0);
    service = getservbyname("http", NULL);
    printf("%d\n", service ? ntohs(service->s_port) : 0);
    printf("%d\n", getservbyname("ftp", "tcp") != NULL);

    struct ether_addr address;
    char name[1024], text[18];
    printf("%d ", ether_hostton("printer", &address));
    printf("%s\n", ether_ntoa_r(&address, text));
    ether_aton_r("0a:0b:0c:0d:0e:0f", &address);
    printf("%d ", ether_ntohost(name, &address));
    printf("%s\n", name);
    printf("%d\n", ether_hostton("gate", &address));
    return t_status;
}
