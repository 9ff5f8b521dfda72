temp/mkstemp: build/src/wasi-libc/libc-top-half/musl/src/temp/mkstemp.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h
