// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-outbound tcp://127.0.0.1:1 --dir @SCRATCH@::/data:ro
// stderr: refused connect to tcp 127.0.0.2:1

#define _GNU_SOURCE
#include "../test.h"
#include <sys/wait.h>

// What a process makes is under the same rules: the network's, and the directories'.

static void tries(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(1), .sin_addr.s_addr = htonl(0x7f000001)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    SHOW(connect(fd, (struct sockaddr *)&address, sizeof address));
    address.sin_addr.s_addr = htonl(0x7f000002);
    SHOW(connect(fd, (struct sockaddr *)&address, sizeof address));
    SHOW(open("/data/new", O_WRONLY | O_CREAT, 0600));
    SHOW(open("/data/../outside.txt", O_RDONLY));
    SHOW(open("/proc/self/status", O_RDONLY));
    fflush(stdout);
}

int main(void) {
    pid_t child = fork();
    if (child == 0) {
        pid_t grandchild = fork();
        if (grandchild == 0) tries();
        _exit(grandchild == 0 || waitpid(grandchild, NULL, 0) == grandchild ? 0 : 1);
    }
    EXPECT(waitpid(child, NULL, 0) == child);
    return t_status;
}
