signal/sigrelse: \
  build/src/wasi-libc/libc-top-half/musl/src/signal/sigrelse.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/signal.h
