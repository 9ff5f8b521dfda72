// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "resolver.h"

// How to resolve: /etc/resolv.conf where it is granted, and in the environment LOCALDOMAIN, RES_OPTIONS and, since a
// sandbox may have no such file, RES_NAMESERVERS: addresses between blanks. An address may be [ADDRESS]:PORT.

static struct __res_state common;

struct __res_state *__res_state(void) { return &common; }

// --- Name servers ---

static bool add_v6(res_state state, struct in6_addr address, uint32_t scope, uint16_t port) {
    struct sockaddr_in6 *server = calloc(1, sizeof *server);
    if (server == NULL) return false;
    *server = (struct sockaddr_in6){
        .sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_addr = address, .sin6_scope_id = scope};
    state->_u._ext.nsaddrs[state->nscount++] = server;
    return true;
}

static void add_server(res_state state, char *text) {
    struct addrinfo *found, hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_DGRAM};
    unsigned long port = NS_DEFAULTPORT;
    if (state->nscount == MAXNS) return;
    char *bracket = *text == '[' ? strchr(text, ']') : NULL;
    if (bracket != NULL) {
        char *end;
        if (bracket[1] != ':') return;
        port = strtoul(bracket + 2, &end, 10);
        if (*end != '\0' || port == 0 || port > UINT16_MAX) return;
        *bracket = '\0';
        text++;
    }
    if (getaddrinfo(text, NULL, &hints, &found) != 0) return;
    if (found->ai_family == AF_INET) {
        struct sockaddr_in *server = &state->nsaddr_list[state->nscount++];
        memcpy(server, found->ai_addr, sizeof *server);
        server->sin_port = htons((uint16_t)port);
    } else {
        const struct sockaddr_in6 *address = (const void *)found->ai_addr;
        add_v6(state, address->sin6_addr, address->sin6_scope_id, (uint16_t)port);
    }
    freeaddrinfo(found);
}

// --- Domains to search, options ---

static const char blanks[] = " \t\r\n";

// The domains' text is in defdname, as programs expect.
static void set_search(res_state state, const char *text, bool one) {
    char *rest, *word;
    int count = 0;
    snprintf(state->defdname, sizeof state->defdname, "%s", text);
    for (word = strtok_r(state->defdname, blanks, &rest); word != NULL && count < MAXDNSRCH;
         word = one ? NULL : strtok_r(NULL, blanks, &rest))
        state->dnsrch[count++] = word;
    state->dnsrch[count] = NULL;
}

static unsigned long at_most(const char *digits, unsigned long limit) {
    unsigned long value = strtoul(digits, NULL, 10);
    return value < limit ? value : limit;
}

static void set_options(res_state state, char *text) {
    static const struct {
        const char *name;
        unsigned long set;
    } flags[] = {
        {"rotate", RES_ROTATE},          {"use-vc", RES_USEVC},
        {"edns0", RES_USE_EDNS0},        {"no-tld-query", RES_NOTLDQUERY},
        {"trust-ad", RES_TRUSTAD},       {"debug", RES_DEBUG},
        {"single-request", RES_SNGLKUP}, {"single-request-reopen", RES_SNGLKUPREOP},
        {"no-reload", RES_NORELOAD},     {"no-aaaa", RES_NOAAAA},
    };
    char *rest;
    for (char *word = strtok_r(text, blanks, &rest); word != NULL; word = strtok_r(NULL, blanks, &rest)) {
        if (strncmp(word, "ndots:", 6) == 0) state->ndots = (unsigned)at_most(word + 6, RES_MAXNDOTS) & 15;
        else if (strncmp(word, "timeout:", 8) == 0) state->retrans = (int)at_most(word + 8, RES_MAXRETRANS);
        else if (strncmp(word, "attempts:", 9) == 0) state->retry = (int)at_most(word + 9, RES_MAXRETRY);
        for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
            if (strcmp(word, flags[i].name) == 0) state->options |= flags[i].set;
    }
}

// --- The file ---

