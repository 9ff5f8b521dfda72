// SPDX-License-Identifier: Apache-2.0
#include <arpa/nameser.h>
#include <errno.h>
#include <resolv.h>
#include <string.h>
#include <strings.h>

#include "internal.h"

// Which names are those of hosts, mailboxes or domains, and which of them are within others.

// Names in what glibc takes for them: without blanks and what is not ASCII.
static bool to_wire(const char *name, unsigned char wire[static NS_MAXCDNAME]) {
    for (const char *p = name; *p != '\0'; p++)
        if (*p <= ' ' || *p > '~') return false;
    return ns_name_pton(name, wire, NS_MAXCDNAME) >= 0;
}

static bool is_host(const unsigned char *wire) {
    for (unsigned length; (length = *wire++) != 0;)
        for (; length > 0; length--, wire++)
            if (!((*wire | 0x20) >= 'a' && (*wire | 0x20) <= 'z') && !(*wire >= '0' && *wire <= '9') && *wire != '-' && *wire != '_') return false;
    return true;
}

static bool has_leading_dash(const unsigned char *wire) { return wire[0] > 0 && wire[1] == '-'; }

int res_hnok(const char *name) {
    unsigned char wire[NS_MAXCDNAME];
    return to_wire(name, wire) && !has_leading_dash(wire) && is_host(wire);
}

int res_ownok(const char *name) {
    unsigned char wire[NS_MAXCDNAME];
    if (!to_wire(name, wire) || has_leading_dash(wire)) return 0;
    return is_host(wire[0] == 1 && wire[1] == '*' ? wire + 2 : wire);
}

// A mailbox's first label is its user's name.
int res_mailok(const char *name) {
    unsigned char wire[NS_MAXCDNAME];
    if (!to_wire(name, wire)) return 0;
    if (wire[0] == 0) return 1;
    const unsigned char *domain = wire + 1 + wire[0];
    return domain[0] != 0 && is_host(domain);
}

int res_dnok(const char *name) {
    unsigned char wire[NS_MAXCDNAME];
    return to_wire(name, wire);
}

// --- Names within others ---

static bool is_escaped(const char *name, size_t at) {
    size_t slashes = 0;
    while (slashes < at && name[at - slashes - 1] == '\\') slashes++;
    return slashes % 2 != 0;
}

static size_t without_dot(const char *name) {
    size_t length = strlen(name);
    return length > 0 && name[length - 1] == '.' && !is_escaped(name, length - 1) ? length - 1 : length;
}

int ns_samedomain(const char *name, const char *domain) {
    size_t length = without_dot(name), tail = without_dot(domain);
    if (tail == 0) return 1;
    if (tail > length) return 0;
    size_t start = length - tail;
    if (start == 1 || (start > 1 && (name[start - 1] != '.' || is_escaped(name, start - 1)))) return 0;
    return strncasecmp(name + start, domain, tail) == 0;
}

// With one dot at the end.
int ns_makecanon(const char *name, char *canonical, size_t size) {
    size_t length = strlen(name);
    if (length + sizeof "." > size) return __net_ret(EMSGSIZE);
    memcpy(canonical, name, length);
    while (length > 0 && canonical[length - 1] == '.' && !is_escaped(canonical, length - 1)) length--;
    memcpy(canonical + length, ".", 2);
    return 0;
}

// 1, 0, or -1 for what is too long. Texts are compared, names or not.
int ns_samename(const char *a, const char *b) {
    char first[NS_MAXDNAME], second[NS_MAXDNAME];
    if (ns_makecanon(a, first, sizeof first) != 0 || ns_makecanon(b, second, sizeof second) != 0) return -1;
    return strcasecmp(first, second) == 0;
}

int ns_subdomain(const char *name, const char *domain) { return ns_samename(name, domain) != 1 && ns_samedomain(name, domain); }

int dn_count_labels(const char *name) {
    int count = 0;
    for (const char *p = name; *p != '\0'; p++) count += *p == '.';
    if (name[0] == '*' && count > 0) count--;
    return count + (name[0] != '\0' && name[strlen(name) - 1] != '.');
}
