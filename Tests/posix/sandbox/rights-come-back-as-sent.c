// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --dir @SCRATCH@/read::/read:ro --dir @SCRATCH@/write::/write --allow-outbound udp://127.0.0.1:9
// setup: mkdir read write; echo x >read/file
// stderr: --allow-inbound udp://127.0.0.2:0

#include "../control/control.h"
#include <sys/stat.h>

// A directory that may only be read is that still when it has gone through a socket, and so is a file in it; a socket
// keeps its network. The source of a datagram is judged as an address to bind.

int main(void) {
    int pair[2], got, cut;
    struct timespec times[2] = {{1, 0}, {1, 0}};
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    int directory = REQUIRE(open("/read", O_RDONLY | O_DIRECTORY)), file = REQUIRE(open("/read/file", O_RDONLY));
    SHOW(send_descriptors(pair[0], &directory, 1));
    SHOW(close(directory));
    SHOW(receive_descriptors(pair[1], &got, 1, 0, &cut));
    SHOW(openat(got, "new", O_CREAT | O_WRONLY, 0644));
    SHOW(mkdirat(got, "new", 0755));
    SHOW(openat(got, "../outside.txt", O_RDONLY));
    SHOW_OK(openat(got, "file", O_RDONLY));
    SHOW(send_descriptors(pair[0], &file, 1));
    SHOW(receive_descriptors(pair[1], &got, 1, 0, &cut));
    SHOW(futimens(got, times));
    SHOW(write(got, "x", 1));
    int writable = REQUIRE(open("/write", O_RDONLY | O_DIRECTORY));
    SHOW(send_descriptors(pair[0], &writable, 1));
    SHOW(receive_descriptors(pair[1], &got, 1, 0, &cut));
    SHOW_OK(openat(got, "new", O_CREAT | O_WRONLY, 0644));
    struct endpoint nine = loopback(AF_INET, 9), ten = loopback(AF_INET, 10);
    int udp = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    SHOW(send_descriptors(pair[0], &udp, 1));
    SHOW(receive_descriptors(pair[1], &got, 1, 0, &cut));
    SHOW(sendto(got, "x", 1, 0, &nine.any, nine.len));
    SHOW(sendto(got, "x", 1, 0, &ten.any, ten.len));
    udp = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    struct in_pktinfo info = {.ipi_spec_dst.s_addr = htonl(0x7f000002)};
    struct message m;
    message_init(&m, 0);
    m.head.msg_name = &nine.any;
    m.head.msg_namelen = nine.len;
    add_control(&m, IPPROTO_IP, IP_PKTINFO, &info, sizeof info);
    SHOW(sendmsg(udp, &m.head, 0));
    return t_status;
}
