// SPDX-License-Identifier: Apache-2.0
// setup: printf 'hello mapped world' > f && : > empty

#define _GNU_SOURCE
#include "../test.h"
#include <sys/mman.h>

// Memory from nothing and from files.

int main(void) {
    size_t page = sysconf(_SC_PAGESIZE);
    char *memory = mmap(NULL, 3 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(memory != MAP_FAILED && (size_t)memory % page == 0);
    if (memory == MAP_FAILED) return 1;
    int zero = 1;
    for (size_t i = 0; i < 3 * page; i++) zero &= memory[i] == 0;
    printf("zero %d\n", zero);
    memset(memory, 'x', 3 * page);
    SHOW(madvise(memory, page, MADV_NORMAL));
    SHOW(posix_madvise(memory, page, POSIX_MADV_WILLNEED));
    SHOW(munmap(memory, 3 * page));
    int fd = REQUIRE(open("f", O_RDONLY));
    char *text = mmap(NULL, 18, PROT_READ, MAP_PRIVATE, fd, 0);
    EXPECT(text != MAP_FAILED);
    if (text == MAP_FAILED) return 1;
    printf("%.18s\n", text);
    printf("after the end: %d\n", text[18]);
    SHOW(munmap(text, 18));
    text = mmap(NULL, 18, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    memcpy(text, "HELLO", 5);
    printf("%.18s\n", text);
    char back[6] = "";
    EXPECT_EQ(pread(fd, back, 5, 0), 5);
    printf("the file: %s\n", back);
    SHOW(close(fd));
    printf("still: %.5s\n", text);
    SHOW(munmap(text, 18));
    fd = REQUIRE(open("f", O_RDONLY));
    text = mmap(NULL, 18, PROT_READ, MAP_SHARED, fd, 0);
    printf("shared: %.5s\n", text == MAP_FAILED ? "none" : text);
    SHOW(msync(text, 18, MS_SYNC));
    SHOW(munmap(text, 18));
    printf("%d ", mmap(NULL, 0, PROT_READ, MAP_PRIVATE, fd, 0) == MAP_FAILED);
    printf("%s\n", errname(errno));
    printf("%d ", mmap(NULL, 18, PROT_READ, MAP_PRIVATE, -1, 0) == MAP_FAILED);
    printf("%s\n", errname(errno));
    printf("%d ", mmap(NULL, 18, PROT_READ, MAP_PRIVATE, fd, 1) == MAP_FAILED);
    printf("%s\n", errname(errno));
    printf("%d ", mmap(NULL, 18, PROT_READ, 0, fd, 0) == MAP_FAILED);
    printf("%s\n", errname(errno));
    int only = REQUIRE(open("f", O_WRONLY));
    printf("%d ", mmap(NULL, 18, PROT_READ, MAP_PRIVATE, only, 0) == MAP_FAILED);
    printf("%s\n", errname(errno));
    SHOW(munmap((char *)1, page));
    return t_status;
}
