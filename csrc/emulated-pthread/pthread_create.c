// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <pthread.h>

// libwasi-emulated-pthread, which wasi-libc has under this name too: for programs that are to be linked although they
// start threads. They are told that there can be no more.

int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes, void *(*start)(void *),
                   void *restrict argument) {
    (void)thread, (void)attributes, (void)start, (void)argument;
    return EAGAIN;
}
