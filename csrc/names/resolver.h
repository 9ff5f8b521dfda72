// SPDX-License-Identifier: Apache-2.0
//
// What the resolver's files share.
#ifndef NETWASI_RESOLVER_H
#define NETWASI_RESOLVER_H

#include <resolv.h>

#include "internal.h"

/// The state of the functions without one, made ready. -1: it could not be.
HIDDEN int __net_resolver_ready(void);

/// Puts an error into the state, and into h_errno where the state is the common one.
HIDDEN void __net_resolver_error(res_state state, int error);

#endif
