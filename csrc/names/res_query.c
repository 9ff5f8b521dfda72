// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "resolver.h"

// Questions: made, asked, and asked about names in the domains to search. The functions with an n in their names take a
// state, the others use the common one. All return the size of the answer, or -1 with h_errno.

#define QUERY_ROOM (NS_HFIXEDSZ + NS_MAXCDNAME + NS_QFIXEDSZ + OPT_SIZE)

// --- Making ---

#define OPT_SIZE 11
#define OPT_PAYLOAD 1200

// The record that says how long a datagram may be (RFC 6891). It is the only additional one.
static int add_opt(res_state state, unsigned char *message, int size, int room, int answer_room) {
    unsigned char *p = message + size;
    int payload = answer_room < NS_PACKETSZ ? NS_PACKETSZ : answer_room < OPT_PAYLOAD ? answer_room : OPT_PAYLOAD;
    if (room - size < OPT_SIZE) return -1;
    memset(p, 0, OPT_SIZE);
    ns_put16(ns_t_opt, p + 1);
    ns_put16((unsigned)payload, p + 3);
    if (state->options & RES_USE_DNSSEC) ns_put16(NS_OPT_DNSSEC_OK, p + 7);
    ns_put16(1, message + 10);
    return size + OPT_SIZE;
}

int res_nmkquery(res_state state, int operation, const char *name, int class, int type, const unsigned char *data,
                 int data_size, const unsigned char *new_record, unsigned char *message, int room) {
    (void)data, (void)data_size, (void)new_record; // of operations that no server has any more
    uint16_t id;
    if (room < NS_HFIXEDSZ + NS_QFIXEDSZ || class < 0 || class > 65535 || type < 0 || type > 65535) return -1;
    if (operation != ns_o_query && operation != ns_o_notify) return -1;
    if (getentropy(&id, sizeof id) != 0) return -1;
    state->id = id;
    memset(message, 0, NS_HFIXEDSZ);
    ns_put16(id, message);
    message[2] = (unsigned char)(operation << 3 | (state->options & RES_RECURSE ? 1 : 0));
    message[3] = state->options & RES_TRUSTAD ? 0x20 : 0;
    ns_put16(1, message + 4);
    int length = ns_name_compress(name, message + NS_HFIXEDSZ, (size_t)(room - NS_HFIXEDSZ - NS_QFIXEDSZ), NULL, NULL);
    if (length < 0) return -1;
    unsigned char *end = message + NS_HFIXEDSZ + length;
    ns_put16((unsigned)type, end);
    ns_put16((unsigned)class, end + 2);
    return NS_HFIXEDSZ + length + NS_QFIXEDSZ;
}

// --- Asking ---

static int error_of(const unsigned char *answer) {
    switch (answer[3] & 15) {
    case ns_r_noerror: return NO_DATA;
    case ns_r_nxdomain: return HOST_NOT_FOUND;
    case ns_r_servfail: return TRY_AGAIN;
    default: return NO_RECOVERY;
    }
}

static int failed(res_state state, int error) {
    __net_resolver_error(state, error);
    return -1;
}

int res_nquery(res_state state, const char *name, int class, int type, unsigned char *answer, int room) {
    unsigned char query[QUERY_ROOM];
    __net_resolver_error(state, NETDB_SUCCESS);
    if (room < NS_HFIXEDSZ) {
        errno = EINVAL;
        return failed(state, NO_RECOVERY);
    }
    int size = res_nmkquery(state, ns_o_query, name, class, type, NULL, 0, NULL, query, sizeof query);
    if (size > 0 && state->options & (RES_USE_EDNS0 | RES_USE_DNSSEC))
        size = add_opt(state, query, size, sizeof query, room);
    if (size <= 0) return failed(state, NO_RECOVERY);
    int saved = errno, got = res_nsend(state, query, size, answer, room);
    // What is not permitted will not be later.
    if (got < 0) return failed(state, errno == EACCES ? NO_RECOVERY : TRY_AGAIN);
    errno = saved;
    if ((answer[3] & 15) != ns_r_noerror || ns_get16(answer + 6) == 0) return failed(state, error_of(answer));
    return got;
}

