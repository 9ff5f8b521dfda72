// SPDX-License-Identifier: Apache-2.0
//
// Stands before <crypt.h> while musl's own files are compiled: what these have of each other.
#ifndef NETWASI_MUSL_CRYPT_H
#define NETWASI_MUSL_CRYPT_H

#include <features.h>

#include_next <crypt.h>

hidden char *__crypt_r(const char *, const char *, struct crypt_data *);
hidden char *__crypt_des(const char *, const char *, char *);
hidden char *__crypt_md5(const char *, const char *, char *);
hidden char *__crypt_blowfish(const char *, const char *, char *);
hidden char *__crypt_sha256(const char *, const char *, char *);
hidden char *__crypt_sha512(const char *, const char *, char *);

#endif
