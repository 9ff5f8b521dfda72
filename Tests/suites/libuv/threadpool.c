// SPDX-License-Identifier: Apache-2.0
#include <uv.h>

#include "unix/internal.h"

// libuv's pool of threads for a program that has one thread: work is done when it is submitted, and the loop is told of it
// as if a thread had done it. The linker takes this where it is called for uv__work_submit.

void __wrap_uv__work_submit(uv_loop_t *loop, struct uv__work *w, enum uv__work_kind kind, void (*work)(struct uv__work *w),
                            void (*done)(struct uv__work *w, int status));

void __wrap_uv__work_submit(uv_loop_t *loop, struct uv__work *w, enum uv__work_kind kind, void (*work)(struct uv__work *w),
                            void (*done)(struct uv__work *w, int status)) {
    (void)kind;
    w->loop = loop;
    w->done = done;
    work(w);
    w->work = NULL;
    uv_mutex_lock(&loop->wq_mutex);
    QUEUE_INSERT_TAIL(&loop->wq, &w->wq);
    uv_async_send(&loop->wq_async);
    uv_mutex_unlock(&loop->wq_mutex);
}
