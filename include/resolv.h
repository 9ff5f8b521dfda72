// SPDX-License-Identifier: Apache-2.0
//
// The resolver's old interface: only its start, which programs call and which needs to do nothing here.
#ifndef _RESOLV_H
#define _RESOLV_H

#include <arpa/nameser.h>
#include <netinet/in.h>

#ifdef __cplusplus
extern "C" {
#endif

int res_init(void);

#ifdef __cplusplus
}
#endif

#endif
