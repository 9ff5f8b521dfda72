// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

#include "internal.h"

// WebAssembly programs are linked once: nothing can be loaded into one that runs.

static bool failed;

static void *fail(void) {
    failed = true;
    return NULL;
}

void *dlopen(const char *path, int flags) {
    (void)path, (void)flags;
    return fail();
}

void *dlsym(void *restrict handle, const char *restrict name) {
    (void)handle, (void)name;
    return fail();
}

int dlclose(void *handle) {
    (void)handle;
    fail();
    return -1;
}

char *dlerror(void) {
    static char text[] = "WebAssembly programs cannot load code while they run";
    char *result = failed ? text : NULL;
    failed = false;
    return result;
}
