#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Tests of the compiler driver: each file here is a group of tests, each `check NAME COMMAND...` in it is one, in an
# empty directory of its group. run.sh [FILTER...] runs the groups whose names hold a filter.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=${BUILD:-$root/build}
export BUILD root
export NETWASI="${NETWASI:-$BUILD/bin/netwasi}" NETWASI_CC="${NETWASI_CC:-$BUILD/bin/netwasi-cc}"
results=$BUILD/tests/toolchain
mkdir -p "$results"

passed=0 failed=0
for group in "$here"/*.sh; do
    name=$(basename "$group" .sh)
    case $name in run | harness*) continue ;; esac
    wanted=$([ $# -eq 0 ] && echo yes)
    for filter; do case $name in *"$filter"*) wanted=yes ;; esac done
    [ -n "$wanted" ] || continue

    rm -rf "${results:?}/$name"
    mkdir -p "$results/$name"
    (cd "$results/$name" && sh "$group") > "$results/$name.log" 2>&1 ||
        echo "FAIL $name: the group itself stopped" >> "$results/$name.log"
    passed=$((passed + $(grep -c '^ok ' "$results/$name.log")))
    failed=$((failed + $(grep -c '^FAIL ' "$results/$name.log")))
    grep '^FAIL ' "$results/$name.log" -A 8
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
