// SPDX-License-Identifier: Apache-2.0
// env: GREETING=hello EMPTY= WITH=a=b

#include "../test.h"

// The environment is what was given, no more; setenv and unsetenv change it.

extern char **environ;

static void get(const char *name) {
    const char *value = getenv(name);
    printf("%s: %s%s%s\n", name, value ? "\"" : "", value ? value : "unset", value ? "\"" : "");
}

int main(void) {
    int count = 0;
    for (char **e = environ; *e; e++) count++;
    SHOW(count);
    get("GREETING");
    get("EMPTY");
    get("WITH");
    get("HOME");
    SHOW(setenv("GREETING", "changed", 0));
    get("GREETING");
    SHOW(setenv("GREETING", "changed", 1));
    get("GREETING");
    SHOW(unsetenv("EMPTY"));
    get("EMPTY");
    SHOW(setenv("A=B", "x", 1));
    SHOW(setenv("", "x", 1));
    SHOW(putenv("PUT=here"));
    get("PUT");
    return t_status;
}
