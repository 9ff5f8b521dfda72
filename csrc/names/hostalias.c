// SPDX-License-Identifier: Apache-2.0
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "internal.h"

// The user's own names of hosts: a file that the variable HOSTALIASES names, of lines with an alias and the name that it
// stands for. As in glibc they are asked about names without dots.

static char *end_of_word(char *at) {
    while (*at != '\0' && !isspace((unsigned char)*at)) at++;
    return at;
}

static char *start_of_word(char *at) {
    while (isspace((unsigned char)*at)) at++;
    return at;
}

// The second word of the line whose first is the alias. A line that lacks a word or does not end is the last.
static char *find(FILE *file, const char *alias, char *line, int room) {
    while (fgets(line, room, file) != NULL) {
        char *end = end_of_word(line);
        if (*end == '\0') return NULL;
        *end = '\0';
        if (end > line && end[-1] == '.') end[-1] = '\0';
        if (strcasecmp(line, alias) != 0) continue;
        char *name = start_of_word(end + 1);
        if (*name == '\0') return NULL;
        *end_of_word(name) = '\0';
        return name;
    }
    return NULL;
}

bool __net_host_alias(const char *alias, char *name, size_t room) {
    char line[BUFSIZ];
    const char *path = getenv("HOSTALIASES");
    if (path == NULL || strchr(alias, '.') != NULL) return false;
    int saved = errno;
    FILE *file = fopen(path, "re");
    const char *found = file != NULL ? find(file, alias, line, sizeof line) : NULL;
    if (file != NULL) fclose(file);
    errno = saved;
    if (found == NULL) return false;
    size_t length = strnlen(found, room - 1);
    memcpy(name, found, length);
    name[length] = '\0';
    return true;
}
