// SPDX-License-Identifier: Apache-2.0
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stddef.h>

#include "sockopt.h"

// The table of <wasi/socket_options.h> by POSIX's names.

static const struct option_row options[] = {
#define ROW(name, code, kind, access, level, option) {level, option, code, KIND_##kind},
    __WASI_SOCKET_OPTIONS(ROW)
#undef ROW
};

const struct option_row *__net_option(int level, int option) {
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].level == level && options[i].option == option) return &options[i];
    return NULL;
}
