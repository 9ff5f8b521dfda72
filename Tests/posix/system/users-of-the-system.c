// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <grp.h>
#include <limits.h>
#include <pwd.h>

// Groups by number, logins, directories, and what else unistd.h has without a file of its own.

int main(void) {
    char buffer[1024], name[LOGIN_NAME_MAX] = "";
    struct group group, *result;
    EXPECT_EQ(getgrgid_r(getgid(), &group, buffer, sizeof buffer, &result), 0);
    EXPECT(result == &group && group.gr_gid == getgid());
    EXPECT_EQ(getgrgid_r(getgid(), &group, buffer, 1, &result), ERANGE);
    EXPECT(result == NULL);
    EXPECT_EQ(getgrgid_r(123456789, &group, buffer, sizeof buffer, &result), 0);
    EXPECT(result == NULL);
    int first = 0, second = 0;
    setgrent();
    while (getgrent()) first++;
    setgrent();
    while (getgrent()) second++;
    endgrent();
    EXPECT(first > 0 && first == second);

    // Whether there is a login depends on the terminal; a name that does not fit is ERANGE or that there is none.
    char *login = getlogin();
    int error = getlogin_r(name, sizeof name);
    EXPECT((login == NULL) == (error != 0) && (error != 0 || strcmp(login, name) == 0));
    EXPECT(getlogin_r(name, 0) != 0);

    char own[L_cuserid], *user = cuserid(own);
    struct passwd *entry = getpwuid(geteuid());
    EXPECT(user == own && entry && strncmp(own, entry->pw_name, L_cuserid - 1) == 0);

    char *folder = get_current_dir_name(), *same = getcwd(NULL, 0);
    EXPECT(folder && same && strcmp(folder, same) == 0);
    free(folder);
    free(same);
    EXPECT(sbrk(0) != (void *)-1);

    SHOW(eaccess(".", R_OK | X_OK));
    SHOW(eaccess("nowhere", F_OK));
    SHOW(euidaccess(".", W_OK));
    SHOW(euidaccess("nowhere/x", R_OK));
    return t_status;
}
