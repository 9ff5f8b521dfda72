signal/psignal: \
  build/src/wasi-libc/libc-top-half/musl/src/signal/psignal.c \
  build/src/wasi-libc/libc-top-half/musl/src/internal/stdio_impl.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdio.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdio.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/errno.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/errno.h
