// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>

void *memalign(size_t alignment, size_t size) {
    void *result = NULL;
    if (alignment < sizeof(void *)) alignment = sizeof(void *);
    int error = posix_memalign(&result, alignment, size);
    if (error == 0) return result;
    errno = error;
    return NULL;
}
