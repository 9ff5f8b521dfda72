// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sched.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/uio.h>

// syscall, of the numbers that programs call when their C library has no function for them, or not a new enough one.

static volatile sig_atomic_t raised;
static void handler(int signal) { raised = signal; }

static void descriptors(void) {
    int pipe[2];
    SHOW(syscall(SYS_pipe2, pipe, O_CLOEXEC | O_NONBLOCK));
    EXPECT(fcntl(pipe[0], F_GETFD) == FD_CLOEXEC && fcntl(pipe[1], F_GETFL) & O_NONBLOCK);
    SHOW(syscall(SYS_pipe2, pipe, -1));
    SHOW(syscall(SYS_write, pipe[1], "hello", 5));
    char text[16] = "";
    SHOW(syscall(SYS_read, pipe[0], text, sizeof text));
    SHOW(syscall(SYS_read, pipe[0], text, sizeof text));
    puts(text);
    struct iovec vectors[] = {{"ab", 2}, {"cde", 3}};
    SHOW(syscall(SYS_writev, pipe[1], vectors, 2));
    struct iovec into[] = {{text, 1}, {text + 1, sizeof text - 1}};
    SHOW(syscall(SYS_readv, pipe[0], into, 2));
    puts(text);
    int copy = SHOW_OK(syscall(SYS_dup, pipe[0]));
    SHOW(syscall(SYS_dup3, pipe[0], pipe[0], 0));
    EXPECT_EQ(syscall(SYS_dup3, pipe[1], copy, O_CLOEXEC), copy);
    SHOW(syscall(SYS_close, copy));
    SHOW(syscall(SYS_close, copy));
    SHOW(syscall(SYS_close_range, pipe[0], pipe[0], 0));
    SHOW(syscall(SYS_close, pipe[0]));
    SHOW(syscall(SYS_close, pipe[1]));
}

// Offsets are given in words: the higher one is there for machines whose words have 32 bits.
static void files(void) {
    int fd = SHOW_OK(open("file", O_RDWR | O_CREAT, 0600));
    struct iovec vector = {"0123456789", 10};
    SHOW(syscall(SYS_pwritev, fd, &vector, 1, 5L, 0L));
    SHOW(lseek(fd, 0, SEEK_END));
    char text[16] = "";
    struct iovec into = {text, 4};
    SHOW(syscall(SYS_preadv, fd, &into, 1, 7L, 0L));
    puts(text);
    SHOW(syscall(SYS_preadv2, fd, &into, 1, 9L, 0L, 0));
    puts(text);
    SHOW(syscall(SYS_pwritev2, fd, &vector, 1, 0L, 0L, 0));
    SHOW(syscall(SYS_preadv, fd, &into, -1, 0L, 0L));
    int memory = SHOW_OK(syscall(SYS_memfd_create, "name", 1));
    SHOW(fcntl(memory, F_GETFD));
    close(memory);
    int other = SHOW_OK(open("other", O_RDWR | O_CREAT, 0600));
    off_t from = 2;
    SHOW(syscall(SYS_copy_file_range, fd, &from, other, NULL, (size_t)6, 0));
    SHOW(from);
    SHOW(lseek(other, 0, SEEK_END));
    close(fd);
    close(other);
}

static void messages(void) {
    struct endpoint at;
    int receiver = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    REQUIRE(connect(sender, &at.any, at.len));
    struct iovec vectors[] = {{"one", 3}, {"three", 5}};
    struct mmsghdr sent[2] = {0}, received[2] = {0};
    char texts[2][8] = {"", ""};
    struct iovec into[] = {{texts[0], 8}, {texts[1], 8}};
    for (int i = 0; i < 2; i++) {
        sent[i].msg_hdr = (struct msghdr){.msg_iov = &vectors[i], .msg_iovlen = 1};
        received[i].msg_hdr = (struct msghdr){.msg_iov = &into[i], .msg_iovlen = 1};
    }
    SHOW(syscall(SYS_sendmmsg, sender, sent, 2, 0));
    SHOW(syscall(SYS_recvmmsg, receiver, received, 2, MSG_WAITFORONE, NULL));
    printf("%u %u %.3s %.5s\n", received[0].msg_len, received[1].msg_len, texts[0], texts[1]);
    SHOW(syscall(SYS_recvmmsg, receiver, received, 2, MSG_DONTWAIT, NULL));
    close(receiver);
    close(sender);
    int listener = listening_socket(AF_INET, &at), client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(client, &at.any, at.len));
    int accepted = SHOW_OK(syscall(SYS_accept4, listener, NULL, NULL, SOCK_NONBLOCK));
    EXPECT(fcntl(accepted, F_GETFL) & O_NONBLOCK);
    close(accepted);
    close(client);
    close(listener);
}

