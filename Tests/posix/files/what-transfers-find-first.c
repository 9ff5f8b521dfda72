// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/sendfile.h>

// Of several things that are wrong with a transfer or a lock, the one that Linux finds first.

static off_t *place(long long at) {
    static off_t places[2];
    static int next;
    places[next ^= 1] = at;
    return &places[next];
}

int main(void) {
    int pipe_fds[2];
    REQUIRE(pipe2(pipe_fds, O_NONBLOCK));
    int reader = pipe_fds[0], writer = pipe_fds[1];
    int file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600)), read_only = REQUIRE(open("file", O_RDONLY));
    int write_only = REQUIRE(open("file", O_WRONLY)), directory = REQUIRE(open(".", O_RDONLY | O_DIRECTORY));
    REQUIRE(write(file, "some text", 9));
    const struct {
        int fd;
        const char *name;
    } all[] = {{reader, "reader"}, {writer, "writer"}, {file, "file"}, {read_only, "read only"}, {write_only, "write only"},
               {directory, "directory"}, {-1, "none"}};
    enum { COUNT = sizeof all / sizeof *all };
    for (int i = 0; i < COUNT; i++) {
        for (int j = 0; j < COUNT; j++) {
            int in = all[i].fd, out = all[j].fd;
            if (in == reader && (out == writer || out == file || out == write_only)) continue;
            printf("%s to %s\n", all[i].name, all[j].name);
            SHOW(splice(in, place(1), out, place(1), 4, SPLICE_F_NONBLOCK));
            SHOW(splice(in, place(-1), out, NULL, 4, SPLICE_F_NONBLOCK));
            SHOW(sendfile(out, in, place(-1), 4));
            SHOW(sendfile(out, in, place(100), 4));
            SHOW(sendfile(out, in, place(100), 0));
            SHOW(copy_file_range(in, place(-1), out, NULL, 4, 1));
            SHOW(copy_file_range(in, place(100), out, NULL, 4, 0));
            SHOW(tee(in, out, 4, SPLICE_F_NONBLOCK));
        }
    }
    for (int i = 0; i < COUNT; i++) {
        printf("locks of %s\n", all[i].name);
        for (int type = 0; type < 2; type++) {
            struct flock whole = {.l_type = type ? F_RDLCK : F_WRLCK}, wrong = {.l_type = whole.l_type, .l_start = -1};
            SHOW(fcntl(all[i].fd, F_SETLK, &whole));
            SHOW(fcntl(all[i].fd, F_SETLK, &wrong));
            SHOW(fcntl(all[i].fd, F_OFD_SETLK, &wrong));
        }
    }
    return t_status;
}
