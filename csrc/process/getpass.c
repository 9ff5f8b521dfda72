// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// getpass: a line that is typed without being shown. From /dev/tty where that was granted, else, as in glibc, from
// standard input with the prompt on standard error.

char *getpass(const char *prompt) {
    static char line[128];
    struct termios before, quiet;
    int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    int in = terminal < 0 ? STDIN_FILENO : terminal, out = terminal < 0 ? STDERR_FILENO : terminal;
    bool hides = tcgetattr(in, &before) == 0;
    if (hides) {
        quiet = before;
        quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
        hides = tcsetattr(in, TCSAFLUSH, &quiet) == 0;
    }
    dprintf(out, "%s", prompt);
    size_t length = 0;
    ssize_t got;
    // What does not fit is read too: it is part of the line.
    char byte;
    while ((got = read(in, &byte, 1)) == 1 && byte != '\n')
        if (length < sizeof line - 1) line[length++] = byte;
    line[length] = '\0';
    if (hides) {
        dprintf(out, "\n");
        tcsetattr(in, TCSAFLUSH, &before);
    }
    if (terminal >= 0) close(terminal);
    return got < 0 || (got == 0 && length == 0) ? NULL : line;
}