static void events(void) {
    int epoll = SHOW_OK(syscall(SYS_epoll_create1, EPOLL_CLOEXEC));
    int event = SHOW_OK(syscall(SYS_eventfd2, 3, O_NONBLOCK));
    struct epoll_event wanted = {.events = EPOLLIN, .data.u32 = 7}, got[2];
    SHOW(syscall(SYS_epoll_ctl, epoll, EPOLL_CTL_ADD, event, &wanted));
    SHOW(syscall(SYS_epoll_ctl, epoll, EPOLL_CTL_ADD, event, &wanted));
    SHOW(syscall(SYS_epoll_pwait, epoll, got, 2, 0, NULL, sizeof(long long)));
    SHOW(got[0].data.u32);
    struct timespec no_time = {0};
    SHOW(syscall(SYS_epoll_pwait2, epoll, got, 2, &no_time, NULL, sizeof(long long)));
    int timer = SHOW_OK(syscall(SYS_timerfd_create, CLOCK_MONOTONIC, O_NONBLOCK));
    struct itimerspec setting = {.it_value.tv_sec = 1000}, left;
    SHOW(syscall(SYS_timerfd_settime, timer, 0, &setting, NULL));
    SHOW(syscall(SYS_timerfd_gettime, timer, &left));
    EXPECT(left.it_value.tv_sec == 999);
    int watcher = SHOW_OK(syscall(SYS_inotify_init1, O_NONBLOCK));
    int watch = SHOW(syscall(SYS_inotify_add_watch, watcher, ".", IN_CREATE));
    SHOW(syscall(SYS_inotify_rm_watch, watcher, watch));
    sigset_t usr1;
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    int signals = SHOW_OK(syscall(SYS_signalfd4, -1, &usr1, 8L, O_NONBLOCK));
    close(signals);
    close(watcher);
    close(timer);
    close(event);
    close(epoll);
}

static void process(void) {
    EXPECT_EQ(syscall(SYS_getpid), getpid());
    EXPECT_EQ(syscall(SYS_gettid), getpid());
    EXPECT_EQ(syscall(SYS_getppid), getppid());
    EXPECT_EQ(syscall(SYS_getuid), getuid());
    EXPECT_EQ(syscall(SYS_geteuid), geteuid());
    EXPECT_EQ(syscall(SYS_getgid), getgid());
    EXPECT_EQ(syscall(SYS_getegid), getegid());
    signal(SIGUSR1, handler);
    SHOW(syscall(SYS_tgkill, getpid(), getpid(), SIGUSR1));
    EXPECT_EQ(raised, SIGUSR1);
    raised = 0;
    SHOW(syscall(SYS_tkill, getpid(), SIGUSR1));
    EXPECT_EQ(raised, SIGUSR1);
    SHOW(syscall(SYS_kill, getpid(), 0));
    SHOW(syscall(SYS_tgkill, getpid(), -1, SIGUSR1));
    SHOW(syscall(SYS_tgkill, getpid(), 999999999, SIGUSR1));
    SHOW(syscall(SYS_tkill, 0, SIGUSR1));
    SHOW(syscall(SYS_tkill, getpid(), 99));
    SHOW(syscall(SYS_prctl, PR_SET_NAME, "by number", 0L, 0L, 0L));
    char name[16];
    SHOW(prctl(PR_GET_NAME, name));
    puts(name);
    unsigned cpu = 99999;
    SHOW(syscall(SYS_getcpu, &cpu, NULL, NULL));
    EXPECT(cpu < 99999);
    cpu_set_t set;
    CPU_ZERO(&set);
    long size = SHOW_OK(syscall(SYS_sched_getaffinity, 0, sizeof set, &set));
    EXPECT(size > 0 && size % (long)sizeof(long) == 0 && CPU_COUNT(&set) > 0);
    SHOW(syscall(SYS_sched_setaffinity, 0, sizeof set, &set));
    struct timespec time = {-1, -1};
    SHOW(syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &time));
    EXPECT(time.tv_sec >= 0 && time.tv_nsec >= 0);
    char bytes[8];
    SHOW(syscall(SYS_getrandom, bytes, sizeof bytes, 0));
}

int main(void) {
    descriptors();
    files();
    messages();
    events();
    process();
    SHOW(syscall(1000000));
    SHOW(syscall(-1));
    fflush(stdout);
    syscall(SYS_exit_group, t_status);
    return 9;
}
