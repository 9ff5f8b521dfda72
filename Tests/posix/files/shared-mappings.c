// SPDX-License-Identifier: Apache-2.0
// setup: head -c 200000 /dev/zero | tr '\0' a > f; : > empty; mkdir d

#define _GNU_SOURCE
#include "../test.h"
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

// Shared mappings of files: what is written in memory is in the file, what is written to the file is in memory, for every
// mapping of it, whoever has it.

enum { PAGE = 65536 };

static char at(int fd, off_t offset) {
    char byte = '?';
    return pread(fd, &byte, 1, offset) == 1 ? byte : '-';
}

static void kinds(void) {
    int reads = REQUIRE(open("f", O_RDONLY)), writes = REQUIRE(open("f", O_WRONLY)), folder = REQUIRE(open("d", O_RDONLY)), ends[2];
    REQUIRE(pipe(ends));
    SHOW(mmap(NULL, 10, PROT_READ | PROT_WRITE, MAP_SHARED, reads, 0) == MAP_FAILED);
    SHOW(mmap(NULL, 10, PROT_READ | PROT_WRITE, MAP_SHARED, writes, 0) == MAP_FAILED);
    SHOW(mmap(NULL, 10, PROT_READ, MAP_SHARED, writes, 0) == MAP_FAILED);
    SHOW(mmap(NULL, 10, PROT_READ | PROT_WRITE, MAP_SHARED, 99, 0) == MAP_FAILED);
    SHOW(mmap(NULL, 10, PROT_READ | PROT_WRITE, MAP_SHARED, ends[0], 0) == MAP_FAILED);
    SHOW(mmap(NULL, 10, PROT_READ, MAP_SHARED, folder, 0) == MAP_FAILED);
    SHOW(mmap(NULL, 0, PROT_READ | PROT_WRITE, MAP_SHARED, reads, 0) == MAP_FAILED);
    SHOW(mmap(NULL, 10, PROT_READ | PROT_WRITE, MAP_SHARED, reads, 1) == MAP_FAILED);
    close(reads), close(writes), close(folder), close(ends[0]), close(ends[1]);
}

int main(void) {
    kinds();
    int fd = REQUIRE(open("f", O_RDWR)), other = REQUIRE(open("f", O_RDONLY));
    char *memory = mmap(NULL, 200000, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    const char *view = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, other, PAGE);
    char *own = mmap(NULL, 200000, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    if (memory == MAP_FAILED || view == MAP_FAILED || own == MAP_FAILED) return 1;
    printf("%c %c %c\n", memory[0], memory[199999], view[1]);
    memory[5] = 'b';
    memory[PAGE + 7] = 'c';
    printf("%c %c\n", at(other, 5), at(other, PAGE + 7));
    printf("%c\n", view[7]);
    REQUIRE(pwrite(fd, "d", 1, PAGE + 8));
    printf("%c %c\n", memory[PAGE + 8], view[8]);
    own[9] = 'e';
    printf("%c %c\n", memory[9], at(fd, 9));
    SHOW(msync(memory, 200000, MS_SYNC));
    SHOW(msync(memory, 200000, MS_ASYNC));
    SHOW(msync(memory + 1, 10, MS_SYNC));
    SHOW(msync(memory, 10, MS_SYNC | MS_ASYNC));
    // Longer than the file: the rest of its last page is zero, and does not go to the file.
    printf("%d\n", memory[200000]);
    // A mapping outlives its descriptor.
    SHOW(close(fd));
    memory[10] = 'f';
    printf("%c\n", at(other, 10));
    // Another process writes to it.
    pid_t child = fork();
    if (child == 0) {
        memory[11] = 'g';
        own[12] = 'h';
        _exit(0);
    }
    REQUIRE(waitpid(child, NULL, 0));
    printf("%c %c %c\n", memory[11], at(other, 11), own[12]);
    SHOW(munmap(memory, 200000));
    SHOW(munmap((void *)view, PAGE));
    printf("%c %c\n", at(other, 10), at(other, 11));

    // A file that grows below its mapping.
    fd = REQUIRE(open("empty", O_RDWR));
    memory = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    EXPECT(memory != MAP_FAILED);
    REQUIRE(ftruncate(fd, 3 * PAGE));
    memory[2 * PAGE + 1] = 'i';
    printf("%c %c\n", at(fd, 2 * PAGE + 1), at(fd, 3 * PAGE));
    struct stat status;
    REQUIRE(fstat(fd, &status));
    printf("%d\n", status.st_size == 3 * PAGE);
    SHOW(madvise(memory, PAGE, MADV_DONTNEED));
    printf("%c\n", memory[2 * PAGE + 1]);
    SHOW(munmap(memory, 4 * PAGE));
    // What is mapped afterwards is fresh.
    memory = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    printf("%d %d\n", memory[0], memory[2 * PAGE + 1]);
    SHOW(munmap(memory, 4 * PAGE));
    // Many, one after the other.
    int good = 0;
    for (int i = 0; i < 3000; i++) {
        memory = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (memory == MAP_FAILED) break;
        memory[0] = (char)i;
        good += at(fd, 0) == (char)i && munmap(memory, PAGE) == 0;
    }
    printf("%d\n", good);
    return t_status;
}
