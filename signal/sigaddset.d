signal/sigaddset: \
  build/src/wasi-libc/libc-top-half/musl/src/signal/sigaddset.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/errno.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/errno.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h
