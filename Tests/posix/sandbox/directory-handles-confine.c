// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: mkdir -p a/b; echo text >a/file; echo text >file

#include "../test.h"

// Within the grant, too, the descriptor of a directory reaches what is below it and nothing above.

int main(void) {
    int dir = REQUIRE(open("a", O_RDONLY | O_DIRECTORY));
    SHOW_OK(openat(dir, "file", O_RDONLY));
    SHOW_OK(openat(dir, "b/../file", O_RDONLY));
    printf("above: %s\n", openat(dir, "../file", O_RDONLY) < 0 ? "refused" : "ALLOWED");
    printf("above and back: %s\n", openat(dir, "../a/file", O_RDONLY) < 0 ? "refused" : "ALLOWED");
    printf("linked from above: %s\n", linkat(dir, "../file", dir, "mine", 0) < 0 ? "refused" : "ALLOWED");
    return t_status;
}
