# SPDX-License-Identifier: Apache-2.0
#
# The driver finds its files from wherever it lies: through a link, under a path with blanks, installed.
. "$root/Tests/toolchain/harness.sh"
cc=$NETWASI_CC

check through-a-link sh -c 'ln -s "$0" linked-cc && ./linked-cc hello.c -o hello.wasm' "$cc"
check from-path sh -c 'PATH=$(dirname "$0"):$PATH; netwasi-cc hello.c -o hello.wasm' "$cc"
check from-a-directory-with-blanks sh -c 'mkdir -p "a b" && cp hello.c "a b/" && cd "a b" && "$0" hello.c -o "x y.wasm" && test -s "x y.wasm"' "$cc"
check installs sh -c 'PREFIX="$PWD/installed here" BUILD="$BUILD" "$root/toolchain/install.sh"'
mv "installed here" "moved here" 2>/dev/null
check installed-compiles "moved here/bin/netwasi-cc" hello.c -o installed.wasm
check installed-runs sh -c '"moved here/bin/netwasi" run installed.wasm | grep -qx "hello 1"'
check installed-program sh -c '"moved here/bin/netwasi-cc" hello.c -o hello &&
    head -n 1 hello | grep -qx "#!/usr/bin/env netwasi-exec" && PATH="$PWD/moved here/bin:$PATH" ./hello a | grep -q "hello 2"'
check installed-is-independent sh -c '! grep -rqF "$BUILD/" "moved here/bin/netwasi-cc" "moved here/lib/netwasi/netwasi.conf"'
check outside-any-build says_and_fails 'no netwasi.conf' sh -c 'mkdir -p stray/bin && cp "$0" stray/bin/ && stray/bin/netwasi-cc --version' "$cc"
