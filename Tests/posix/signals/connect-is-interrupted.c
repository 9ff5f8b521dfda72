// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"
#include <signal.h>
#include <sys/time.h>
#include <sys/un.h>

// connect to a listener that has no room: a signal ends it with EINTR, with SA_RESTART on it goes until the handler, the
// third time it runs, makes room. With a timeout of its own it is not restarted.

static volatile sig_atomic_t handled;
static int listener, restarts;

static void handler(int number) {
    (void)number;
    int saved = errno;
    if (++handled == 3 && restarts) REQUIRE(accept(listener, NULL, NULL));
    errno = saved;
}

static void ticking(int on) {
    struct itimerval often = {{0, on ? 10000 : 0}, {0, on ? 10000 : 0}};
    REQUIRE(setitimer(ITIMER_REAL, &often, NULL));
}

static struct sockaddr_storage address;
static socklen_t length;

static int connect_within_signals(const char *name, int with_restart, int timeout) {
    int fd = REQUIRE(socket(address.ss_family, SOCK_STREAM, 0));
    struct timeval limit = {.tv_sec = timeout};
    if (timeout) REQUIRE(setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit));
    restarts = with_restart;
    struct sigaction action = {.sa_handler = handler, .sa_flags = restarts ? SA_RESTART : 0};
    REQUIRE(sigaction(SIGALRM, &action, NULL));
    handled = 0;
    ticking(1);
    int result = connect(fd, (struct sockaddr *)&address, length), error = errno;
    ticking(0);
    printf("%s%s%s: %s\n", name, restarts ? " with SA_RESTART" : "", timeout ? ", with a timeout" : "",
           result < 0 ? errname(error) : handled >= 3 ? "connected after the last" : "connected after few");
    return fd;
}

static void fill(void) {
    // As many as there is room for, until one stays outside.
    for (int i = 0; i < 8; i++) {
        int fd = REQUIRE(socket(address.ss_family, SOCK_STREAM | SOCK_NONBLOCK, 0));
        if (connect(fd, (struct sockaddr *)&address, length) == 0) continue;
        if (errno == EAGAIN || poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1, 100) == 0) {
            close(fd);
            return;
        }
    }
    t_error("there is always room");
}

static void of_unix(void) {
    struct sockaddr_un *name = (struct sockaddr_un *)&address;
    name->sun_family = AF_UNIX;
    strcpy(name->sun_path, "listener");
    length = sizeof *name;
    listener = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    REQUIRE(bind(listener, (struct sockaddr *)&address, length));
    REQUIRE(listen(listener, 0));
    fill();
    close(connect_within_signals("unix", 0, 0));
    close(connect_within_signals("unix", 1, 0));
    close(connect_within_signals("unix", 1, 5));
}

static void of_tcp(void) {
    struct endpoint at = loopback(AF_INET, 0);
    listener = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(bind(listener, &at.any, at.len));
    REQUIRE(listen(listener, 0));
    at = local_of(listener);
    memcpy(&address, &at.storage, at.len);
    length = at.len;
    fill();
    int fd = connect_within_signals("tcp", 0, 0);
    set_nonblocking(fd, 1);
    SHOW(connect(fd, &at.any, at.len));
    close(fd);
    close(connect_within_signals("tcp", 1, 5));
    close(connect_within_signals("tcp", 1, 0));
}

int main(void) {
    of_unix();
    of_tcp();
    return t_status;
}
