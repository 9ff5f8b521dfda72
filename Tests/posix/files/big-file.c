// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Three megabytes written in odd pieces and read in others.

int main(void) {
    static unsigned char buffer[54321];
    int fd = REQUIRE(open("file", O_RDWR | O_CREAT, 0644));
    size_t total = 3 << 20, done = 0;
    unsigned wrote = CHECKSUM_START, read_back = CHECKSUM_START;
    while (done < total) {
        size_t n = total - done < sizeof buffer ? total - done : sizeof buffer;
        for (size_t i = 0; i < n; i++) buffer[i] = pattern(done + i);
        wrote = checksum(wrote, buffer, n);
        write_all(fd, buffer, n);
        done += n;
    }
    SHOW(lseek(fd, 0, SEEK_SET));
    ssize_t n;
    while ((n = read(fd, buffer, 10007)) > 0) read_back = checksum(read_back, buffer, n), done -= n;
    SHOW(done);
    printf("%08x\n", read_back);
    EXPECT_EQ(wrote, read_back);
    return t_status;
}
