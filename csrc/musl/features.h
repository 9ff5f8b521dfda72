// SPDX-License-Identifier: Apache-2.0
//
// Stands before <features.h> while musl's own files are compiled: the macros that they expect of it inside musl, so
// that all other headers can be the public ones.
#ifndef NETWASI_MUSL_FEATURES_H
#define NETWASI_MUSL_FEATURES_H

#include_next <features.h>

#define weak __attribute__((__weak__))
#define hidden __attribute__((__visibility__("hidden")))
#define weak_alias(old, new) extern __typeof(old) new __attribute__((__weak__, __alias__(#old)))

// Of musl's internal headers.
extern char **__environ;

#endif
