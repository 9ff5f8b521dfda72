// SPDX-License-Identifier: Apache-2.0
// exit: 9

#define _GNU_SOURCE
#include "../test.h"
#include <malloc.h>

// Memory that is aligned, arrays that do not fit, quick_exit and what it calls.

static void first(void) { printf("registered first\n"); fflush(stdout); }
static void second(void) { printf("registered second\n"); fflush(stdout); }
static void never(void) { printf("FAIL exit's function\n"); }

int main(void) {
    void *p = NULL;
    static const size_t alignments[] = {0, 1, 2, 4, 8, 24, 64, 4096};
    for (size_t i = 0; i < sizeof alignments / sizeof *alignments; i++) {
        int error = posix_memalign(&p, alignments[i], 100);
        int wanted = alignments[i] % sizeof(void *) || alignments[i] == 0 || (alignments[i] & (alignments[i] - 1)) ? EINVAL : 0;
        EXPECT_EQ(error, wanted);
        EXPECT(error || (size_t)p % alignments[i] == 0);
        if (!error) free(p);
    }
    p = memalign(256, 10);
    EXPECT(p && (size_t)p % 256 == 0);
    free(p);
    p = valloc(10);
    EXPECT(p && (size_t)p % sysconf(_SC_PAGESIZE) == 0);
    free(p);
    p = reallocarray(NULL, 10, 10);
    EXPECT(p && malloc_usable_size(p) >= 100);
    errno = 0;
    // The compiler is not to know the numbers.
    volatile size_t much = (size_t)-1 - 100000;
    EXPECT(reallocarray(NULL, much, 3) == NULL);
    printf("%s\n", errname(errno));
    errno = 0;
    void *volatile none = malloc(much);
    EXPECT(none == NULL);
    printf("%s\n", errname(errno));
    errno = 0;
    none = calloc(much, 4);
    EXPECT(none == NULL);
    printf("%s\n", errname(errno));
    p = reallocarray(p, 20, 20);
    EXPECT(p != NULL);
    free(p);
    EXPECT_EQ(posix_memalign(&p, 64, much), ENOMEM);
    EXPECT_EQ(atexit(never), 0);
    EXPECT_EQ(at_quick_exit(first), 0);
    EXPECT_EQ(at_quick_exit(second), 0);
    if (t_status) return t_status;
    fflush(stdout);
    quick_exit(9);
}
