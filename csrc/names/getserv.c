// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>

#include "services.h"

// The getserv family over services.c.

static struct service own;
static struct servent entry;
static struct service_walk walk;

static struct servent *fill(struct service *service, struct servent *result) {
    *result = (struct servent){.s_name = service->name,
                               .s_aliases = service->aliases,
                               .s_port = htons((uint16_t)service->port),
                               .s_proto = service->protocol};
    return result;
}

struct servent *getservbyname(const char *name, const char *protocol) {
    return __net_service_by_name(name, protocol, &own) ? fill(&own, &entry) : NULL;
}

struct servent *getservbyport(int port, const char *protocol) {
    return __net_service_by_port(ntohs((uint16_t)port), protocol, &own) ? fill(&own, &entry) : NULL;
}

// The caller's buffer holds the whole record.
static int finish(bool (*find)(const char *, int, const char *, struct service *), const char *name, int port,
                  const char *protocol, struct servent *service, char *buffer, size_t size, struct servent **result) {
    size_t skip = -(uintptr_t)buffer % _Alignof(struct service);
    *result = NULL;
    if (size < skip + sizeof(struct service)) return ERANGE;
    struct service *record = (struct service *)(void *)(buffer + skip);
    if (!find(name, port, protocol, record)) return ENOENT;
    *result = fill(record, service);
    return 0;
}

static bool by_name(const char *name, int port, const char *protocol, struct service *service) {
    (void)port;
    return __net_service_by_name(name, protocol, service);
}

static bool by_port(const char *name, int port, const char *protocol, struct service *service) {
    (void)name;
    return __net_service_by_port(port, protocol, service);
}

int getservbyname_r(const char *name, const char *protocol, struct servent *service, char *buffer, size_t size,
                    struct servent **result) {
    return finish(by_name, name, 0, protocol, service, buffer, size, result);
}

int getservbyport_r(int port, const char *protocol, struct servent *service, char *buffer, size_t size,
                    struct servent **result) {
    return finish(by_port, NULL, ntohs((uint16_t)port), protocol, service, buffer, size, result);
}

// The record is the caller's, the walk is the one that getservent goes on with.
int getservent_r(struct servent *service, char *buffer, size_t size, struct servent **result) {
    size_t skip = -(uintptr_t)buffer % _Alignof(struct service);
    *result = NULL;
    if (size < skip + sizeof(struct service)) return ERANGE;
    struct service *record = (struct service *)(void *)(buffer + skip);
    if (!__net_next_service(&walk, record)) return ENOENT;
    *result = fill(record, service);
    return 0;
}

void setservent(int stay_open) {
    (void)stay_open;
    __net_end_services(&walk);
}

void endservent(void) { __net_end_services(&walk); }

struct servent *getservent(void) { return __net_next_service(&walk, &own) ? fill(&own, &entry) : NULL; }
