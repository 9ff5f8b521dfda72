// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

// What libuv asks of a system beside POSIX, for one that it does not know: its interfaces, and nothing else.

int uv_exepath(char *buffer, size_t *size) {
    (void)buffer, (void)size;
    return UV_ENOSYS;
}

// The internet addresses that getifaddrs tells; tests ask whether there are some of IPv6.
int uv_interface_addresses(uv_interface_address_t **addresses, int *count) {
    struct ifaddrs *all, *each;
    *count = 0;
    *addresses = NULL;
    if (getifaddrs(&all) != 0) return -errno;
    int most = 0;
    for (each = all; each != NULL; each = each->ifa_next) most++;
    *addresses = calloc((size_t)most + 1, sizeof **addresses);
    for (each = all; each != NULL && *addresses != NULL; each = each->ifa_next) {
        if (each->ifa_addr == NULL || each->ifa_netmask == NULL) continue;
        uv_interface_address_t *address = *addresses + *count;
        size_t size;
        if (each->ifa_addr->sa_family == AF_INET) {
            size = sizeof address->address.address4;
        } else if (each->ifa_addr->sa_family == AF_INET6) {
            size = sizeof address->address.address6;
        } else {
            continue;
        }
        memcpy(&address->address, each->ifa_addr, size);
        memcpy(&address->netmask, each->ifa_netmask, size);
        address->is_internal = (each->ifa_flags & IFF_LOOPBACK) != 0;
        address->name = strdup(each->ifa_name);
        ++*count;
    }
    freeifaddrs(all);
    return *addresses == NULL ? UV_ENOMEM : 0;
}

void uv_free_interface_addresses(uv_interface_address_t *addresses, int count) {
    for (int i = 0; i < count; i++) free(addresses[i].name);
    free(addresses);
}

int uv_cpu_info(uv_cpu_info_t **information, int *count) {
    *information = NULL;
    *count = 0;
    return UV_ENOSYS;
}

void uv_loadavg(double average[3]) { average[0] = average[1] = average[2] = 0; }

int uv_resident_set_memory(size_t *size) {
    *size = 0;
    return UV_ENOSYS;
}

int uv_uptime(double *seconds) {
    *seconds = 0;
    return UV_ENOSYS;
}

uint64_t uv_get_free_memory(void) { return 0; }

uint64_t uv_get_total_memory(void) { return 0; }

uint64_t uv_get_constrained_memory(void) { return 0; }

char *ptsname(int fd) {
    (void)fd;
    return 0;
}
