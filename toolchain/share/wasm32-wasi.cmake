# SPDX-License-Identifier: Apache-2.0
#
# Builds with CMake for WebAssembly: cmake -DCMAKE_TOOLCHAIN_FILE=<this file>
# With -DCMAKE_SYSTEM_NAME=Linux sources and CMakeLists.txt that ask for Linux by name find it.

list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
if(NOT CMAKE_SYSTEM_NAME)
    set(CMAKE_SYSTEM_NAME WASI)
endif()
if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    add_compile_definitions(__linux__ __linux)
    set(CMAKE_USER_MAKE_RULES_OVERRIDE "${CMAKE_CURRENT_LIST_DIR}/after-linux.cmake")
endif()
set(CMAKE_SYSTEM_PROCESSOR wasm32)

get_filename_component(NETWASI_BIN "${CMAKE_CURRENT_LIST_DIR}/../../bin" ABSOLUTE)
set(CMAKE_C_COMPILER "${NETWASI_BIN}/netwasi-cc")
set(CMAKE_CXX_COMPILER "${NETWASI_BIN}/netwasi-c++")
set(CMAKE_AR "${NETWASI_BIN}/netwasi-ar" CACHE FILEPATH "Archiver")
set(CMAKE_RANLIB "${NETWASI_BIN}/netwasi-ranlib" CACHE FILEPATH "Indexer of archives")
set(CMAKE_NM "${NETWASI_BIN}/netwasi-nm" CACHE FILEPATH "Lister of symbols")
set(CMAKE_STRIP "${NETWASI_BIN}/netwasi-strip" CACHE FILEPATH "Remover of symbols")
set(CMAKE_CROSSCOMPILING_EMULATOR "${NETWASI_BIN}/netwasi-exec")

# Programs come from the building machine, libraries and headers never do.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} "${CMAKE_CURRENT_LIST_DIR}/pkgconfig")
