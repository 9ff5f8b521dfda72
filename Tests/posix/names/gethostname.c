// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// gethostname gives a name with its terminator.

int main(void) {
    char name[256];
    memset(name, 'x', sizeof name);
    SHOW(gethostname(name, sizeof name));
    size_t length = strnlen(name, sizeof name);
    EXPECT(length > 0 && length < sizeof name);
    EXPECT(strpbrk(name, " \t\n/") == NULL);
    return t_status;
}
