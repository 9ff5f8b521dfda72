// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/select.h>

// The nonblocking connect by select: the write set tells, for success and for refusal.

static void attempt(const char *name, const struct endpoint *at) {
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), error = -1;
    socklen_t len = sizeof error;
    set_nonblocking(fd, 1);
    printf("%s: ", name);
    SHOW(connect(fd, &at->any, at->len));
    fd_set in, out;
    FD_ZERO(&in);
    FD_ZERO(&out);
    FD_SET(fd, &in);
    FD_SET(fd, &out);
    struct timeval timeout = {10, 0};
    SHOW(select(fd + 1, &in, &out, NULL, &timeout));
    REQUIRE(getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &len));
    printf("in %d, out %d, SO_ERROR %s\n", !!FD_ISSET(fd, &in), !!FD_ISSET(fd, &out), errname(error));
}

int main(void) {
    struct endpoint at;
    bound_socket(AF_INET, SOCK_STREAM, &at);
    attempt("refused", &at);
    listening_socket(AF_INET, &at);
    attempt("accepted", &at);
    return t_status;
}
