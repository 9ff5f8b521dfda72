// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/ --allow-inbound unix:///dev/log --allow-outbound unix:///dev/log
// setup: mkdir dev
// stderr: program: twice
// stderr: program: nobody listens

#define _GNU_SOURCE
#include "../test.h"
#include <sys/un.h>
#include <syslog.h>

// Where /dev/log is granted, and somebody is there, messages go to it; otherwise to standard error.

static int log_socket(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/dev/log"};
    int fd = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0));
    REQUIRE(bind(fd, (struct sockaddr *)&address, sizeof address));
    return fd;
}

// The message without its time.
static void receive(int fd) {
    char text[2048];
    ssize_t length = recv(fd, text, sizeof text - 1, MSG_DONTWAIT);
    if (length < 0) return (void)printf("none, %s\n", errname(errno));
    text[length] = '\0';
    char *end = strchr(text, '>');
    // "<N>Mmm dd hh:mm:ss "
    if (end && strlen(end) > 17) printf("%.*s %s\n", (int)(end + 1 - text), text, end + 17);
    else t_error("%s", text);
}

int main(void) {
    int fd = log_socket();
    program_invocation_short_name = (char *)"program";
    errno = ENOENT;
    syslog(LOG_NOTICE, "plain: %m");
    EXPECT_EQ(errno, ENOENT);
    receive(fd);
    openlog("ident", LOG_PID, LOG_LOCAL3);
    syslog(LOG_ERR, "with %s", "number");
    syslog(LOG_MAIL | LOG_INFO, "of another facility\n");
    receive(fd);
    receive(fd);
    openlog("program", LOG_PERROR, LOG_DAEMON);
    syslog(LOG_CRIT, "twice");
    receive(fd);
    // The log is started anew.
    SHOW(close(fd));
    SHOW(unlink("/dev/log"));
    syslog(LOG_ERR, "nobody listens");
    fd = log_socket();
    syslog(LOG_ERR, "again");
    receive(fd);
    setlogmask(LOG_UPTO(LOG_ERR));
    syslog(LOG_INFO, "masked");
    receive(fd);
    closelog();
    return t_status;
}
