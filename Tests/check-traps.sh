#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Finds what can end the host instead of the guest: in Swift, an unwrapped nil, a failed cast, an overflow, a bad index.
#
#   Tests/check-traps.sh              what can be seen in the sources: a few seconds
#   Tests/check-traps.sh --compiled   what the optimiser left of the checks of arithmetic, conversions, ranges and subscripts:
#                                     half a minute; needs the modules of a build in $BUILD
#   Tests/check-traps.sh --update     the same, and writes the numbers found into traps/compiled.txt
#
# traps/written.txt lists what may be written so, and why. traps/compiled.txt says for each file how many places are left, and why
# a guest cannot reach them: more than that number fail, and so does a file without a reason; fewer are reported. Who adds places
# looks at them, and then has --update count them. Each closes with 'N passed, N failed'.
set -euo pipefail
cd "$(dirname "$0")/.."

BUILD=${BUILD:-build}
modules=(WasmFormat WasmEngine WASI WASINetworking netwasi)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# verdict NAME: counts a check, whose findings are on standard input, none if it passed.
verdict() {
    local findings
    findings=$(cat)
    if [ -z "$findings" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s\n%s\n' "$1" "$findings"
    fi
}

# written FILE...: what syntax.awk finds and traps/written.txt does not have.
written() {
    awk -f Tests/traps/syntax.awk "$@" | awk -F'\t' '
        FNR == NR { if ($0 !~ /^#/ && NF == 3) reviewed[$1 ": " $2]; next }
        {
            place = $0
            sub(/:[0-9]+: /, ": ", place)
            if (!(place in reviewed)) print "    " $0
        }' Tests/traps/written.txt -
}

check_written() {
    local offence number=0
    verdict 'what the sources say' < <(find Sources -name '*.swift' -print0 | sort -z | xargs -0 bash -c 'written "$@"' written)
    # Whether the check itself finds what it should, and nothing else.
    while IFS= read -r offence; do
        number=$((number + 1))
        printf '%s\n' "$offence" > "$work/offence.swift"
        verdict 'not found' < <([ -n "$(written "$work/offence.swift")" ] || echo "    $offence")
    done <<'OFFENCES'
let a = b!
let a = b[3]!.c
f(g()!)
let a: Int!
let a = try! f()
let a = b as! Int
let a = b.unsafelyUnwrapped
default: fatalError("no")
precondition(a > 0)
OFFENCES
    printf '%s\n' 'if a != b { c = !d } // not a!' 'print("no!", "a!b")' 'let a = b as? Int' > "$work/innocent.swift"
    verdict 'found without reason' < <(written "$work/innocent.swift")
}
export -f written

# The compiler's intermediate language of a module, optimised.
emit() {
    local module=$1 built products package flags=() c
    built=$(find "$BUILD/swift" .build -path '*/release/Modules/WasmFormat.swiftmodule' 2>/dev/null | head -1) || true
    [ -n "$built" ] || { echo 'check-traps: no release build; make host first' >&2; exit 2; }
    products=${built%/Modules/*}
    # What our modules are to each other: SwiftPM calls it by the directory's name.
    package=$(grep -oh '"-package-name","[^"]*"' "${built%/*/release/*}/release.yaml" | cut -d'"' -f4 | grep -v argument_parser | head -1)
    for c in CKernel CVector; do flags+=(-Xcc "-fmodule-map-file=$products/$c.build/module.modulemap" -I "Sources/$c/include"); done
    swiftc -emit-sil -O -wmo -parse-as-library -package-name "$package" -module-name "$module" -I "$products/Modules" \
        "${flags[@]}" -Xllvm -sil-print-debuginfo -g $(find "Sources/$module" -name '*.swift') -o "$2" 2> "$work/errors" || {
        cat "$work/errors" >&2
        return 1
    }
}

check_compiled() {
    local module
    for module in "${modules[@]}"; do emit "$module" "$work/$module.sil"; done
    python3 Tests/traps/sites.py "$work"/*.sil > "$work/sites"
    awk -F'\t' '{ count[$1] += $3 } END { for (file in count) print file "\t" count[file] }' "$work/sites" | sort > "$work/counts"
    if [ "$1" = update ]; then
        awk -F'\t' -v OFS='\t' '
            FNR == NR { if ($0 ~ /^#/) print; else reason[$1] = $3; next }
            { print $1, $2, ($1 in reason) ? reason[$1] : "-" }' Tests/traps/compiled.txt "$work/counts" > "$work/new"
        mv "$work/new" Tests/traps/compiled.txt
    fi
    awk -F'\t' '
        FNR == NR { if ($0 !~ /^#/) reviewed[$1] = $2; next }
        $2 > reviewed[$1] + 0 { print "    " $1 ": " $2 " places that can trap, " reviewed[$1] + 0 " are listed" }
    ' Tests/traps/compiled.txt "$work/counts" > "$work/findings"
    # Where to look.
    awk -F'\t' 'FNR == NR { sub(/^ */, "", $1); sub(/:.*/, "", $1); bad[$1]; next } $1 in bad { print "        " $1 " " $2 ": " $4 }' \
        "$work/findings" "$work/sites" > "$work/where"
    [ ! -s "$work/findings" ] || echo '    where no guest reaches those: Tests/check-traps.sh --update' >> "$work/where"
    verdict 'what the optimiser left' < <(cat "$work/findings" "$work/where")
    awk -F'\t' '
        FNR == NR { found[$1] = $2; next }
        $0 !~ /^#/ && $2 > found[$1] + 0 { print "check-traps: " $1 " has " found[$1] + 0 " places now; write that into traps/compiled.txt" }
    ' "$work/counts" Tests/traps/compiled.txt
    verdict 'no reason given' < <(awk -F'\t' '!/^#/ && ($3 == "-" || NF != 3) { print "    " $1 }' Tests/traps/compiled.txt)
    awk -F'\t' '!/^#/ { files++; places += $2 } END { print "check-traps: " places " places in " files " files are left" }' \
        Tests/traps/compiled.txt
    # Whether an overflow is found at all.
    mkdir -p "$work/Sources"
    printf 'public func offence(_ value: UInt32, _ list: [Int]) -> Int { list[Int(value + 1)] }\n' > "$work/Sources/Offence.swift"
    (cd "$work" && swiftc -emit-sil -O -parse-as-library -module-name Offence -Xllvm -sil-print-debuginfo -g Sources/Offence.swift \
        -o offence.sil)
    verdict 'not found in compiled code' < <(
        python3 Tests/traps/sites.py "$work/offence.sil" | grep -q 'arithmetic overflow.*Index out of range\|Index out of range.*arithmetic overflow' ||
            echo '    Offence.swift')
}

check_written
case ${1:-} in
'') ;;
--compiled) check_compiled compare ;;
--update) check_compiled update ;;
*) echo "check-traps: unknown option $1" >&2; exit 2 ;;
esac
printf '%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
