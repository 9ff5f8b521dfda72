// SPDX-License-Identifier: Apache-2.0
//
// Text and internet addresses: wasi-libc's header, and the functions that it leaves out.
#ifndef __NETWASI_ARPA_INET_H
#define __NETWASI_ARPA_INET_H

#include <netinet/in.h>
#include_next <arpa/inet.h>

#ifdef __cplusplus
extern "C" {
#endif

in_addr_t inet_addr(const char *);
in_addr_t inet_network(const char *);
char *inet_ntoa(struct in_addr);
struct in_addr inet_makeaddr(in_addr_t, in_addr_t);
in_addr_t inet_lnaof(struct in_addr);
in_addr_t inet_netof(struct in_addr);

#ifdef __cplusplus
}
#endif

#endif
