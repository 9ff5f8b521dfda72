// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Sockets and pipes that arrive do all that they did.

int main(void) {
    int pair[2], ends[2], got[3], cut, status = -1;
    char text[8] = "";
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    REQUIRE(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair));
    REQUIRE(pipe(ends));
    int sent[3] = {listener, ends[1], pair[0]};
    SHOW(send_descriptors(pair[0], sent, 3));
    SHOW(receive_descriptors(pair[1], got, 3, 0, &cut));
    close(listener);
    close(ends[1]);
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    int server = SHOW_OK(accept(got[0], NULL, NULL));
    SHOW(send(server, "hi", 2, 0));
    SHOW(recv(client, text, sizeof text, 0));
    SHOW(write(got[1], "pipe", 4));
    SHOW(read(ends[0], text, sizeof text));
    SHOW(read(got[1], text, 1));
    SHOW(close(got[1]));
    SHOW(read(ends[0], text, sizeof text));
    SHOW(send(got[2], "self", 4, 0));
    SHOW(recv(pair[1], text, sizeof text, 0));
    socklen_t len = sizeof status;
    SHOW(getsockopt(got[0], SOL_SOCKET, SO_ACCEPTCONN, &status, &len));
    SHOW(status);
    SHOW(fcntl(got[2], F_GETFL) & O_NONBLOCK);
    return t_status;
}
