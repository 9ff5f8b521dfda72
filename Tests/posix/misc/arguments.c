// SPDX-License-Identifier: Apache-2.0
// args: one --two=2 -3 x/y,z

#include "../test.h"

// The arguments arrive in order and end with a null pointer.

int main(int argc, char **argv) {
    SHOW(argc);
    for (int i = 1; i < argc; i++) printf("%d: %s\n", i, argv[i]);
    EXPECT(argv[0] && *argv[0]);
    EXPECT(argv[argc] == NULL);
    return t_status;
}
