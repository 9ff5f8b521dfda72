# SPDX-License-Identifier: Apache-2.0
#
# Sourced by the groups of tests here: the functions, and three programs in the group's directory.
. "$root/Tests/toolchain/harness-functions.sh"

cat > hello.c <<'C'
#include <stdio.h>
int main(int argc, char **argv) {
    printf("hello %d", argc);
    for (int i = 1; i < argc; i++) {
        printf(" [%s]", argv[i]);
    }
    putchar('\n');
    return 0;
}
C
cat > half.c <<'C'
int half(int n) { return n / 2; }
C
cat > use-half.c <<'C'
#include <stdio.h>
int half(int);
int main(void) { return printf("%d\n", half(84)) < 0; }
C
