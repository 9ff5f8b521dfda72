misc/realpath: build/src/wasi-libc/libc-top-half/musl/src/misc/realpath.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/errno.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/errno.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/arch/wasm32/bits/posix.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/string.h
