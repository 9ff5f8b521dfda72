// SPDX-License-Identifier: Apache-2.0
// netwasi: none
// stdin: a password
// stderr: Password:

#define _GNU_SOURCE
#include "../test.h"

// getpass without a terminal, and musl's crypt with its hashes; DES by its own functions. Natively the latter are in a
// library of their own.

#ifdef __wasi__
#include <crypt.h>

static void hash(const char *setting) {
    errno = 0;
    char *result = crypt("secret", setting);
    printf("%s\n", result ? result : errname(errno));
}

// The bits of eight bytes, one in each char, and back.
static void des(void) {
    static const unsigned char key[8] = {0x13, 0x34, 0x57, 0x79, 0x9b, 0xbc, 0xdf, 0xf1}, plain[8] = {1, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef};
    char key_bits[64], bits[64];
    for (int i = 0; i < 64; i++) key_bits[i] = key[i / 8] >> (7 - i % 8) & 1, bits[i] = plain[i / 8] >> (7 - i % 8) & 1;
    setkey(key_bits);
    encrypt(bits, 0);
    for (int i = 0; i < 64; i += 4) printf("%x", bits[i] << 3 | bits[i + 1] << 2 | bits[i + 2] << 1 | bits[i + 3]);
    encrypt(bits, 1);
    int same = 1;
    for (int i = 0; i < 64; i++) same &= bits[i] == (plain[i / 8] >> (7 - i % 8) & 1);
    printf(" %d\n", same);
}

int main(void) {
    char *password = getpass("Password: ");
    printf("%s\n", password ? password : errname(errno));
    hash("ab");
    hash("$1$salt$");
    hash("$5$salt$");
    hash("$6$salt$");
    hash("*");
    des();
    printf("%d\n", issetugid());
    return t_status;
}
#else
int main(void) { return 0; }
#endif
