# SPDX-License-Identifier: Apache-2.0
#
# terminal.py [--stderr] COMMAND...: runs a command as the only user of a terminal of its own, 24 by 80, and prints what it
# shows there; with --stderr the command's standard error is this one's and not the terminal. Lines that begin with @ are not shown: they tell who sits at the terminal what to do.
#   @type TEXT      types it; \n, \x03 and the like as in Python
#   @size R C       makes the terminal that large
# At the end it says whether the terminal is set as it was.

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios


def set_size(fd, rows, columns):
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def start(words, streams, master, slave):
    child = os.fork()
    if child != 0:
        return child
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for fd in range(streams):
        os.dup2(slave, fd)
    os.close(master)
    os.close(slave)
    os.execvp(words[0], words)


def obey(line, master):
    word, _, rest = line.partition(" ")
    if word == "@type":
        os.write(master, rest.encode().decode("unicode_escape").encode("latin-1"))
    elif word == "@size":
        set_size(master, *map(int, rest.split()))
    else:
        sys.exit("terminal.py: what is " + line)


def main():
    master, slave = pty.openpty()
    set_size(master, 24, 80)
    before = termios.tcgetattr(slave)
    words = sys.argv[1:]
    streams = 2 if words[0] == "--stderr" else 3
    child = start(words[3 - streams :], streams, master, slave)
    signal.signal(signal.SIGTERM, lambda *_: (os.kill(child, signal.SIGKILL), sys.exit(143)))
    status = None
    pending = b""
    while True:
        if not select.select([master], [], [], 0.02 if status is None else 0)[0]:
            if status is not None:
                break
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended == 0:
                status = None
            continue
        pending += os.read(master, 65536)
        *lines, pending = pending.split(b"\n")
        for line in lines:
            text = line.decode("latin-1").rstrip("\r")
            if text.startswith("@"):
                obey(text, master)
            else:
                sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.write(pending)
    same = termios.tcgetattr(slave) == before
    sys.stdout.buffer.write(b"terminal: %s\n" % (b"as it was" if same else b"changed"))
    sys.stdout.buffer.flush()
    sys.exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))


main()