int res_nquerydomain(res_state state, const char *name, const char *domain, int class, int type, unsigned char *answer,
                     int room) {
    char whole[NS_MAXDNAME];
    size_t length = strlen(name), rest = domain != NULL ? strlen(domain) : 0;
    if (length + 1 + rest >= sizeof whole) return failed(state, NO_RECOVERY);
    if (domain != NULL) snprintf(whole, sizeof whole, "%s.%s", name, domain);
    else {
        memcpy(whole, name, length + 1);
        if (length > 0 && whole[length - 1] == '.') whole[length - 1] = '\0';
    }
    return res_nquery(state, whole, class, type, answer, room);
}

// --- Searching ---

struct search {
    res_state state;
    const char *name;
    int class, type;
    unsigned char *answer;
    int room;
    bool tried_root, no_data, server_failed;
};

static int try(struct search *search, const char *domain) {
    if (domain == NULL || *domain == '\0') search->tried_root = true;
    if (search->room >= NS_HFIXEDSZ) memset(search->answer, 0, NS_HFIXEDSZ);
    return res_nquerydomain(search->state, search->name, domain != NULL && *domain != '\0' ? domain : NULL,
                            search->class, search->type, search->answer, search->room);
}

// The name in each of the domains; 0: none has it, -1: it makes no sense to go on.
static int try_domains(struct search *search) {
    res_state state = search->state;
    for (char **domain = state->dnsrch; *domain != NULL; domain++) {
        const char *parent = **domain == '.' ? *domain + 1 : *domain;
        if (*parent == '\0' && search->tried_root) continue;
        errno = 0;
        int got = try(search, parent);
        if (got > 0) return got;
        if (errno == ECONNREFUSED) return failed(state, TRY_AGAIN);
        bool server_failed = search->room >= NS_HFIXEDSZ && (search->answer[3] & 15) == ns_r_servfail;
        if (state->res_h_errno == NO_DATA) search->no_data = true;
        else if (state->res_h_errno == TRY_AGAIN && server_failed) search->server_failed = true;
        else if (state->res_h_errno != HOST_NOT_FOUND) return 0;
        if (!(state->options & RES_DNSRCH)) return 0;
    }
    return 0;
}

int res_nsearch(res_state state, const char *name, int class, int type, unsigned char *answer, int room) {
    struct search search = {state, name, class, type, answer, room, false, false, false};
    unsigned dots = 0;
    size_t length = strlen(name);
    int first_error = 0;
    for (size_t i = 0; i < length; i++) dots += name[i] == '.';
    bool absolute = length > 0 && name[length - 1] == '.';
    char other[NS_MAXDNAME];
    if (!(state->options & RES_NOALIASES) && __net_host_alias(name, other, sizeof other))
        return res_nquery(state, other, class, type, answer, room);
    if (dots >= state->ndots || absolute) {
        int got = try(&search, NULL);
        if (got > 0 || absolute) return got;
        first_error = state->res_h_errno;
    }
    bool searched = state->options & (dots == 0 ? RES_DEFNAMES : RES_DNSRCH);
    if (searched) {
        int got = try_domains(&search);
        if (got != 0) return got;
    }
    if (!search.tried_root && (dots > 0 || !searched || !(state->options & RES_NOTLDQUERY))) {
        int got = try(&search, NULL);
        if (got > 0) return got;
    }
    if (first_error != 0) return failed(state, first_error);
    if (search.no_data) return failed(state, NO_DATA);
    return search.server_failed ? failed(state, TRY_AGAIN) : -1;
}

// --- With the common state ---

int res_mkquery(int operation, const char *name, int class, int type, const unsigned char *data, int data_size,
                const unsigned char *new_record, unsigned char *message, int room) {
    if (__net_resolver_ready() != 0) return -1;
    return res_nmkquery(&_res, operation, name, class, type, data, data_size, new_record, message, room);
}

int res_query(const char *name, int class, int type, unsigned char *answer, int room) {
    return __net_resolver_ready() != 0 ? -1 : res_nquery(&_res, name, class, type, answer, room);
}

int res_querydomain(const char *name, const char *domain, int class, int type, unsigned char *answer, int room) {
    return __net_resolver_ready() != 0 ? -1 : res_nquerydomain(&_res, name, domain, class, type, answer, room);
}

int res_search(const char *name, int class, int type, unsigned char *answer, int room) {
    return __net_resolver_ready() != 0 ? -1 : res_nsearch(&_res, name, class, type, answer, room);
}

int res_send(const unsigned char *query, int size, unsigned char *answer, int room) {
    return __net_resolver_ready() != 0 ? -1 : res_nsend(&_res, query, size, answer, room);
}
