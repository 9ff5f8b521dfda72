# SPDX-License-Identifier: Apache-2.0
#
# autoconf, CMake and Meson find with netwasi-cc what there is, do not find what there is not, and run what they built.
. "$root/Tests/toolchain/harness.sh"
bin=$(dirname "$NETWASI_CC")
share=$BUILD/share/netwasi
PATH=$bin:$PATH
export bin share PATH

cat > configure.ac <<'M4'
AC_INIT([probe], [1])
AC_CONFIG_HEADERS([config.h])
AC_PROG_CC
AC_PROG_RANLIB
AC_CHECK_HEADERS([sys/socket.h netdb.h sys/no_such.h])
AC_CHECK_FUNCS([connect getaddrinfo poll no_such_function])
AC_SEARCH_LIBS([gethostbyname], [nsl resolv])
AC_CHECK_LIB([m], [cos])
AC_CHECK_SIZEOF([long])
AC_CHECK_SIZEOF([time_t])
AC_FUNC_MALLOC
AC_C_BIGENDIAN
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
M4
cat > Makefile.in <<'MAKE'
CC = @CC@
CFLAGS = @CFLAGS@
LIBS = @LIBS@
hello: hello.c
	$(CC) $(CFLAGS) hello.c -o hello $(LIBS)
check: hello
	./hello one | grep -qx 'hello 2 .one.'
MAKE
cp /usr/share/misc/config.guess /usr/share/misc/config.sub .
touch install-sh && chmod +x install-sh
check autoconf-makes-the-script sh -c 'autoheader && autoconf'
check configure-for-the-host sh -c 'mkdir -p cross && cd cross && cp ../hello.c . &&
    CONFIG_SITE="$share/config.site" ../configure --host=wasm32-wasi && grep "CC = netwasi-cc" Makefile'
check configure-native-looking sh -c 'mkdir -p native && cd native && cp ../hello.c . && ../configure CC=netwasi-cc'
for kind in cross native; do
    check "$kind-finds-headers" grep -qx '#define HAVE_NETDB_H 1' $kind/config.h
    check "$kind-misses-headers" grep -q 'undef HAVE_SYS_NO_SUCH_H' $kind/config.h
    check "$kind-finds-connect" grep -qx '#define HAVE_CONNECT 1' $kind/config.h
    check "$kind-finds-getaddrinfo" grep -qx '#define HAVE_GETADDRINFO 1' $kind/config.h
    check "$kind-misses-functions" grep -q 'undef HAVE_NO_SUCH_FUNCTION' $kind/config.h
    check "$kind-finds-libm" grep -qx '#define HAVE_LIBM 1' $kind/config.h
    check "$kind-sizes" sh -c "grep -qx '#define SIZEOF_LONG 4' $kind/config.h && grep -qx '#define SIZEOF_TIME_T 8' $kind/config.h"
    check "$kind-malloc" grep -qx '#define HAVE_MALLOC 1' $kind/config.h
    check "$kind-make-check" make -C $kind check
done

cat > CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.13)
project(probe C)
include(CheckFunctionExists)
include(CheckSymbolExists)
include(CheckTypeSize)
check_function_exists(connect HAVE_CONNECT)
check_function_exists(no_such_function HAVE_NO_SUCH)
check_symbol_exists(getaddrinfo "sys/types.h;sys/socket.h;netdb.h" HAVE_GETADDRINFO)
check_type_size(long SIZEOF_LONG)
if(NOT HAVE_CONNECT OR HAVE_NO_SUCH OR NOT HAVE_GETADDRINFO OR NOT SIZEOF_LONG EQUAL 4)
  message(FATAL_ERROR "connect ${HAVE_CONNECT} no_such ${HAVE_NO_SUCH} getaddrinfo ${HAVE_GETADDRINFO} long ${SIZEOF_LONG}")
endif()
add_library(half half.c)
add_executable(use-half use-half.c)
target_link_libraries(use-half half)
enable_testing()
add_test(NAME runs COMMAND use-half)
set_tests_properties(runs PROPERTIES PASS_REGULAR_EXPRESSION "^42")
CMAKE
check cmake-configures cmake -S . -B cmake -DCMAKE_TOOLCHAIN_FILE="$share/wasm32-wasi.cmake"
check cmake-builds cmake --build cmake
check cmake-tests sh -c 'cd cmake && ctest --output-on-failure'

# The same for what asks for Linux by name; libraries that would be shared are static, and none is looked for.
cat >> CMakeLists.txt <<'CMAKE'
if(NOT CMAKE_SYSTEM_NAME STREQUAL Linux)
  message(FATAL_ERROR "for ${CMAKE_SYSTEM_NAME}")
endif()
add_library(linux-half SHARED half.c)
add_executable(linux-use-half use-half.c)
target_compile_definitions(linux-use-half PRIVATE NEEDS_LINUX)
target_link_libraries(linux-use-half linux-half)
install(TARGETS linux-half linux-use-half)
CMAKE
sed -i '1i #if defined NEEDS_LINUX && !defined __linux__\n#error __linux__\n#endif' use-half.c
check cmake-for-linux-configures cmake -S . -B cmake-linux -DCMAKE_TOOLCHAIN_FILE="$share/wasm32-wasi.cmake" -DCMAKE_SYSTEM_NAME=Linux
check cmake-for-linux-builds cmake --build cmake-linux
check cmake-for-linux-runs prints '^42' cmake-linux/linux-use-half

cat > meson.build <<'MESON'
project('probe', 'c')
cc = meson.get_compiler('c')
assert(cc.has_function('connect'), 'connect')
assert(not cc.has_function('no_such_function'), 'no_such_function')
assert(cc.has_function('getaddrinfo', prefix: '#include <netdb.h>'), 'getaddrinfo')
assert(cc.has_header('sys/un.h'), 'sys/un.h')
assert(cc.sizeof('long') == 4, 'long')
half = static_library('half', 'half.c')
test('runs', executable('use-half', 'use-half.c', link_with: half))
MESON
check meson-configures meson setup --cross-file "$share/wasm32-wasi.meson" meson
check meson-builds meson compile -C meson
check meson-tests meson test -C meson
