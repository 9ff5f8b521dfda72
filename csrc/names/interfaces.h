// SPDX-License-Identifier: Apache-2.0
//
// Network interfaces: what their functions and ioctls share.
#ifndef NETWASI_INTERFACES_H
#define NETWASI_INTERFACES_H

#include <net/if.h>

#include "internal.h"

/// All interfaces, which the caller frees also when there is an error.
HIDDEN int32_t __net_interfaces(__wasi_net_interface_t **interfaces, size_t *count);
/// All addresses of interfaces that may be seen, as above.
HIDDEN int32_t __net_interface_addresses(__wasi_net_interface_address_t **addresses, size_t *count);
/// An interface's name, with an end.
HIDDEN void __net_interface_name(const __wasi_net_interface_t *interface, char name[static IF_NAMESIZE]);
/// An interface's flags as IFF_*.
HIDDEN unsigned __net_interface_flags(const __wasi_net_interface_t *interface);
/// The IPv4 or IPv6 mask of a prefix, in the family of `like`.
HIDDEN void __net_mask(const __wasi_net_ip_address_t *like, uint32_t prefix_length, __wasi_net_ip_address_t *mask);

/// ioctl's requests about interfaces. ENOTTY: another request, or not a socket.
HIDDEN int32_t __net_interface_request(int fd, unsigned request, void *argument);

#endif
