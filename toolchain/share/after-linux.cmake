# SPDX-License-Identifier: Apache-2.0
#
# What CMake reads after what it knows of Linux: programs are linked statically here, and look for no library.

set_property(GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS FALSE)
set(CMAKE_SKIP_RPATH TRUE)
foreach(language C CXX)
    unset(CMAKE_SHARED_LIBRARY_RUNTIME_${language}_FLAG)
    unset(CMAKE_SHARED_LIBRARY_LINK_${language}_FLAGS)
endforeach()
