// SPDX-License-Identifier: Apache-2.0
// terminal: yes
#define _GNU_SOURCE

#include "../test.h"
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>

// What is typed: by lines, with erasing and an end of file; then each key by itself, unseen; the keys that send signals.

static volatile sig_atomic_t interrupts;

static void interrupted(int signal) { interrupts = signal; }

static void type(const char *keys) {
    printf("@type %s\n", keys);
    fflush(stdout);
}

static void show_read(const char *keys) {
    char got[64];
    type(keys);
    ssize_t size = read(0, got, sizeof got);
    printf("read %d:", (int)size);
    for (ssize_t i = 0; i < size; i++) printf(" %02x", (unsigned char)got[i]);
    printf("%s%s\n", size < 0 ? " " : "", size < 0 ? errname(errno) : "");
    fflush(stdout);
}

int main(void) {
    struct termios first, raw;
    int waiting = 0;
    REQUIRE(tcgetattr(0, &first));
    show_read("hello\\n");
    show_read("abX\\x7fc\\r");
    show_read("rubbish\\x15good\\n");
    show_read("\\x04");
    show_read("two\\nlines\\n");
    REQUIRE(ioctl(0, FIONREAD, &waiting));
    printf("%d left\n", waiting);
    SHOW(tcflush(0, TCIFLUSH));
    REQUIRE(ioctl(0, FIONREAD, &waiting));
    printf("%d left\n", waiting);

    REQUIRE(sigaction(SIGINT, &(struct sigaction){.sa_handler = interrupted}, NULL));
    REQUIRE(sigaction(SIGQUIT, &(struct sigaction){.sa_handler = interrupted}, NULL));
    sigset_t keys, old;
    sigemptyset(&keys);
    sigaddset(&keys, SIGINT);
    sigaddset(&keys, SIGQUIT);
    REQUIRE(sigprocmask(SIG_BLOCK, &keys, &old));
    type("\\x03");
    SHOW(sigsuspend(&old));
    printf("interrupted: %d\n", interrupts == SIGINT);
    type("lost\\x1c");
    SHOW(sigsuspend(&old));
    REQUIRE(ioctl(0, FIONREAD, &waiting));
    printf("quit: %d, %d left\n", interrupts == SIGQUIT, waiting);
    REQUIRE(sigprocmask(SIG_SETMASK, &old, NULL));

    raw = first;
    cfmakeraw(&raw);
    raw.c_oflag = first.c_oflag;
    REQUIRE(tcsetattr(0, TCSAFLUSH, &raw));
    interrupts = 0;
    show_read("x");
    show_read("\\x03");
    show_read("\\r");
    show_read("\\x04");
    printf("interrupted: %d\n", interrupts != 0);
    raw.c_cc[VMIN] = 4;
    REQUIRE(tcsetattr(0, TCSANOW, &raw));
    show_read("four");
    raw.c_cc[VMIN] = 0;
    raw.c_cc[VTIME] = 1;
    REQUIRE(tcsetattr(0, TCSANOW, &raw));
    char byte;
    SHOW(read(0, &byte, 1));
    REQUIRE(tcsetattr(0, TCSAFLUSH, &first));
    show_read("echoed\\n");
    return t_status;
}
