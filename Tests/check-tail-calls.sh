#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Checks what the interpreter's speed and its bounded stack rest on: that in a release build every handler ends in a jump.
#
#   Tests/check-tail-calls.sh [a program that contains the engine, built with the flags of toolchain/build-host.sh]
#
# Looks at the disassembly of every handler: the closures whose type is `Handler`. An indirect call in one is a dispatch
# that did not become a jump, and fails. So does saving registers in a handler that calls no helper, but for a few that
# need more registers than there are, and for atomic operations, whose loops wait for the bus anyway.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${1:-build/bin/netwasi}
if [ ! -f "$program" ]; then
    echo "check-tail-calls: $program is not there; build it first" >&2
    exit 2
fi
objdump=$(command -v llvm-objdump || command -v objdump) || {
    echo "check-tail-calls: no llvm-objdump or objdump" >&2
    exit 2
}

"$objdump" -d --no-show-raw-insn "$program" | awk '
    # A handler is a closure of type Handler, or a function of the same arguments that handlers jump to.
    /^[0-9a-f]+ <.*>:$/ {
        finish()
        name = $2
        inHandler = name ~ /WasmEngine/ && name ~ /ExecutionContextV.*tXf.*U[0-9]*_>:$/
        indirect = calls = saves = jumps = 0
        next
    }
    inHandler && /[ \t]call[ql]?[ \t]+\*/ { indirect++ }
    inHandler && /[ \t](call[ql]?|bl)[ \t]/ { calls++ }
    inHandler && /[ \t]push[ql]?[ \t]/ { saves++ }
    inHandler && /[ \t]blr[ \t]/ { indirect++ }
    inHandler && /[ \t](jmp[ql]?[ \t]+\*|br[ \t])/ { jumps++ }
    END {
        finish()
        printf "check-tail-calls: %d handlers, %d of them call helpers, %d without helpers save registers\n", handlers, helpers, saving
        if (handlers < 500) { print "check-tail-calls: that is fewer handlers than there should be"; exit 1 }
        if (bad > 0) { printf "check-tail-calls: %d handlers call the next one instead of jumping\n", bad; exit 1 }
        if (saving > 12) { print "check-tail-calls: too many handlers save registers"; exit 1 }
        print "check-tail-calls: every dispatch is a jump"
    }
    function finish() {
        if (!inHandler) return
        handlers++
        if (calls > 0) helpers++
        if (indirect > 0) { bad++; print "calls:", name }
        if (calls == 0 && saves > 0 && name !~ /AtomicOperation/) { saving++; print "saves registers:", name }
    }
'
