// SPDX-License-Identifier: Apache-2.0
// exit: 3

#define _GNU_SOURCE
#include "../test.h"
#include <netdb.h>
#include <signal.h>
#include <syslog.h>

// What programs tell on standard error, here on standard output: perror, herror, psignal, LOG_PERROR.


int main(void) {
    REQUIRE(dup2(1, 2));
    setvbuf(stdout, NULL, _IONBF, 0);
    errno = ENOENT;
    perror("perror");
    errno = ENOENT;
    perror("");
    errno = ENOENT;
    perror(NULL);
    h_errno = HOST_NOT_FOUND;
    herror("herror");
    herror("");
    h_errno = NO_DATA;
    herror(NULL);
    psignal(SIGTERM, "psignal");
    openlog("ident", LOG_PERROR, LOG_DAEMON);
    errno = EACCES;
    syslog(LOG_INFO, "message %d: %m", 5);
    syslog(LOG_INFO, "ends in a newline\n");
    syslog(LOG_INFO, "100%% %s", "text");
    printf("%#x\n", setlogmask(LOG_UPTO(LOG_WARNING)));
    syslog(LOG_INFO, "not this one");
    syslog(LOG_WARNING, "but this one");
    printf("%#x\n", setlogmask(0));
    printf("%#x\n", setlogmask(LOG_UPTO(LOG_DEBUG)));
    closelog();
    char name[] = "first";
    openlog(name, LOG_PERROR, LOG_DAEMON);
    openlog(NULL, LOG_PERROR, LOG_DAEMON);
    syslog(LOG_INFO, "as before");
    closelog();
    strcpy(name, "gone");
    program_invocation_short_name = (char *)"program";
    syslog(LOG_INFO, "the program's name");
    printf("%d %d\n", LOG_PRI(LOG_MAKEPRI(LOG_LOCAL3, LOG_ERR)), LOG_FAC(LOG_LOCAL3));
    return 3;
}
