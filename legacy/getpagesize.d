legacy/getpagesize: \
  build/src/wasi-libc/libc-top-half/musl/src/legacy/getpagesize.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/arch/wasm32/bits/posix.h \
  build/src/wasi-libc/libc-top-half/musl/src/internal/libc.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdio.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdio.h
