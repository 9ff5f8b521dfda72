// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// A descriptor arrives as another of the same open file: shared offset and flags, its own number and close-on-exec.

int main(void) {
    int pair[2], got = -1, cut, file = REQUIRE(open("file", O_CREAT | O_RDWR, 0644));
    char text[8] = "";
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    SHOW(write(file, "abcdef", 6));
    SHOW(send_descriptors(pair[0], &file, 1));
    SHOW(receive_descriptors(pair[1], &got, 1, 0, &cut));
    printf("another: %d cut: %d cloexec: %d\n", got != file, cut, fcntl(got, F_GETFD));
    SHOW(lseek(got, 0, SEEK_CUR));
    SHOW(lseek(file, 2, SEEK_SET));
    SHOW(read(got, text, 3));
    printf("%s\n", text);
    SHOW(close(file));
    SHOW(write(got, "!", 1));
    SHOW(pread(got, text, 6, 0));
    printf("%.6s\n", text);
    SHOW(send_descriptors(pair[0], &got, 1));
    int again;
    SHOW(receive_descriptors(pair[1], &again, 1, MSG_CMSG_CLOEXEC, &cut));
    printf("cloexec: %d\n", fcntl(again, F_GETFD));
    int reading = REQUIRE(open("file", O_RDONLY));
    SHOW(send_descriptors(pair[0], &reading, 1));
    SHOW(close(reading));
    SHOW(receive_descriptors(pair[1], &got, 1, 0, &cut));
    SHOW(write(got, "x", 1));
    SHOW((fcntl(got, F_GETFL) & O_ACCMODE) == O_RDONLY);
    return t_status;
}
