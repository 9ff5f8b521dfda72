legacy/ftw: build/src/wasi-libc/libc-top-half/musl/src/legacy/ftw.c
