# SPDX-License-Identifier: Apache-2.0
#
# The options of a compiler driver that configure scripts and makefiles use.
. "$root/Tests/toolchain/harness.sh"
cc=$NETWASI_CC

check compiles-to-object sh -c '"$0" -c hello.c && test -s hello.o' "$cc"
check compiles-to-named-object sh -c '"$0" -c -o other.o hello.c && test -s other.o' "$cc"
check object-without-warnings "$cc" -Werror -Wall -c hello.c -o quiet.o
check compiles-several sh -c '"$0" -c half.c use-half.c && test -s half.o && test -s use-half.o' "$cc"
check links-several sh -c '"$0" half.c use-half.c -o two.wasm && "$NETWASI" run two.wasm | grep -qx 42' "$cc"
check links-object-and-source sh -c '"$0" use-half.c half.o -o mixed.wasm && "$NETWASI" run mixed.wasm | grep -qx 42' "$cc"
check preprocesses prints 'int main' "$cc" -E hello.c
check preprocesses-to-file sh -c '"$0" -E hello.c -o hello.i && grep -q printf hello.i' "$cc"
check compiles-to-assembly sh -c '"$0" -S hello.c && grep -q "functype" hello.s' "$cc"
check assembles sh -c '"$0" -S half.c && "$0" -c half.s -o half-s.o && "$0" use-half.c half-s.o -o s.wasm' "$cc"
check dependencies prints '^hello.o:.* hello.c' "$cc" -M hello.c
check dependencies-without-system prints '^hello.o: hello.c$' "$cc" -MM hello.c
check dependencies-beside sh -c '"$0" -MD -MP -MF d.mk -MT target -c hello.c -o d.o && grep -q "^target: *hello.c" d.mk' "$cc"
check debug-information sh -c '"$0" -g -c hello.c -o g.o && grep -q debug_info g.o' "$cc"
check static "$cc" -static -Werror hello.c -o static.wasm
for level in 0 1 2 3 s z g; do
    check "optimizes-O$level" sh -c "\"\$0\" -O$level hello.c -o o.wasm && \"\$NETWASI\" run o.wasm | grep -qx 'hello 1'" "$cc"
done
check unix sh -c "printf '#if !defined __unix__ || defined __linux__\\n#error\\n#endif' > unix.c && \"\$0\" -fsyntax-only unix.c" "$cc"
check return-address sh -c "printf 'int main(void) { return __builtin_return_address(0) != 0; }' > address.c &&
    \"\$0\" address.c -o address.wasm && \"\$NETWASI\" run address.wasm" "$cc"
cat > smash.c << 'C'
#include <string.h>
static void copy(const char *text) { char room[8]; strcpy(room, text); }
int main(int argc, char **argv) { copy(argv[1]); return 0; }
C
check stack-protector sh -c '"$0" -O0 -fstack-protector-strong smash.c -o smash.wasm && "$NETWASI" run smash.wasm short' "$cc"
check smashed-stack says_and_fails 'stack smashing detected' "$NETWASI" run smash.wasm '16 bytes, or 17.'
check include-and-define sh -c 'mkdir -p inc && echo "#define N 42" > inc/n.h &&
    printf "#include <n.h>\n_Static_assert(N == M, \"\");\n" > n.c && "$0" -I inc -DM=42 -c n.c && "$0" -Iinc -D M=42 -c n.c' "$cc"
check library-path sh -c '"$0" -c half.c && "${0%cc}ar" rcs libhalf.a half.o && "${0%cc}ranlib" libhalf.a &&
    "$0" use-half.c -L. -lhalf -lm -o l.wasm && "$NETWASI" run l.wasm | grep -qx 42' "$cc"
check linker-options sh -c '"$0" hello.c -Wl,--gc-sections -Wl,-z,stack-size=1048576 -Xlinker --export=__heap_base -o wl.wasm' "$cc"
check options-of-other-linkers "$cc" -Werror -pie -rdynamic hello.c half.c -Wl,-pie -Wl,--as-needed -Wl,-z,relro -Wl,-z,now -Wl,-rpath,/x \
    -Wl,--no-undefined -Wl,--start-group -lm -Wl,--end-group -Wl,--hash-style=gnu -Wl,-O1 -o linked.wasm
