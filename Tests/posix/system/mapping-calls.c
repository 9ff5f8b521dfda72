// SPDX-License-Identifier: Apache-2.0
// setup: printf 'content' > file

#define _GNU_SOURCE
#include "../test.h"
#include <sys/mman.h>

// Parts of mappings given back, made larger and smaller, mapped over, locked, and asked about; and the errors.

static size_t page;

static char *anonymous(size_t length) {
    char *start = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(start != MAP_FAILED);
    return start;
}

static const char *result(const void *address) { return address == MAP_FAILED ? errname(errno) : "mapped"; }

static void parts(void) {
    char *memory = anonymous(8 * page);
    memset(memory, 'x', 8 * page);
    SHOW(munmap(memory, page));
    SHOW(munmap(memory + 7 * page, page));
    SHOW(munmap(memory + 3 * page, page));
    printf("%c%c\n", memory[page], memory[6 * page]);
    // The holes are no error, and neither is what lies around.
    SHOW(munmap(memory, 8 * page));
    SHOW(munmap(memory, 8 * page));
    SHOW(munmap(memory + 1, page));
    SHOW(munmap(memory, 0));
}

static void sizes(void) {
    char *memory = anonymous(2 * page);
    memset(memory, 'y', 2 * page);
    char *larger = mremap(memory, 2 * page, 64 * page, MREMAP_MAYMOVE);
    printf("%s\n", result(larger));
    if (larger == MAP_FAILED) return;
    printf("%c%c %d %d\n", larger[0], larger[2 * page - 1], larger[2 * page], larger[64 * page - 1]);
    char *same = mremap(larger, 64 * page, 2 * page, 0);
    printf("%d %c\n", same == larger, same[2 * page - 1]);
    printf("%d\n", mremap(same, 2 * page, 2 * page, 0) == same);
    printf("%s\n", result(mremap(same + 1, page, 2 * page, MREMAP_MAYMOVE)));
    printf("%s\n", result(mremap(same, 2 * page, 0, MREMAP_MAYMOVE)));
    printf("%s\n", result(mremap(same, 2 * page, page, 0x40)));
    SHOW(munmap(same, 2 * page));
}

static void over(void) {
    char *memory = mmap(NULL, 4 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(memory != MAP_FAILED);
    char *middle = mmap(memory + page, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    printf("%d\n", middle == memory + page);
    if (middle == MAP_FAILED) return;
    memset(middle, 'z', 2 * page);
    int fd = REQUIRE(open("file", O_RDONLY));
    printf("%d ", mmap(middle, page, PROT_READ, MAP_PRIVATE | MAP_FIXED, fd, 0) == middle);
    printf("%.7s %d %c\n", middle, middle[7], middle[page]);
    printf("%s\n", result(mmap(memory + 1, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)));
    // What cannot be mapped leaves what there is.
    int only = REQUIRE(open("file", O_WRONLY)), folder = REQUIRE(open(".", O_RDONLY)), ends[2];
    int unmappable[] = {-1, 999, only, folder, 0};
    REQUIRE(pipe(ends));
    unmappable[4] = ends[0];
    for (size_t i = 0; i < sizeof unmappable / sizeof *unmappable; i++) {
        printf("%s", result(mmap(middle, 2 * page, PROT_READ, MAP_PRIVATE | MAP_FIXED, unmappable[i], 0)));
        printf(" %s", result(mmap(NULL, page, PROT_READ, MAP_PRIVATE, unmappable[i], 0)));
        printf(" %.7s %c\n", middle, middle[page]);
    }
    SHOW(madvise(middle + page, page, MADV_DONTNEED));
    printf("%d %.7s\n", middle[page], middle);
    SHOW(munmap(middle, page));
    SHOW(madvise(middle, page, MADV_DONTNEED));
    SHOW(munmap(memory, 4 * page));
    close(fd);
    close(only);
    close(folder);
}

static void locks(void) {
    char *memory = anonymous(2 * page);
    unsigned char resident[2] = {0};
    memset(memory, 'l', 2 * page);
    SHOW(mlock(memory, 0));
    SHOW(mlock2(memory, page, 0x40));
    SHOW(munlock(memory, 2 * page));
    SHOW(mlockall(0));
    SHOW(mlockall(0x40));
    SHOW(munlockall());
    SHOW(mincore(memory, 2 * page, resident));
    printf("%d %d\n", resident[0] & 1, resident[1] & 1);
    SHOW(mincore(memory + 1, page, resident));
    SHOW(mincore(memory, 0, resident));
    SHOW(mprotect(memory, page, PROT_READ | PROT_WRITE));
    SHOW(mprotect(memory, 0, PROT_READ | PROT_WRITE));
    SHOW(mprotect(memory + 1, page, PROT_READ | PROT_WRITE));
    SHOW(mprotect(memory, page, 0x40));
    SHOW(msync(memory, page, MS_ASYNC | MS_SYNC));
    SHOW(msync(memory, page, 0x40));
    SHOW(msync(memory + 1, page, MS_SYNC));
    SHOW(msync(memory, page, MS_SYNC | MS_INVALIDATE));
    SHOW(madvise(memory, page, MADV_WILLNEED));
    SHOW(madvise(memory + 1, page, MADV_NORMAL));
    SHOW(madvise(memory, page, 0x4000));
    SHOW(madvise(memory + page, page, MADV_DONTNEED));
    printf("%c %d\n", memory[0], memory[page]);
    SHOW(munmap(memory, 2 * page));
}

static void unnamed_files(void) {
    int fd = memfd_create("name", MFD_CLOEXEC);
    EXPECT(fd >= 0);
    SHOW(fcntl(fd, F_GETFD));
    SHOW(write(fd, "unnamed", 7));
    SHOW(ftruncate(fd, 3));
    char text[8] = "";
    SHOW(pread(fd, text, 7, 0));
    printf("%s\n", text);
    SHOW(close(fd));
    SHOW(memfd_create("name", 0x40000000));
    char longest[300];
    memset(longest, 'n', sizeof longest);
    longest[299] = '\0';
    SHOW(memfd_create(longest, 0));
    longest[249] = '\0';
    SHOW_OK(memfd_create(longest, 0));
}

int main(void) {
    page = sysconf(_SC_PAGESIZE);
    parts();
    sizes();
    over();
    locks();
    unnamed_files();
    return t_status;
}
