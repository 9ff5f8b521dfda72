#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Runs the Swift tests, in a debug build, and counts them by swift test's own report.
#
#   SANITIZE=address or thread: in a build of its own that looks for that kind of fault
#   FILTER=only these, as of swift test
set -u

BUILD=${BUILD:-build}
report=$BUILD/logs/unit${SANITIZE:+-$SANITIZE}.xml
mkdir -p "$BUILD/logs"
rm -f "${report%.xml}"*.xml

# As in build-host.sh; that of a sanitizer is apart.
scratch=$BUILD/swift
if [ -d .build ]; then scratch=.build; fi
set --
if [ -n "${SANITIZE:-}" ]; then
    scratch=$BUILD/$SANITIZE
    set -- "--sanitize=$SANITIZE"
fi
if [ -n "${FILTER:-}" ]; then set -- "$@" --filter "$FILTER"; fi

swift test --scratch-path "$scratch" "$@" --parallel --xunit-output "$report" 2>&1
status=$?

# Swift Testing and XCTest each write a report of their own; both are JUnit's form.
tests=0 failed=0
for file in "${report%.xml}"*.xml; do
    [ -f "$file" ] || continue
    tests=$((tests + $(grep -c '<testcase' "$file")))
    failed=$((failed + $(grep -c '<failure' "$file")))
done
if [ $failed -gt $tests ]; then failed=$tests; fi
if [ $status -ne 0 ] && [ $failed -eq 0 ]; then failed=1 tests=$((tests + 1)); fi
printf '%s passed, %s failed\n' $((tests - failed)) $failed
[ $failed -eq 0 ]