check unknown-linker-option-fails refuses "$cc" hello.c -Wl,--no-such-option -o n.wasm
check standard-input sh -c 'cat hello.c | "$0" -x c - -o stdin.wasm && "$NETWASI" run stdin.wasm | grep -qx "hello 1"' "$cc"
check standard-input-preprocessed sh -c 'echo "x = __wasm32__;" | "$0" -E - | grep -q "x = 1;"' "$cc"
check response-file sh -c 'printf "%s\n" "-O1" "use-half.c" "half.c" "-o" "\"with space.wasm\"" > args.rsp &&
    "$0" @args.rsp && "$NETWASI" run "with space.wasm" | grep -qx 42' "$cc"
check default-output sh -c '"$0" hello.c && test -x a.out' "$cc"
check pipe-and-fpic "$cc" -pipe -fPIC -fstack-protector-strong -fno-strict-aliasing -D_FORTIFY_SOURCE=2 -O2 -c hello.c -o p.o
check no-inputs says_and_fails 'no input files' "$cc"
# Functions with setjmp are compiled so that a handler can jump out of their loops.
cat > 'jump loop.c' <<'C'
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
int half(int);
static sigjmp_buf place;
static volatile int count;
static void jump(int number) { siglongjmp(place, number); }
int main(void) {
    signal(SIGALRM, jump);
    if (sigsetjmp(place, 1) == 0) {
        ualarm(10000, 0);
        for (;;) count++;
    }
    return printf("%d\n", half(84)) < 0;
}
C
for level in 0 1 2 3 s z; do
    check "jumps-out-of-loops-O$level" sh -c "\"\$0\" -O$level 'jump loop.c' half.c -o jump.wasm && \"\$NETWASI\" run jump.wasm | grep -qx 42" "$cc"
done
check jumps-with-dependencies sh -c 'mkdir -p alone && cd alone && "$0" -Wall -Werror -MD -MP -MF d.mk -MT target -c "../jump loop.c" -o j.o &&
    grep -q "^target: ../jump" d.mk && ! grep -q netwasi-cc d.mk && test "$(ls)" = "$(printf "d.mk\nj.o")"' "$cc"
check jumps-only-where-setjmp-is sh -c '"$0" -S half.c -o - | grep -c trace_pc | grep -qx 0' "$cc"
check jumps-shows-errors-once sh -c 'echo "#include <setjmp.h>
int f(void) { return x; }" > wrong.c; ! "$0" -c wrong.c 2> err && grep -c "undeclared" err | grep -qx 1' "$cc"
check syntax-error-fails sh -c 'echo "int x = ;" > bad.c && ! "$0" -c bad.c 2>/dev/null' "$cc"
check undefined-symbol-fails sh -c 'echo "int f(void); int main(void){return f();}" > undef.c && ! "$0" undef.c -o undef 2>err && grep -q "undefined symbol: f" err && test ! -e undef' "$cc"
check old-c-is-accepted sh -c 'echo "f(n) { char *p = n; return half(n) + !p; }" > old.c && "$0" -c old.c' "$cc"
check old-c-with-Werror-is-not sh -c '! "$0" -Werror -c old.c 2>/dev/null' "$cc"

check version prints '^clang version' "$cc" --version
check machine prints '^wasm32-unknown-wasi$' "$cc" -dumpmachine
check compiler-version prints '^[0-9]' "$cc" -dumpversion
check print-linker prints '/tools/ld$' "$cc" -print-prog-name=ld
check print-library sh -c 'test -f "$("$0" -print-file-name=libc.a)"' "$cc"
check print-builtins sh -c 'test -f "$("$0" -print-libgcc-file-name)"' "$cc"
check print-search-directories prints '^libraries: =' "$cc" -print-search-dirs
check verbose prints 'wasm-ld' "$cc" -v hello.c -o v.wasm
check predefined prints '__wasi__' "$cc" -dM -E -x c /dev/null

check shared-is-refused says_and_fails 'no shared libraries' "$cc" -shared half.c -o libhalf.so
check shared-in-response-file sh -c 'echo "-shared half.c -o libhalf.so" > s.rsp; ! "$0" @s.rsp 2> err && grep -q "no shared" err' "$cc"
check pthread-is-accepted sh -c 'echo "#include <pthread.h>
int main(void) { pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER; return pthread_mutex_lock(&m); }" > lock.c && "$0" -pthread lock.c -o t.wasm && "$NETWASI" run t.wasm' "$cc"
echo 'int pthread_create(); int main(void) { return pthread_create(0, 0, 0, 0); }' > thread.c
check pthread-create-is-not says_and_fails 'there are no threads yet' "$cc" -pthread thread.c -o t.wasm
