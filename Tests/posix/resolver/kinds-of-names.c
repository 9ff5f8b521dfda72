// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <arpa/nameser.h>
#include <resolv.h>

// Names of hosts, mailboxes, owners and domains; names within others; the form with one dot.

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

int main(void) {
    static const char *const names[] = {
        "", ".", "..", "a", "a.", "a..", "a.b", "host.example.org", "host.example.org.", "HOST", "-a", "a-", "a.-b", "-", "_srv._tcp.test", "1.2",
        "a_b", "a b", "a\tb", "a\\032b", "a\\.b", "a\\.b.c", "\\a.b", "a\\", "user\\.name.example.org", "user@x.example.org", "*.example.org", "*", "*.",
        "a.*.b", "*a.b", "-*.b", "\303\244.test", "a/b.test", "a.b/c", "x.-y", "*.-a", "a.\\-b", "a\177b", "a\\000b.c", ".a",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.test", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.test"};
    size_t count = sizeof names / sizeof *names;
    for (size_t i = 0; i < count; i++) {
        char canonical[80];
        errno = 0;
        int made = ns_makecanon(names[i], canonical, i % 3 ? sizeof canonical : strlen(names[i]) + i % 2 + 1);
        printf("%s: host %d, owner %d, mailbox %d, domain %d, labels %d, ", names[i], !!res_hnok(names[i]), !!res_ownok(names[i]), !!res_mailok(names[i]),
               !!res_dnok(names[i]), dn_count_labels(names[i]));
        printf("%d %s\n", made, made == 0 ? canonical : errname(errno));
    }
    // A name of the greatest length, and longer ones.
    char name[400] = "";
    for (int labels = 0; labels < 66; labels++) {
        strcat(name, "abc.");
        if (labels > 60) printf("%zu: %d %d %d %d\n", strlen(name), !!res_hnok(name), !!res_ownok(name), !!res_mailok(name), !!res_dnok(name));
    }
    static const char *const within[] = {"", ".", "org", "org.", "example.org", "EXAMPLE.ORG.", "host.example.org", "hostexample.org", "a\\.example.org",
                                         "a\\\\.example.org", "\\.example.org", ".example.org", "x.org\\.", "xexample.org", "org\\\\."};
    count = sizeof within / sizeof *within;
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b < count; b++) {
            errno = 0;
            printf("%s in %s: %d %d", within[a], within[b], ns_samename(within[a], within[b]), ns_samedomain(within[a], within[b]));
            printf(" %d\n", ns_subdomain(within[a], within[b]));
        }
    return t_status;
}
