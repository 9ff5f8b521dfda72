// SPDX-License-Identifier: Apache-2.0
// netwasi: none
// stderr: server[42]: started 1: Permission denied
// stderr: server[42]: second

#include "../test.h"
#include <syslog.h>

// What a program logs is told on standard error, whether it asked for that or not; nothing else is there to take it.

int main(void) {
    openlog("server", LOG_PID, LOG_DAEMON);
    errno = EACCES;
    syslog(LOG_NOTICE, "started %d: %m", 1);
    EXPECT_EQ(errno, EACCES);
    setlogmask(LOG_UPTO(LOG_ERR));
    syslog(LOG_INFO, "masked");
    syslog(LOG_ERR, "second");
    closelog();
    printf("logged\n");
    return t_status;
}
