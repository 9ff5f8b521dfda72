// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "user.h"

const char *__net_user_name(void) {
    const char *name = getenv("USER");
    if (name == NULL || *name == '\0') name = getenv("LOGNAME");
    return name != NULL && *name != '\0' ? name : "user";
}

int32_t __net_read_line(FILE *file, char *buffer, size_t size) {
    if (size < 2 || size > INT32_MAX) return ERANGE;
    if (fgets(buffer, (int)size, file) == NULL) return ENOENT;
    size_t length = strlen(buffer);
    if (length > 0 && buffer[length - 1] == '\n') buffer[length - 1] = '\0';
    else if (!feof(file)) return ERANGE;
    return 0;
}

bool __net_split(char *line, char **fields, size_t count) {
    for (size_t i = 0; i < count; i++) {
        fields[i] = line;
        char *colon = strchr(line, ':');
        if (colon == NULL) return i + 1 == count;
        *colon = '\0';
        line = colon + 1;
    }
    return true;
}

bool __net_number(const char *text, unsigned *number) {
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || errno != 0) return false;
    *number = (unsigned)value;
    return true;
}
