// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/mman.h>
#include <sys/wait.h>

// Memory that a process and its children have in common, and memory that they have not.

static int *map(size_t size, int flags) {
    int *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | flags, -1, 0);
    EXPECT(memory != MAP_FAILED);
    return memory;
}

static void in_child(void (*part)(int *), int *memory) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        part(memory);
        fflush(stdout);
        _exit(t_status);
    }
    int status = -1;
    EXPECT(waitpid(child, &status, 0) == child && status == 0);
}

enum { LAST = (1 << 20) / sizeof(int) - 1 };

static void adds(int *memory) {
    memory[0] += 10;
    memory[LAST] = memory[0] + 1;
}

static void adds_in_a_child(int *memory) {
    in_child(adds, memory);
    memory[0] += 100;
}

static void unmaps(int *memory) {
    SHOW(munmap(memory, 1 << 20));
    int *other = map(1 << 20, MAP_PRIVATE);
    other[0] = other[LAST] = 77;
}

static void show_both(const char *name, int *memory) { printf("%s: %d %d\n", name, memory[0], memory[LAST]); }

static void forgets(int *memory) { SHOW(madvise(memory, 1 << 20, MADV_DONTNEED)); }

static void fills_together(void) {
    enum { CHILDREN = 4 };
    volatile int *cells = map(1 << 20, MAP_SHARED);
    int gate[2];
    EXPECT(pipe(gate) == 0);
    for (int i = 0; i < CHILDREN; i++) {
        if (fork() != 0) continue;
        char byte;
        close(gate[1]);
        EXPECT(read(gate[0], &byte, 1) == 0);
        for (int j = i; j <= (int)LAST; j += CHILDREN) cells[j] = i + 1;
        _exit(0);
    }
    EXPECT(close(gate[0]) == 0 && close(gate[1]) == 0);
    for (int i = 0; i < CHILDREN; i++) EXPECT(wait(NULL) > 0);
    int wrong = 0;
    for (int j = 0; j <= (int)LAST; j++) wrong += cells[j] != j % CHILDREN + 1;
    printf("wrong %d\n", wrong);
    EXPECT(munmap((void *)cells, 1 << 20) == 0);
}

int main(void) {
    int *common = map(1 << 20, MAP_SHARED), *own = map(1 << 20, MAP_PRIVATE);
    common[0] = own[0] = 1;
    in_child(adds, common);
    in_child(adds, own);
    show_both("common", common);
    show_both("own", own);
    in_child(adds_in_a_child, common);
    show_both("common", common);
    in_child(unmaps, common);
    show_both("common", common);
    in_child(forgets, common);
    show_both("common", common);
    SHOW(munmap(common, 1 << 20));
    // Whatever is there now is not what was.
    int *next = map(1 << 20, MAP_SHARED), *another = map(1 << 20, MAP_PRIVATE);
    show_both("next", next);
    show_both("another", another);
    in_child(adds, next);
    in_child(adds, another);
    show_both("next", next);
    show_both("another", another);
    fills_together();
    return t_status;
}
