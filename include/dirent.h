// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's directories, without the function of its own that has the name of one in gnulib; with entries that have
// room for a name, and sockets, which it takes for pipes. Of a pipe readdir says DT_UNKNOWN, as of all that preview 1 has
// no word for.
#ifndef __NETWASI_DIRENT_H
#define __NETWASI_DIRENT_H

#include <__typedef_ino_t.h>

// In place of wasi-libc's, whose name has no length.
#define __wasilibc___struct_dirent_h
#define _DIRENT_HAVE_D_TYPE
struct dirent {
    ino_t d_ino;
    unsigned char d_type;
    char d_name[256];
};

#define opendirat __wasilibc_opendirat
// Linux's own call, which C libraries are made with.
#define getdents __netwasi_hidden_getdents
#include_next <dirent.h>
#undef getdents
#undef getdents64
#undef opendirat

#undef DT_FIFO
#define DT_FIFO 0x80
#define DT_SOCK __WASI_FILETYPE_SOCKET_STREAM

#ifdef __cplusplus
extern "C" {
#endif

// Knows a path that is none.
DIR *opendir(const char *) __asm__("__netwasi_opendir");

int readdir_r(DIR *__restrict, struct dirent *__restrict, struct dirent **__restrict);

#ifdef __cplusplus
}
#endif

#endif
