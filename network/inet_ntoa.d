network/inet_ntoa: \
  build/src/wasi-libc/libc-top-half/musl/src/network/inet_ntoa.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/arpa/inet.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/arpa/../../../include/arpa/inet.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/stdio.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/stdio.h
