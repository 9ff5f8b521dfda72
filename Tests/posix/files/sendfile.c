// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/sendfile.h>

// sendfile: to sockets, pipes and files; from an offset or from the position; partial and refused.

static int file;

static off_t position(void) { return lseek(file, 0, SEEK_CUR); }

int main(void) {
    int pair[2], ends[2], other = REQUIRE(open("other", O_RDWR | O_CREAT, 0600));
    char buffer[5000];
    off_t offset = 10;
    file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    for (size_t i = 0; i < sizeof buffer; i++) buffer[i] = (char)pattern(i);
    write_all(file, buffer, sizeof buffer);
    REQUIRE(lseek(file, 0, SEEK_SET));
    connected_pair(AF_INET, pair);
    REQUIRE(pipe(ends));
    SHOW(sendfile(pair[0], file, &offset, 100));
    printf("offset %d, position %d\n", (int)offset, (int)position());
    SHOW(sendfile(pair[0], file, NULL, 50));
    printf("offset %d, position %d\n", (int)offset, (int)position());
    REQUIRE(read_all(pair[1], buffer, 150) == 150 ? 0 : -1);
    printf("right: %d %d\n", (unsigned char)buffer[0] == pattern(10), (unsigned char)buffer[100] == pattern(0));
    offset = 4990;
    SHOW(sendfile(ends[1], file, &offset, 100));
    SHOW(sendfile(ends[1], file, &offset, 100));
    printf("offset %d\n", (int)offset);
    SHOW(read(ends[0], buffer, sizeof buffer));
    offset = 0;
    SHOW(sendfile(other, file, &offset, 5000));
    SHOW(lseek(other, 0, SEEK_CUR));
    SHOW(sendfile(other, file, &offset, 0));

    puts("when there is no room");
    REQUIRE(ftruncate(file, 10000000));
    set_nonblocking(pair[0], 1);
    offset = 0;
    size_t total = 0;
    ssize_t sent;
    while ((sent = sendfile(pair[0], file, &offset, 10000000)) > 0) total += sent;
    printf("%s, offset is what was sent: %d\n", errname(errno), (size_t)offset == total && total > 0 && total < 10000000);

    puts("errors");
    offset = -1;
    SHOW(sendfile(pair[0], file, &offset, 1));
    offset = 0;
    SHOW(sendfile(pair[0], ends[0], &offset, 1));
    SHOW(sendfile(pair[0], 99, NULL, 1));
    SHOW(sendfile(99, file, NULL, 1));
    int writer = REQUIRE(open("file", O_WRONLY));
    SHOW(sendfile(pair[0], writer, NULL, 1));
    SHOW(sendfile(pair[0], REQUIRE(open(".", O_RDONLY)), NULL, 1));
    SHOW(sendfile(REQUIRE(open("file", O_RDONLY)), other, NULL, 1));
    int appending = REQUIRE(open("other", O_WRONLY | O_APPEND));
    SHOW(sendfile(appending, file, NULL, 1));
    set_nonblocking(pair[0], 0);
    REQUIRE(close(pair[1]));
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    REQUIRE(sigaction(SIGPIPE, &ignore, NULL));
    do offset = 0;
    while (sendfile(pair[0], file, &offset, 1) > 0 || errno == ECONNRESET);
    printf("broken: %s\n", errname(errno));
    return t_status;
}
