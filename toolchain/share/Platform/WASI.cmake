# SPDX-License-Identifier: Apache-2.0
#
# What CMake reads for CMAKE_SYSTEM_NAME WASI: a Unix whose programs are linked statically.

set(WASI 1)
set(UNIX 1)
set_property(GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS FALSE)
