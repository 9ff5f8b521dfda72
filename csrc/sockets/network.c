// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "internal.h"

// The network that all of POSIX's calls use: the one that the instance was given.

int32_t __net_network(__wasi_network_t *network) {
    int32_t error = __wasi_instance_network_default(network);
    return error == ENOENT ? EACCES : error;
}
