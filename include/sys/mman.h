// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, without asking for a macro first. What of it works is said in csrc/files/mmap.c.
#ifndef __NETWASI_SYS_MMAN_H
#define __NETWASI_SYS_MMAN_H

// Linux itself has it no more.
#define remap_file_pages __netwasi_hidden_remap_file_pages
#ifdef _WASI_EMULATED_MMAN
#include_next <sys/mman.h>
#else
#define _WASI_EMULATED_MMAN
#include_next <sys/mman.h>
#undef _WASI_EMULATED_MMAN
#endif
#undef remap_file_pages

#endif
