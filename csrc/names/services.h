// SPDX-License-Identifier: Apache-2.0
//
// Names of services: what getaddrinfo, getnameinfo and the getserv family share.
#ifndef NETWASI_SERVICES_H
#define NETWASI_SERVICES_H

#include "internal.h"

#define NET_SERVICE_ALIASES 8

struct service {
    char line[256]; // the text that the members point into
    char *name;
    char *aliases[NET_SERVICE_ALIASES + 1]; // ended by null
    char *protocol;
    int port;
};

/// A walk through /etc/services where the program was given one, else through a list of the common ones.
struct service_walk {
    void *file;
    size_t row;
    bool started;
};
HIDDEN bool __net_next_service(struct service_walk *walk, struct service *service);
HIDDEN void __net_end_services(struct service_walk *walk);

/// Finds a service; `protocol` may be null.
HIDDEN bool __net_service_by_name(const char *name, const char *protocol, struct service *service);
HIDDEN bool __net_service_by_port(int port, const char *protocol, struct service *service);

#endif
