network/inet_legacy: \
  build/src/wasi-libc/libc-top-half/musl/src/network/inet_legacy.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/arpa/inet.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/arpa/../../../include/arpa/inet.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h
