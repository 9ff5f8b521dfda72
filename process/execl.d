process/execl: build/src/wasi-libc/libc-top-half/musl/src/process/execl.c \
  build/src/wasi-libc/libc-top-half/musl/src/include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/unistd.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/features.h \
  build/src/wasi-libc/libc-top-half/musl/src/include/../../include/features.h \
  build/src/wasi-libc/libc-top-half/musl/arch/wasm32/bits/posix.h
