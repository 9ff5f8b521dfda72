unistd/getlogin_r: \
  build/src/wasi-libc/libc-top-half/musl/src/unistd/getlogin_r.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/arch/wasm32/bits/posix.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/string.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/errno.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/errno.h
