// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

// The system's log is standard error: a line for each message, as LOG_PERROR writes it.

static const char *identity = "";
static int options;
static int mask = LOG_UPTO(LOG_DEBUG);

void openlog(const char *ident, int option, int facility) {
    (void)facility; // not part of a line
    identity = ident != NULL ? ident : "";
    options = option;
}

void closelog(void) {}

int setlogmask(int new) {
    int before = mask;
    if (new != 0) mask = new;
    return before;
}

// "%m" is strerror(errno), which printf here knows as well.
void vsyslog(int priority, const char *format, va_list arguments) {
    char line[1024];
    int saved = errno;
    if (!(mask & LOG_MASK(LOG_PRI(priority)))) return;
    int used = options & LOG_PID ? snprintf(line, sizeof line, "%.64s[%d]: ", identity, (int)getpid())
                                 : snprintf(line, sizeof line, "%.64s: ", identity);
    if (*identity == '\0' && !(options & LOG_PID)) used = 0;
    errno = saved;
    vsnprintf(line + used, sizeof line - (size_t)used - 1, format, arguments);
    size_t length = strlen(line);
    if (length == 0 || line[length - 1] != '\n') line[length++] = '\n';
    if (write(STDERR_FILENO, line, length) < 0) return;
    errno = saved;
}

void syslog(int priority, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsyslog(priority, format, arguments);
    va_end(arguments);
}
