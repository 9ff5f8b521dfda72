# SPDX-License-Identifier: Apache-2.0
#
# What the link step adds: the shim, long doubles, the refusal of calls that would trap, and its exceptions.
. "$root/Tests/toolchain/harness.sh"
cc=$NETWASI_CC

cat > caller.c <<'C'
int twice(int, int);
int main(void) { return twice(1, 2); }
C
cat > callee.c <<'C'
int twice(int n) { return 2 * n; }
C
check mismatch-fails-the-link says_and_fails 'WebAssembly traps at such a call' "$cc" caller.c callee.c -o mismatch.wasm
check mismatch-leaves-no-output test ! -e mismatch.wasm
check mismatch-shows-the-function prints 'function signature mismatch: twice' "$cc" caller.c callee.c -o mismatch.wasm
check mismatch-with-libc sh -c 'echo "char connect(void); int main(void){return connect();}" > c.c; ! "$0" c.c -o c.wasm 2>/dev/null' "$cc"

# What comes to something on other machines does here: results ignored or missing, integers of another width.
cat > caller-wide.c <<'C'
#include <stdio.h>
void ignored(void);
int missing(int);
long long wide(int, long long);
static int ignored_too(void) { return 1; }
int main(void) {
    ignored();
    printf("%lld %d\n", wide(-5, 0x100000007), missing(3) & ignored_too());
    return 0;
}
C
cat > callee-wide.c <<'C'
#include <stdio.h>
int ignored(void) { return puts("ignored"); }
void missing(int n) { printf("missing %d\n", n); }
int wide(long long a, int b) { return (int)(a * 2 + b); }
int right_too(void) { return ignored() + wide(3, 4); }
C
cat > caller-float.c <<'C'
double half(int);
int main(void) { return half(2) == 1; }
C
echo 'int half(int n) { return n / 2; }' > callee-float.c
check adapted-links sh -c '"$0" -g caller-wide.c callee-wide.c -o wide.wasm 2> err && grep -q "note: the calls above" err' "$cc"
check adapted-runs sh -c '"$NETWASI" run wide.wasm > out && printf "ignored\nmissing 3\n-3 0\n" | cmp - out'
check adapted-exports-no-more sh -c '"$NETWASI" inspect wide.wasm | grep "^export" > out; ! grep -E "ignored|missing|wide" out'
check adapted-program sh -c '"$0" caller-wide.c callee-wide.c -o wide 2> err && ./wide | grep -qx ignored' "$cc"
check adapted-not-for-floats says_and_fails 'WebAssembly traps at such a call' "$cc" caller-float.c callee-float.c -o float.wasm
check adapted-not-without-names says_and_fails 'WebAssembly traps at such a call' "$cc" -s caller-wide.c callee-wide.c -o float.wasm

# One of several that cannot be adapted: the results of C++'s functions are no part of their names.
cat > caller-mixed.cc <<'C'
extern "C" void ignored();
int missing(int *);
int main() { ignored(); return missing(nullptr); }
C
cat > callee-mixed.cc <<'C'
extern "C" int ignored() { return 1; }
void missing(int *) {}
C
check adapted-all-or-none says_and_fails 'WebAssembly traps at such a call' "$BUILD/bin/netwasi-c++" caller-mixed.cc callee-mixed.cc -o mixed.wasm
check adapted-all-or-none-demangled says_and_fails 'WebAssembly traps at such a call' "$BUILD/bin/netwasi-c++" caller-mixed.cc callee-mixed.cc \
    -Wl,--demangle -o mixed.wasm
check adapted-none-leaves-no-output test ! -e mixed.wasm

# The same as build systems ask it: they only want to know whether the function is there.
cp caller.c conftest.c
check autoconf-check-passes sh -c 'echo "char connect(void); int main(void){return connect();}" > conftest.c; "$0" conftest.c -o conftest' "$cc"
check cmake-check-passes sh -c 'mkdir -p CMakeFiles/CMakeScratch/T && cd CMakeFiles/CMakeScratch/T && cp ../../../conftest.c check.c && "$0" check.c -o cmTC_1234a' "$cc"
check meson-check-passes sh -c 'mkdir -p meson-private/tmpx && cp conftest.c meson-private/tmpx/testfile.c && "$0" meson-private/tmpx/testfile.c -o meson-private/tmpx/output.exe' "$cc"
check missing-function-fails-a-check sh -c 'echo "char no_such_f(void); int main(void){return no_such_f();}" > conftest.c; ! "$0" conftest.c -o conftest 2>/dev/null' "$cc"

cat > double.c <<'C'
#include <stdio.h>
#include <stdlib.h>
int main(void) { return printf("%.2Lf\n", strtold("1.25", NULL) * 2) < 0; }
C
check long-double-prints sh -c '"$0" double.c -o double.wasm && "$NETWASI" run double.wasm | grep -qx 2.50' "$cc"

cat > jump.c <<'C'
#include <setjmp.h>
#include <stdio.h>
static jmp_buf place;
static void down(int n) {
    if (n == 0) {
        longjmp(place, 7);
    }
    down(n - 1);
}
int main(void) {
    volatile int tries = 0;
    int value = setjmp(place);
    if (tries++ < 3) {
        down(tries);
    }
    printf("%d %d\n", value, tries);
    return 0;
}
C
check setjmp-runs sh -c '"$0" -O2 jump.c -o jump.wasm && "$NETWASI" run jump.wasm | grep -qx "7 4"' "$cc"
check setjmp-uses-the-standard-exceptions sh -c '"$0" -O2 -S jump.c -o - | grep -q try_table && ! "$0" -O2 -S jump.c -o - | grep -q "^[[:space:]]*catch\$"' "$cc"
check setjmp-without-optimizing sh -c '"$0" -O0 jump.c -o jump0.wasm && "$NETWASI" run jump0.wasm | grep -qx "7 4"' "$cc"
check setjmp-in-link-time-code sh -c '"$0" -O2 -flto jump.c -o jumpl.wasm && "$NETWASI" run jumpl.wasm | grep -qx "7 4"' "$cc"

# A program's own function stands before the shim's, the shim's before libc's.
cat > own.c <<'C'
#include <stdio.h>
#include <poll.h>
int poll(struct pollfd *fds, nfds_t count, int timeout) { (void)fds; (void)count; return timeout; }
int main(void) { return poll(0, 0, 3) == 3 ? puts("mine") < 0 : 1; }
C
check own-function-comes-first sh -c '"$0" own.c -o own.wasm && "$NETWASI" run own.wasm | grep -qx mine' "$cc"
check shim-comes-before-libc sh -c 'echo "#include <poll.h>
    int main(void){return poll(0,0,0);}" > p.c && "$0" p.c -o p.wasm -Wl,--trace-symbol=poll | grep "definition of poll" | grep -q libnetwasi' "$cc"
check no-standard-library sh -c 'echo "void _start(void){}" > bare.c && "$0" -nostdlib bare.c -o bare.wasm' "$cc"
check relocatable-output sh -c '"$0" -r -nostdlib half.c -o half-r.o && "$0" use-half.c half-r.o -o r.wasm' "$cc"
