// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include "blocking.h"
#include <semaphore.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/sendfile.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/un.h>

// The other calls that wait: for room to write, for a place in a queue, for what has a time.

static int full[2], source[2], stream[2], datagrams[2], counter, timer, watch, file, listener;
static char buffer[200000];
static sem_t semaphore;

static void nonblocking(int fd, void (*call)(int)) {
    set_nonblocking(fd, 1);
    call(fd);
    set_nonblocking(fd, 0);
}
static void drain(int fd) {
    while (read(fd, buffer, sizeof buffer) > 0) continue;
}
static void fill(int fd) {
    while (write(fd, buffer, 2048) > 0) continue;
    while (write(fd, buffer, 1) > 0) continue;
}

static void fill_pipe(void) { nonblocking(full[1], fill); }
static void drain_pipe(void) { nonblocking(full[0], drain); }
// Not of TCP, which finds room in the other end's buffer whenever it likes.
static void fill_stream(void) { nonblocking(stream[0], fill); }
static void drain_stream(void) { nonblocking(stream[1], drain); }
static void fill_datagrams(void) {
    while (send(datagrams[0], "x", 1, MSG_DONTWAIT) > 0) continue;
}
static void take_datagram(void) { REQUIRE(recv(datagrams[1], buffer, 1, MSG_DONTWAIT)); }
static void fill_counter(void) { REQUIRE(eventfd_write(counter, UINT64_MAX - 1)); }
static void empty_counter(void) {
    eventfd_t value;
    REQUIRE(eventfd_read(counter, &value));
}

static long write_pipe(void) { return write(full[1], buffer, 10); }
static long write_much(void) { return write(full[1], buffer, sizeof buffer); }
static long writev_pipe(void) { return writev(full[1], &(struct iovec){buffer, 10}, 1); }
static long tee_pipe(void) { return tee(source[0], full[1], 5, 0); }
static long splice_file(void) { return splice(file, &(loff_t){0}, full[1], NULL, 10, 0); }
static long write_stream(void) { return write(stream[0], buffer, 10); }
static long send_stream(void) { return send(stream[0], buffer, 10, 0); }
static long sendmsg_stream(void) {
    struct msghdr message = {.msg_iov = &(struct iovec){buffer, 10}, .msg_iovlen = 1};
    return sendmsg(stream[0], &message, 0);
}
static long sendfile_stream(void) { return sendfile(stream[0], file, &(off_t){0}, 10); }
static long send_datagram(void) { return send(datagrams[0], buffer, 1, 0); }
static long add_to_counter(void) { return eventfd_write(counter, 5); }
static long read_timer(void) { return read(timer, buffer, 8); }
static void start_timer(void) { REQUIRE(timerfd_settime(timer, 0, &(struct itimerspec){.it_value.tv_nsec = 1}, NULL)); }
static long read_watch(void) { return read(watch, buffer, sizeof buffer); }
static void make_file(void) {
    REQUIRE(open("new", O_RDWR | O_CREAT, 0600));
    REQUIRE(unlink("new"));
}
static long wait_semaphore(void) { return sem_wait(&semaphore); }
static long wait_in_time(void) { return sem_timedwait(&semaphore, &(struct timespec){.tv_sec = 2000000000}); }
static void post(void) { REQUIRE(sem_post(&semaphore)); }

static struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "listener"};
static long connect_listener(void) { return connect(REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), (void *)&name, sizeof name); }
static void fill_listener(void) {
    while (connect(REQUIRE(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0)), (void *)&name, sizeof name) == 0) continue;
}
static void accept_one(void) { REQUIRE(accept(listener, NULL, NULL)); }

// What is filled stays so until the last handler.
static void try_full(const char *what, long (*call)(void), void (*prepare)(void), void (*last)(void)) {
    prepare();
    try(what, call, last);
}

int main(void) {
    REQUIRE(pipe(full));
    REQUIRE(pipe(source));
    write_all(source[1], "hello", 5);
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, stream));
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, datagrams));
    counter = REQUIRE(eventfd(0, 0));
    timer = REQUIRE(timerfd_create(CLOCK_MONOTONIC, 0));
    file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    write_all(file, "what is in the file", 19);
    watch = REQUIRE(inotify_init());
    REQUIRE(inotify_add_watch(watch, ".", IN_CREATE));
    REQUIRE(sem_init(&semaphore, 0, 0));
    listener = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    REQUIRE(bind(listener, (void *)&name, sizeof name));
    REQUIRE(listen(listener, 0));

    try_full("write to a pipe", write_pipe, fill_pipe, drain_pipe);
    try_full("writev to a pipe", writev_pipe, fill_pipe, drain_pipe);
    try_full("tee", tee_pipe, fill_pipe, drain_pipe);
    try_full("splice", splice_file, fill_pipe, drain_pipe);
    drain_pipe();
    try("write of more than there is room for", write_much, drain_pipe);
    try_full("write to a connection", write_stream, fill_stream, drain_stream);
    try_full("send", send_stream, fill_stream, drain_stream);
    try_full("sendmsg", sendmsg_stream, fill_stream, drain_stream);
    try_full("sendfile", sendfile_stream, fill_stream, drain_stream);
    try_full("send of a unix datagram", send_datagram, fill_datagrams, take_datagram);
    try_full("write to an eventfd", add_to_counter, fill_counter, empty_counter);
    try("read of a timer", read_timer, start_timer);
    try("read of inotify", read_watch, make_file);
    try("sem_wait", wait_semaphore, post);
    try("sem_timedwait", wait_in_time, post);
    try_full("connect to a full queue", connect_listener, fill_listener, accept_one);

    puts("with a timeout of its own a socket is never restarted");
    struct timeval limit = {.tv_sec = 5};
    REQUIRE(setsockopt(stream[0], SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit));
    try_full("send", send_stream, fill_stream, drain_stream);
    return t_status;
}
