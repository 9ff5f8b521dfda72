// SPDX-License-Identifier: Apache-2.0
//
// POSIX's options and the imports' options: what getsockopt and setsockopt share.
#ifndef NETWASI_SOCKOPT_H
#define NETWASI_SOCKOPT_H

#include "internal.h"

enum option_kind { KIND_INT, KIND_LINGER, KIND_TIME, KIND_TEXT, KIND_CREDENTIALS };

struct option_row {
    int level;
    int option;
    uint32_t code;
    enum option_kind kind;
};

/// The row of an option; null: there is no such option.
HIDDEN const struct option_row *__net_option(int level, int option);

#endif
