// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "internal.h"

// WebAssembly programs are linked once: nothing can be loaded into one that runs.

#define WHY "WebAssembly programs cannot load code while they run"

enum { LONGEST_NAME = 1024 };

static bool failed;
static char text[LONGEST_NAME + sizeof ": " WHY];

// Of what is looked for by name the message tells it.
static void *fail(const char *name) {
    size_t length = name != NULL ? strnlen(name, LONGEST_NAME) : 0;
    if (length > 0) memcpy(text, name, length);
    strcpy(text + length, length > 0 ? ": " WHY : WHY);
    failed = true;
    return NULL;
}

void *dlopen(const char *path, int flags) {
    (void)flags;
    return fail(path);
}

void *dlsym(void *restrict handle, const char *restrict name) {
    (void)handle;
    return fail(name);
}

int dlclose(void *handle) {
    (void)handle;
    fail(NULL);
    return -1;
}

char *dlerror(void) {
    char *result = failed ? text : NULL;
    failed = false;
    return result;
}
