#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# What the shim promises beside the behaviour that Tests/posix compares: every header compiles alone in every C, an
# object compiled without our headers works with the rest, and a program imports and exports nothing that it does not
# use.
set -u

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
NETWASI=${NETWASI:-$root/build/bin/netwasi}
NETWASI_CC=${NETWASI_CC:-$root/build/bin/netwasi-cc}
made=$(cd "$(dirname "$NETWASI_CC")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

check() { # NAME COMMAND...: the command must succeed; what it says is shown when it does not
    local name=$1
    shift
    if "$@" > "$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s\n' "$name"
        head -n 20 "$work/said"
    fi
}

# --- Headers ---

compiles() { # HEADER
    local standard features
    printf '#include <%s>\nint x;\n' "$1" | tee "$work/header.c" > "$work/header.cc"
    for standard in c89 c99 gnu17; do
        for features in -D_POSIX_C_SOURCE=200809L -D_GNU_SOURCE; do
            "$NETWASI_CC" -std=$standard $features -Wall -Werror -fsyntax-only "$work/header.c" || return
        done
    done
    # Where there is libc++.
    [ ! -d "$made/libc++" ] || "$made/bin/netwasi-c++" -Wall -Werror -fsyntax-only "$work/header.cc"
}

while read -r header; do
    check "header $header" compiles "$header"
done < <({
    (cd "$root/include" && find . -name '*.h' ! -path './bits/*' ! -path './wasi/*' | sed 's|^\./||')
    sed 's/#.*//; /^$/d' "$root/csrc/musl-headers"
    # wasi-libc's, over ours.
    printf '%s\n' arpa/ftp.h arpa/nameser_compat.h arpa/telnet.h arpa/tftp.h ifaddrs.h netinet/icmp6.h netinet/igmp.h \
        netinet/in_systm.h netinet/ip.h netinet/ip6.h netinet/ip_icmp.h netinet/tcp.h netinet/udp.h netpacket/packet.h \
        err.h getopt.h glob.h regex.h strings.h sys/file.h sys/types.h sys/uio.h sys/utsname.h utime.h
} | sort -u)

# What POSIX leaves to programs: names of other systems' functions are theirs when they ask for POSIX alone.
hygiene() {
    "$NETWASI_CC" -std=c99 -D_POSIX_C_SOURCE=200809L -Wall -Werror -fsyntax-only "$here/names-of-programs.c"
}
check "names that belong to programs" hygiene

# --- Objects that know wasi-libc only ---

plain() {
    . "$made/netwasi.conf"
    "$CLANG" --target=wasm32-wasi --sysroot="$made/sysroot" -w -c "$here/plain.c" -o "$work/plain.o" &&
    "$NETWASI_CC" "$here/pair.c" "$work/plain.o" -o "$work/plain.wasm" &&
    "$NETWASI" run --allow-net "$work/plain.wasm" | diff "$here/plain.expected" -
}
check "an object of wasi-libc's headers" plain

# --- Imports and exports ---

# The modules that a program imports from, and whether it can be sent signals, must be as said.
surface() { # SOURCE WORDS
    printf '%s\n' "$1" > "$work/surface.c"
    "$NETWASI_CC" -O2 "$work/surface.c" -o "$work/surface.wasm" &&
    "$NETWASI" inspect "$work/surface.wasm" |
        sed -n 's/^import[[:space:]]*\([a-z0-9_]*\)\..*/\1/p; s/^export[[:space:]]*__wasi_signal_deliver.*/delivery/p' |
        sort -u | paste -sd ' ' - | diff - <(echo "$2")
}
check "a program that prints" surface '#include <stdio.h>
int main(void) { return puts("x") < 0; }' "wasi_snapshot_preview1"
check "a program that reads files" surface '#include <stdio.h>
#include <stdlib.h>
int main(int c, char **v) { FILE *f = fopen(v[c - 1], "r"); if (!f) abort(); return fgetc(f); }' "wasi_snapshot_preview1"
check "a program that ignores a signal" surface '#include <signal.h>
int main(void) { return signal(SIGPIPE, SIG_IGN) == SIG_ERR; }' "delivery wasi_signal wasi_snapshot_preview1"
check "a program that makes a pipe" surface '#include <unistd.h>
int main(void) { int p[2]; return pipe(p); }' "wasi_fd wasi_snapshot_preview1"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
