# SPDX-License-Identifier: Apache-2.0
#
# Sourced by groups of tests, here and in Tests/ports: what they all say.

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
