# SPDX-License-Identifier: Apache-2.0
#
# Sourced by the groups of tests: what they all say. The programs below are in the group's directory.

# check NAME COMMAND...: one test, which passes when the command succeeds. What it printed is shown when it fails.
check() {
    check_name=$1
    shift
    if "$@" > check.out 2>&1; then
        echo "ok $check_name"
    else
        echo "FAIL $check_name: status $? of: $*"
        sed 's/^/    /' check.out
    fi
}

# Commands for check: that a command fails, or prints (to either stream) a line that matches.
refuses() { if "$@"; then return 1; fi; }
prints() { # PATTERN COMMAND...
    pattern=$1
    shift
    "$@" > prints.out 2>&1
    grep -q -e "$pattern" prints.out || {
        cat prints.out
        return 1
    }
}
says_and_fails() { # PATTERN COMMAND...
    pattern=$1
    shift
    if "$@" > prints.out 2>&1; then
        echo "it succeeded"
        return 1
    fi
    grep -q -e "$pattern" prints.out || {
        cat prints.out
        return 1
    }
}
is_module() { [ "$(head -c 4 "$1" | od -An -tx1 | tr -d ' ')" = 0061736d ]; }

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
