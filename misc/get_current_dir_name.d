misc/get_current_dir_name: \
  build/src/wasi-libc/libc-top-half/musl/src/misc/get_current_dir_name.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/arch/wasm32/bits/posix.h
