// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "internal.h"

// The machine's name, through the network: without one it is "localhost".

static size_t host_name(char *name, size_t size) {
    __wasi_network_t network;
    uint32_t length = 0;
    int32_t error = __net_network(&network);
    if (error == 0) error = __wasi_net_interface_host_name(network, name, size, &length);
    if (error == 0) return length;
    strncpy(name, "localhost", size);
    return strlen("localhost");
}

int gethostname(char *name, size_t size) {
    if (!__net_inside(name, size)) return __net_ret(EFAULT);
    size_t length = host_name(name, size);
    if (length >= size) return __net_ret(ENAMETOOLONG);
    name[length] = '\0';
    return 0;
}

// That of an administrator, who a program here is never one of.
int sethostname(const char *name, size_t size) {
    (void)name, (void)size;
    return __net_ret(EPERM);
}

int setdomainname(const char *name, size_t size) { return sethostname(name, size); }

int uname(struct utsname *names) {
    if (!__net_inside(names, sizeof *names)) return __net_ret(EFAULT);
    memset(names, 0, sizeof *names);
    strcpy(names->sysname, "WASI");
    strcpy(names->release, "0.1");
    strcpy(names->version, "preview1");
    strcpy(names->machine, "wasm32");
    size_t length = host_name(names->nodename, sizeof names->nodename - 1);
    if (length < sizeof names->nodename) names->nodename[length] = '\0';
    return 0;
}
