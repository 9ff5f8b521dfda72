string/strsignal: \
  build/src/wasi-libc/libc-top-half/musl/src/string/strsignal.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/signal.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/internal/locale_impl.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdlib.h \
  build/src/wasi-libc/libc-top-half/musl/src/internal/libc.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdio.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdio.h
