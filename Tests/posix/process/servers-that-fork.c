// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <stddef.h>
#include <sys/un.h>
#include <sys/wait.h>

// Servers of the old kind: a process for each connection, or several that accept at one socket; and what is passed
// between processes.

static int listening(struct sockaddr_in *address) {
    int fd = (int)REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    socklen_t length = sizeof *address;
    *address = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    REQUIRE(bind(fd, (struct sockaddr *)address, length));
    REQUIRE(listen(fd, 16));
    REQUIRE(getsockname(fd, (struct sockaddr *)address, &length));
    return fd;
}

static int connected(const struct sockaddr_in *address) {
    int fd = (int)REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(fd, (const struct sockaddr *)address, sizeof *address));
    return fd;
}

// In capitals, until the other side has said all.
static void answer(int fd) {
    char byte;
    while (read(fd, &byte, 1) == 1) {
        if (byte >= 'a' && byte <= 'z') byte = (char)(byte - 'a' + 'A');
        if (write(fd, &byte, 1) != 1) _exit(1);
    }
    _exit(0);
}

static void ask(const struct sockaddr_in *address, const char *text) {
    char reply[64] = "";
    int fd = connected(address);
    EXPECT(send(fd, text, strlen(text), 0) == (ssize_t)strlen(text) && shutdown(fd, SHUT_WR) == 0);
    EXPECT(recv(fd, reply, sizeof reply - 1, MSG_WAITALL) == (ssize_t)strlen(text));
    printf("%s\n", reply);
    EXPECT(close(fd) == 0);
}

static void a_process_a_connection(void) {
    struct sockaddr_in address;
    int listener = listening(&address);
    pid_t server = fork();
    if (server == 0) {
        signal(SIGCHLD, SIG_IGN);
        for (;;) {
            int fd = accept(listener, NULL, NULL);
            if (fd < 0) _exit(1);
            if (fork() == 0) {
                close(listener);
                answer(fd);
            }
            close(fd);
        }
    }
    EXPECT(close(listener) == 0);
    int slow = connected(&address);
    ask(&address, "one");
    ask(&address, "two");
    EXPECT(write(slow, "z", 1) == 1);
    char byte = 0;
    EXPECT(read(slow, &byte, 1) == 1);
    printf("%c\n", byte);
    EXPECT(close(slow) == 0);
    EXPECT(kill(server, SIGTERM) == 0);
    EXPECT(waitpid(server, NULL, 0) == server);
}

static void several_at_one_socket(void) {
    struct sockaddr_in address;
    int listener = listening(&address);
    pid_t servers[3];
    for (int i = 0; i < 3; i++) {
        servers[i] = fork();
        if (servers[i] == 0) answer(accept(listener, NULL, NULL));
    }
    ask(&address, "first");
    ask(&address, "second");
    ask(&address, "third");
    for (int i = 0; i < 3; i++) {
        int status = -1;
        EXPECT(waitpid(servers[i], &status, 0) == servers[i] && status == 0);
    }
    EXPECT(close(listener) == 0);
}

static void pass_descriptor(int over, int fd) {
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof fd)];
    } control = {.head = {.cmsg_len = CMSG_LEN(sizeof fd), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS}};
    memcpy(CMSG_DATA(&control.head), &fd, sizeof fd);
    struct iovec vector = {"x", 1};
    struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    EXPECT(sendmsg(over, &message, 0) == 1);
}

static int passed_descriptor(int over) {
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control;
    char byte;
    struct iovec vector = {&byte, 1};
    struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    int fd = -1;
    if (recvmsg(over, &message, 0) == 1 && CMSG_FIRSTHDR(&message) != NULL) memcpy(&fd, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof fd);
    return fd;
}

// The parent accepts and the children, which were there before, serve.
static void connections_passed_on(void) {
    struct sockaddr_in address;
    int listener = listening(&address), ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
    pid_t worker = fork();
    if (worker == 0) answer(passed_descriptor(ends[1]));
    pid_t client = fork();
    if (client == 0) {
        ask(&address, "passed on");
        fflush(stdout);
        _exit(t_status);
    }
    int fd = (int)REQUIRE(accept(listener, NULL, NULL));
    pass_descriptor(ends[0], fd);
    EXPECT(close(fd) == 0);
    int status = -1;
    EXPECT(waitpid(worker, &status, 0) == worker && status == 0);
    EXPECT(waitpid(client, &status, 0) == client && status == 0);
    EXPECT(close(listener) == 0 && close(ends[0]) == 0 && close(ends[1]) == 0);
}

static void who_is_there(void) {
    int ends[2], yes = 1;
    struct ucred peer;
    socklen_t length = sizeof peer;
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
    EXPECT(setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes) == 0);
    pid_t child = fork();
    if (child == 0) _exit(write(ends[1], "x", 1) == 1 ? 0 : 1);
    char byte, room[CMSG_SPACE(sizeof peer)];
    struct iovec vector = {&byte, 1};
    struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
    EXPECT(recvmsg(ends[0], &message, 0) == 1 && CMSG_FIRSTHDR(&message) != NULL);
    memcpy(&peer, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof peer);
    EXPECT(peer.pid == child && peer.uid == getuid());
    EXPECT(getsockopt(ends[0], SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0);
    EXPECT(peer.pid == getpid());
    EXPECT(waitpid(child, NULL, 0) == child);
}

int main(void) {
    fflush(stdout);
    a_process_a_connection();
    fflush(stdout);
    several_at_one_socket();
    fflush(stdout);
    connections_passed_on();
    who_is_there();
    return t_status;
}
