// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

// isolate DIRECTORY ETC COMMAND...: runs a command as an ordinary user with a network of its own, which is a loopback
// interface and nothing else, with DIRECTORY as its /tmp, and with the hosts and resolv.conf of the directory ETC. Suites
// use the ports and the files that they want to, and what they send to the outside goes nowhere. Exits with 125 when the
// system allows no such thing.

static int fail(const char *what) {
    fprintf(stderr, "isolate: %s: %s\n", what, strerror(errno));
    return 125;
}

static int put(const char *path, const char *text) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    ssize_t written = write(fd, text, strlen(text));
    close(fd);
    return written < 0 ? -1 : 0;
}

static int map_user(uid_t user, gid_t group) {
    char map[64];
    snprintf(map, sizeof map, "1000 %u 1", user);
    if (put("/proc/self/uid_map", map) != 0) return -1;
    if (put("/proc/self/setgroups", "deny") != 0 && errno != ENOENT) return -1;
    snprintf(map, sizeof map, "1000 %u 1", group);
    return put("/proc/self/gid_map", map);
}

static int raise_loopback(void) {
    struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0) return -1;
    int result = ioctl(fd, SIOCSIFFLAGS, &request);
    close(fd);
    return result;
}

// A file of /etc becomes that of another directory, where the system has one.
static int replace(const char *etc, const char *name) {
    char with[4096], path[64];
    if (snprintf(with, sizeof with, "%s/%s", etc, name) >= (int)sizeof with) return errno = ENAMETOOLONG, -1;
    snprintf(path, sizeof path, "/etc/%s", name);
    return access(path, F_OK) == 0 ? mount(with, path, NULL, MS_BIND, NULL) : 0;
}

int main(int argc, char **argv) {
    if (argc < 4) return fprintf(stderr, "usage: isolate DIRECTORY ETC COMMAND...\n"), 125;
    uid_t user = getuid();
    gid_t group = getgid();
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS) != 0) return fail("unshare");
    if (map_user(user, group) != 0) return fail("mapping the user");
    if (raise_loopback() != 0) return fail("loopback");
    if (mount(argv[1], "/tmp", NULL, MS_BIND, NULL) != 0) return fail(argv[1]);
    if (replace(argv[2], "hosts") != 0 || replace(argv[2], "resolv.conf") != 0) return fail("/etc");
    execvp(argv[3], argv + 3);
    return fail(argv[3]);
}
