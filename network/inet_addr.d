network/inet_addr: \
  build/src/wasi-libc/libc-top-half/musl/src/network/inet_addr.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/arpa/inet.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/arpa/../../../include/arpa/inet.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h
