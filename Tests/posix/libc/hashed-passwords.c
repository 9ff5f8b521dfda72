// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <crypt.h>

// crypt, by each of its methods: what a file of passwords of another system holds is what comes out here.

int main(void) {
    const char *const settings[] = {
        "ab",
        "$1$saltsalt$",
        "$5$saltstring",
        "$5$rounds=1200$longersaltstring",
        "$6$saltstring",
        "$6$rounds=1500$anothersaltstring",
        "$2b$04$abcdefghijklmnopqrstuu",
        "$2y$05$abcdefghijklmnopqrstuu",
    };
    const char *const keys[] = {"", "secret", "a key that is longer than any block of eight \xc3\xa9"};
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            const char *hash = crypt(keys[k], settings[i]);
            EXPECT(hash != NULL);
            if (hash == NULL) continue;
            printf("%s\n", hash);
            static char kept[128];
            snprintf(kept, sizeof kept, "%s", hash);
            static struct crypt_data data;
            data.initialized = 0;
            EXPECT(strcmp(crypt_r(keys[k], kept, &data), kept) == 0);
        }
    }
    return t_status;
}
