signal/sigismember: \
  build/src/wasi-libc/libc-top-half/musl/src/signal/sigismember.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/signal.h
