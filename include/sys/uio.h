// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with flags for each read and write.
#ifndef __NETWASI_SYS_UIO_H
#define __NETWASI_SYS_UIO_H

// Of other processes, which there are none of.
#define process_vm_readv __netwasi_hidden_process_vm_readv
#define process_vm_writev __netwasi_hidden_process_vm_writev
#include_next <sys/uio.h>
#undef process_vm_readv
#undef process_vm_writev

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
ssize_t preadv(int, const struct iovec *, int, off_t) __asm__("__netwasi_preadv");
ssize_t pwritev(int, const struct iovec *, int, off_t) __asm__("__netwasi_pwritev");
#ifdef _GNU_SOURCE
#define RWF_HIPRI 1
#define RWF_DSYNC 2
#define RWF_SYNC 4
#define RWF_NOWAIT 8
#define RWF_APPEND 16
ssize_t preadv2(int, const struct iovec *, int, off_t, int);
ssize_t pwritev2(int, const struct iovec *, int, off_t, int);
#endif
#ifdef __cplusplus
}
#endif
#endif

#endif
