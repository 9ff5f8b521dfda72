// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "interfaces.h"

// ioctl's requests about interfaces, made on any socket. Of addresses they know IPv4 ones. Changing anything is for
// administrators, who a program here is never one of.

static bool is_setter(unsigned request) {
    switch (request) {
    case SIOCSIFFLAGS:
    case SIOCSIFADDR:
    case SIOCSIFDSTADDR:
    case SIOCSIFBRDADDR:
    case SIOCSIFNETMASK:
    case SIOCSIFMETRIC:
    case SIOCSIFMTU:
    case SIOCSIFNAME:
    case SIOCSIFHWADDR:
    case SIOCSIFTXQLEN: return true;
    default: return false;
    }
}

static bool asks_for_address(unsigned request) {
    return request == SIOCGIFADDR || request == SIOCGIFDSTADDR || request == SIOCGIFBRDADDR ||
           request == SIOCGIFNETMASK;
}

static bool is_getter(unsigned request) {
    switch (request) {
    case SIOCGIFNAME:
    case SIOCGIFFLAGS:
    case SIOCGIFMETRIC:
    case SIOCGIFMTU:
    case SIOCGIFHWADDR:
    case SIOCGIFINDEX:
    case SIOCGIFTXQLEN: return true;
    default: return asks_for_address(request);
    }
}

static void put_address(struct sockaddr *place, const __wasi_net_ip_address_t *ip) {
    struct sockaddr_storage storage = {.ss_family = 0};
    memset(place, 0, sizeof *place);
    __net_sockaddr_of(ip, &storage);
    memcpy(place, &storage, sizeof(struct sockaddr_in));
}

// The first IPv4 address of an interface. One without another end has itself there, without broadcast 0.0.0.0.
static int32_t address_of(unsigned request, const __wasi_net_interface_t *interface, struct ifreq *asked) {
    static const __wasi_net_ip_address_t none = {.family = __WASI_NET_FAMILY_INET};
    bool broadcast = interface->flags & __WASI_NET_INTERFACE_BROADCAST;
    __wasi_net_interface_address_t *addresses;
    size_t count;
    int32_t error = __net_interface_addresses(&addresses, &count);
    if (error == 0) error = EADDRNOTAVAIL;
    for (size_t i = 0; i < count && error == EADDRNOTAVAIL; i++) {
        const __wasi_net_interface_address_t *found = &addresses[i];
        __wasi_net_ip_address_t ip = found->address;
        if (found->index != interface->index || ip.family != __WASI_NET_FAMILY_INET) continue;
        if (request == SIOCGIFNETMASK) __net_mask(&found->address, found->prefix_length, &ip);
        if (request == SIOCGIFDSTADDR && !broadcast && found->peer.family == none.family) ip = found->peer;
        if (request == SIOCGIFBRDADDR) ip = broadcast && found->peer.family == none.family ? found->peer : none;
        put_address(&asked->ifr_addr, &ip);
        error = 0;
    }
    free(addresses);
    return error;
}

static int32_t answer(unsigned request, const __wasi_net_interface_t *interface, struct ifreq *asked) {
    switch (request) {
    case SIOCGIFNAME: __net_interface_name(interface, asked->ifr_name); return 0;
    case SIOCGIFINDEX: asked->ifr_ifindex = (int)interface->index; return 0;
    case SIOCGIFFLAGS: asked->ifr_flags = (short)(__net_interface_flags(interface) & 0xffff); return 0;
    case SIOCGIFMTU: asked->ifr_mtu = (int)interface->mtu; return 0;
    case SIOCGIFMETRIC: asked->ifr_metric = 0; return 0; // Linux keeps none
    case SIOCGIFTXQLEN: asked->ifr_qlen = (int)interface->queue_length; return 0;
    case SIOCGIFHWADDR:
        memset(&asked->ifr_hwaddr, 0, sizeof asked->ifr_hwaddr);
        asked->ifr_hwaddr.sa_family = interface->hardware_type;
        memcpy(asked->ifr_hwaddr.sa_data, interface->hardware_address, sizeof interface->hardware_address);
        return 0;
    default: return address_of(request, interface, asked);
    }
}

static int32_t get(unsigned request, struct ifreq *asked) {
    __wasi_net_interface_t *interfaces;
    size_t count;
    char name[IF_NAMESIZE];
    int32_t error = __net_interfaces(&interfaces, &count);
    if (error == 0) error = ENODEV;
    asked->ifr_name[IF_NAMESIZE - 1] = '\0';
    // Behind a colon is what an address is called; here none has a name of its own.
    char *label = request == SIOCGIFNAME ? NULL : strchr(asked->ifr_name, ':');
    if (label != NULL) *label = '\0';
    for (size_t i = 0; i < count && error == ENODEV; i++) {
        __net_interface_name(&interfaces[i], name);
        if (request == SIOCGIFNAME ? (int)interfaces[i].index != asked->ifr_ifindex : strcmp(name, asked->ifr_name) != 0)
            continue;
        error = label != NULL && asks_for_address(request) ? EADDRNOTAVAIL : answer(request, &interfaces[i], asked);
        break;
    }
    free(interfaces);
    if (label != NULL) *label = ':';
    return error;
}

// As many whole records as fit; with no buffer, how much there would be.
static int32_t list(struct ifconf *conf) {
    __wasi_net_interface_address_t *addresses;
    size_t count, used = 0, room = conf->ifc_len > 0 ? (size_t)conf->ifc_len : 0;
    int32_t error = __net_interface_addresses(&addresses, &count);
    if (error == 0 && conf->ifc_buf != NULL && !__net_inside(conf->ifc_buf, room)) error = EFAULT;
    for (size_t i = 0; i < count && error == 0; i++) {
        struct ifreq record = {0};
        if (addresses[i].address.family != __WASI_NET_FAMILY_INET) continue;
        if (conf->ifc_buf != NULL) {
            if (room - used < sizeof record) break;
            record.ifr_ifindex = (int)addresses[i].index;
            error = get(SIOCGIFNAME, &record);
            put_address(&record.ifr_addr, &addresses[i].address);
            memcpy(conf->ifc_buf + used, &record, sizeof record);
        }
        used += sizeof record;
    }
    free(addresses);
    if (error == 0) conf->ifc_len = (int)used;
    return error;
}

// What is asked of a socket whose family does not know it: IPv4's alone has addresses of interfaces.
static bool is_unknown(int fd, unsigned request) {
    int32_t domain = 0;
    uint32_t size = sizeof domain;
    if (!is_setter(request) && !is_getter(request)) return true;
    if (!asks_for_address(request) && request != SIOCSIFADDR) return false;
    if (__wasi_socket_get_option(fd, __WASI_SOCKET_OPTION_DOMAIN, &domain, &size) != 0) return false;
    return domain == __WASI_NET_FAMILY_UNIX || (domain == __WASI_NET_FAMILY_INET6 && asks_for_address(request));
}

int32_t __net_interface_request(int fd, unsigned request, void *argument) {
    int type;
    int32_t error = __net_socket_type(fd, &type);
    if (error != 0) return error == ENOTSOCK ? ENOTTY : error;
    if (request == SIOCGIFCONF) return __net_inside(argument, sizeof(struct ifconf)) ? list(argument) : EFAULT;
    if (is_unknown(fd, request)) return ENOTTY;
    if (!__net_inside(argument, sizeof(struct ifreq))) return EFAULT;
    return is_setter(request) ? EPERM : get(request, argument);
}
