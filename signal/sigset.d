signal/sigset: build/src/wasi-libc/libc-top-half/musl/src/signal/sigset.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/signal.h
