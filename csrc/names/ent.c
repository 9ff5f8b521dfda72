// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>

#include "user.h"

// /etc/hosts and /etc/networks, line by line, where they are granted. Without them there is nothing to go through.

#define MOST_ALIASES 16

struct listing {
    const char *path;
    FILE *file;
    bool started;
    char line[512];
    // The first is the name.
    char *words[MOST_ALIASES + 2];
};

static void end(struct listing *listing) {
    if (listing->file != NULL) fclose(listing->file);
    listing->file = NULL;
    listing->started = false;
}

// The next line; of one that is too long its beginning.
static bool read_line(struct listing *listing) {
    int32_t error = __net_read_line(listing->file, listing->line, sizeof listing->line);
    for (int c = 0; error == ERANGE && c != '\n' && c != EOF;) c = getc(listing->file);
    return error != ENOENT;
}

// The words of the next line that has some; `words[count]` is null.
static size_t next(struct listing *listing) {
    static const char blanks[] = " \t\r\n";
    if (!listing->started) {
        int saved = errno;
        listing->file = fopen(listing->path, "re");
        listing->started = true;
        errno = saved;
    }
    while (listing->file != NULL && read_line(listing)) {
        size_t count = 0;
        char *rest;
        listing->line[strcspn(listing->line, "#")] = '\0';
        for (char *word = strtok_r(listing->line, blanks, &rest); word != NULL && count <= MOST_ALIASES;
             word = strtok_r(NULL, blanks, &rest))
            listing->words[count++] = word;
        listing->words[count] = NULL;
        if (count > 1) return count;
    }
    return 0;
}

// --- Hosts: address, name, aliases. Those of IPv6 are left out, as glibc does. ---

static struct listing hosts = {.path = "/etc/hosts"};

struct hostent *gethostent(void) {
    static struct in_addr address;
    static char *addresses[] = {(char *)&address, NULL};
    static struct hostent entry;
    while (next(&hosts) > 0) {
        if (inet_pton(AF_INET, hosts.words[0], &address) != 1) continue;
        entry = (struct hostent){.h_name = hosts.words[1],
                                 .h_aliases = hosts.words + 2,
                                 .h_addrtype = AF_INET,
                                 .h_length = sizeof address,
                                 .h_addr_list = addresses};
        return &entry;
    }
    return NULL;
}

void endhostent(void) { end(&hosts); }

void sethostent(int stay_open) {
    (void)stay_open;
    endhostent();
}

// --- Networks: name, number, aliases ---

static struct netent *next_network(struct listing *listing) {
    static struct netent entry;
    while (next(listing) > 0) {
        char *name = listing->words[0];
        in_addr_t number = inet_network(listing->words[1]);
        if (number == INADDR_NONE) continue;
        // Parts that were left out are zeros on the right, as glibc has it.
        int dots = 0;
        for (const char *p = listing->words[1]; *p != '\0'; p++) dots += *p == '.';
        for (; dots < 3; dots++) number <<= 8;
        entry = (struct netent){
            .n_name = name, .n_aliases = listing->words + 2, .n_addrtype = AF_INET, .n_net = number};
        return &entry;
    }
    return NULL;
}

static struct listing networks = {.path = "/etc/networks"};

struct netent *getnetent(void) { return next_network(&networks); }

void endnetent(void) { end(&networks); }

void setnetent(int stay_open) {
    (void)stay_open;
    endnetent();
}

static struct listing searched = {.path = "/etc/networks"};

static bool is_named(const struct netent *network, const char *name) {
    if (strcmp(network->n_name, name) == 0) return true;
    for (char **alias = network->n_aliases; *alias != NULL; alias++)
        if (strcmp(*alias, name) == 0) return true;
    return false;
}

struct netent *getnetbyname(const char *name) {
    struct netent *network;
    while ((network = next_network(&searched)) != NULL && !is_named(network, name)) continue;
    end(&searched);
    if (network == NULL) h_errno = HOST_NOT_FOUND;
    return network;
}

struct netent *getnetbyaddr(uint32_t number, int type) {
    struct netent *network;
    while ((network = next_network(&searched)) != NULL)
        if (network->n_net == number && (type == AF_UNSPEC || type == AF_INET)) break;
    end(&searched);
    if (network == NULL) h_errno = HOST_NOT_FOUND;
    return network;
}
