signal/sigisemptyset: \
  build/src/wasi-libc/libc-top-half/musl/src/signal/sigisemptyset.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h
