// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>
#include <string.h>

// musl's tells nothing of an option that it does not know; here, as in glibc, `value` is all of it.

int getsubopt(char **options, char *const *keys, char **value) {
    char *option = *options, *end = option + strcspn(option, ",");
    *options = end;
    if (*end != '\0') *(*options)++ = '\0';
    size_t length = strcspn(option, "=");
    for (int i = 0; keys[i] != NULL; i++) {
        if (strlen(keys[i]) != length || memcmp(keys[i], option, length) != 0) continue;
        *value = option[length] == '=' ? option + length + 1 : NULL;
        return i;
    }
    *value = option;
    return -1;
}
