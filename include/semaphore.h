// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header without semaphores that have names: they are for several processes.
#ifndef __NETWASI_SEMAPHORE_H
#define __NETWASI_SEMAPHORE_H

#define sem_open __netwasi_hidden_sem_open
#define sem_close __netwasi_hidden_sem_close
#define sem_unlink __netwasi_hidden_sem_unlink
#include_next <semaphore.h>
#undef sem_open
#undef sem_close
#undef sem_unlink

#endif
