legacy/err: build/src/wasi-libc/libc-top-half/musl/src/legacy/err.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdio.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdio.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdlib.h