// What follows a keyword on its line; null: it is another line.
static char *after(char *line, const char *keyword) {
    size_t length = strlen(keyword);
    if (strncmp(line, keyword, length) != 0 || !isblank((unsigned char)line[length])) return NULL;
    return line + length + strspn(line + length, blanks);
}

// The last of several domain and search lines counts.
static void read_line(res_state state, char *line, bool servers, bool search) {
    char *value;
    line[strcspn(line, "\r\n")] = '\0';
    if (servers && (value = after(line, "nameserver")) != NULL) {
        value[strcspn(value, blanks)] = '\0';
        add_server(state, value);
    } else if (search && (value = after(line, "domain")) != NULL) set_search(state, value, true);
    else if (search && (value = after(line, "search")) != NULL) set_search(state, value, false);
    else if ((value = after(line, "options")) != NULL) set_options(state, value);
}

static void read_file(res_state state, bool servers, bool search) {
    char line[1024];
    FILE *file = fopen(_PATH_RESCONF, "re");
    if (file == NULL) return;
    while (fgets(line, sizeof line, file) != NULL) {
        bool whole = strchr(line, '\n') != NULL || feof(file);
        if (whole) read_line(state, line, servers, search);
        else
            for (int c = 0; c != '\n' && c != EOF;) c = fgetc(file);
    }
    fclose(file);
}

static void read_servers(res_state state, const char *text) {
    char copy[512], *rest;
    snprintf(copy, sizeof copy, "%s", text);
    for (char *word = strtok_r(copy, blanks, &rest); word != NULL; word = strtok_r(NULL, blanks, &rest))
        add_server(state, word);
}

// Without either, the machine itself is asked, and what its own name has after the first dot is searched.
static void fill_in(res_state state) {
    char name[256];
    if (state->nscount == 0) {
        state->nsaddr_list[0] = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(NS_DEFAULTPORT)};
        state->nsaddr_list[0].sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        state->nscount = 1;
    }
    if (state->dnsrch[0] != NULL || gethostname(name, sizeof name) != 0) return;
    const char *domain = strchr(name, '.');
    if (domain != NULL) set_search(state, domain + 1, true);
}

// All but how often and how long to ask, and the options, which are set before and kept where neither file nor
// environment name them.
static int initialize(res_state state, int retrans, int retry, unsigned long flags) {
    int saved = errno;
    const char *servers = getenv("RES_NAMESERVERS"), *domains = getenv("LOCALDOMAIN"), *options = getenv("RES_OPTIONS");
    *state = (struct __res_state){.retrans = retrans, .retry = retry, .options = flags, .ndots = 1, ._vcsock = -1};
    if (servers != NULL) read_servers(state, servers);
    if (domains != NULL) set_search(state, domains, false);
    read_file(state, servers == NULL, domains == NULL);
    if (options != NULL) {
        char copy[256];
        snprintf(copy, sizeof copy, "%s", options);
        set_options(state, copy);
    }
    fill_in(state);
    state->options |= RES_INIT;
    errno = saved;
    return 0;
}

int res_ninit(res_state state) { return initialize(state, RES_TIMEOUT, RES_DFLRETRY, RES_DEFAULT); }

int res_init(void) {
    bool again = common.options & RES_INIT;
    unsigned long flags = again ? common.options : RES_DEFAULT;
    if (again) res_nclose(&common);
    return initialize(&common, common.retrans != 0 ? common.retrans : RES_TIMEOUT,
                      common.retry != 0 ? common.retry : RES_DFLRETRY, flags);
}

void res_nclose(res_state state) {
    for (int i = 0; i < MAXNS; i++) {
        free(state->_u._ext.nsaddrs[i]);
        state->_u._ext.nsaddrs[i] = NULL;
    }
    state->options &= ~(unsigned long)RES_INIT;
}

void res_close(void) { res_nclose(&common); }

int __net_resolver_ready(void) { return common.options & RES_INIT ? 0 : res_init(); }

void __net_resolver_error(res_state state, int error) {
    state->res_h_errno = error;
    h_errno = error;
}
