// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <dlfcn.h>

// A library that is not there: dlopen says so once.

int main(void) {
    void *library = dlopen("/nowhere/libnone.so", RTLD_NOW);
    EXPECT(library == NULL);
    const char *why = dlerror();
    EXPECT(why != NULL && strstr(why, "/nowhere/libnone.so") != NULL);
    EXPECT(dlerror() == NULL);
    EXPECT(dlsym(RTLD_DEFAULT, "no_such_symbol_anywhere") == NULL);
    why = dlerror();
    EXPECT(why != NULL && strstr(why, "no_such_symbol_anywhere") != NULL);
    EXPECT(dlerror() == NULL);
    // Nothing was opened, so that there is nothing to close.
    EXPECT(library == NULL || dlclose(library) == 0);
    return t_status;
}
