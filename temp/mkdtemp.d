temp/mkdtemp: build/src/wasi-libc/libc-top-half/musl/src/temp/mkdtemp.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/errno.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/errno.h
