// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

// The system's log is the socket /dev/log, where its directory and a rule unix:///dev/log grant it; otherwise messages
// go to standard error, a line for each, as LOG_PERROR writes them.

static const char *identity; // null: the program's name
static int options;
static int facility_of_all = LOG_USER;
static int mask = LOG_UPTO(LOG_DEBUG);
static int log_fd = -1;

static void disconnect(void) {
    if (log_fd >= 0) close(log_fd);
    log_fd = -1;
}

static bool connect_log(void) {
    static const struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/dev/log"};
    if (log_fd >= 0) return true;
    log_fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (log_fd >= 0 && connect(log_fd, (const struct sockaddr *)&address, sizeof address) == 0) return true;
    disconnect();
    return false;
}

void openlog(const char *ident, int option, int facility) {
    int saved = errno;
    if (ident != NULL) identity = ident;
    options = option;
    if (facility != 0 && !(facility & ~LOG_FACMASK)) facility_of_all = facility;
    if (options & LOG_NDELAY) connect_log();
    errno = saved;
}

void closelog(void) {
    disconnect();
    identity = NULL;
}

int setlogmask(int new) {
    int before = mask;
    if (new != 0) mask = new;
    return before;
}

// Once more after the log was started anew.
static bool send_message(const char *message, size_t length) {
    for (int attempt = 0; attempt < 2; attempt++) {
        if (!connect_log()) return false;
        if (send(log_fd, message, length, MSG_NOSIGNAL) >= 0) return true;
        disconnect();
    }
    return false;
}

// "%m" is strerror(errno), which printf here knows as well.
void vsyslog(int priority, const char *format, va_list arguments) {
    char line[1024 + 64], stamp[32];
    int saved = errno;
    if (!(mask & LOG_MASK(LOG_PRI(priority)))) return;
    if (!(priority & LOG_FACMASK)) priority |= facility_of_all;
    time_t now = time(NULL);
    struct tm parts;
    strftime(stamp, sizeof stamp, "%h %e %T", gmtime_r(&now, &parts));
    int head = snprintf(line, sizeof line, "<%d>%s ", priority & (LOG_PRIMASK | LOG_FACMASK), stamp);
    int used = head + snprintf(line + head, sizeof line - (size_t)head, "%.64s",
                               identity != NULL ? identity : program_invocation_short_name);
    if (options & LOG_PID) used += snprintf(line + used, sizeof line - (size_t)used, "[%d]", (int)getpid());
    if (used > head) used += snprintf(line + used, sizeof line - (size_t)used, ": ");
    errno = saved;
    vsnprintf(line + used, sizeof line - (size_t)used - 1, format, arguments);
    size_t length = strlen(line);
    bool logged = send_message(line, length);
    if (!logged || options & LOG_PERROR) {
        if (line[length - 1] != '\n') line[length++] = '\n';
        (void)!write(STDERR_FILENO, line + head, length - (size_t)head);
    }
    errno = saved;
}

void syslog(int priority, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsyslog(priority, format, arguments);
    va_end(arguments);
}
