# SPDX-License-Identifier: Apache-2.0
"""Calls the imports of sockets in any order with any addresses, and asks the kernel which of them it was given.

usage: policy.py NETWASI SEED SECONDS FOUND-DIRECTORY

Each module has a few grants. strace shows every address that the host then connects, sends or binds to, and where it listens:
one that no grant permits is a hole in the policy, whatever call led there. It runs in a network of its own, which is empty but
for loopback, so it needs root. Modules that found a hole are kept. Fails too when the kernel saw no call that matters.
"""
import collections
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import imports

WITH_LOOPBACK = os.path.abspath(f"{os.path.dirname(__file__)}/../ports/with-loopback.sh")
CALLS = 3000
OUTBOUND = {("tcp", "127.0.0.1", 40001), ("udp", "127.0.0.1", 9), ("udp", "::1", 40001)}
INBOUND = {("tcp", "127.0.0.1", 0), ("udp", "::1", 0), ("udp", "127.0.0.1", 0)}
WEIGHTS = {"create_tcp_socket": 3, "create_udp_socket": 3, "connect": 6, "bind": 3, "send": 8, "send_messages": 4, "listen": 3}
# Every socket is nonblocking, and yet these would wait.
LEFT_OUT = {"receive", "receive_messages", "accept"}
BESIDES = {("wasi_fd", "dup"), ("wasi_snapshot_preview1", "fd_close"), ("wasi_snapshot_preview1", "fd_write"),
           ("wasi_snapshot_preview1", "sock_send"), ("wasi_instance_network", "default_network")}
TRACED = "socket,socketpair,connect,bind,listen,sendto,sendmsg,sendmmsg,accept4,fcntl"
CALL = re.compile(r"^\d+ +(\w+)\((\d+|AF_\w+)(.*)\) += (-?\d+)")
ADDRESS = re.compile(r"sa_family=(AF_\w+)(?:, sin6?_port=htons\((\d+)\))?(?:, sin6_flowinfo=[^,]*)?"
                     r"(?:, inet_pton\(AF_INET6, \"([^\"]+)\"|, sin_addr=inet_addr\(\"([^\"]+)\"\))?(?:, sun_path=(@?\"[^\"]*\"))?")


def grants():
    for flag, rules in (("--allow-outbound", OUTBOUND), ("--allow-inbound", INBOUND)):
        for transport, host, port in sorted(rules):
            yield from (flag, f"{transport}://{f'[{host}]' if ':' in host else host}:{port}")


def narrowed(argument):
    """Of what imports.py says of parameters, what sockets are most likely to take."""
    def choose(data, name, kind, following):
        if name == "fd" and random.random() < 0.95:
            return random.randrange(3, 14)
        if name == "network":
            return 1 << 30
        if name == "family":
            return random.choice([1, 2])
        if name == "flags":
            # Nonblocking, or not to wait; to connect and send at once.
            return random.choice([1, 1, 4, 4, 4 | 4096, 4096])
        if name in ("control", "control_length") and random.random() < 0.9:
            return 0
        if name == "address" and random.random() < 0.9:
            return random.choice(data.internet)
        if name == "messages" and random.random() < 0.9:
            following["count"] = random.randrange(1, 5)
            return random.choice(data.plain_messages)
        return argument(data, name, kind, following)
    return choose


class Kernel:
    """What the trace tells of the host's sockets."""

    def __init__(self):
        self.kinds, self.bound, self.seen = {}, set(), collections.Counter()

    def made(self, fd, kind, is_bound=False):
        self.kinds[fd] = kind
        (self.bound.add if is_bound else self.bound.discard)(fd)

    def hole(self, line):
        """Whether a line shows what no grant permits."""
        match = CALL.match(line)
        if not match:
            return False
        name, first, rest, result = match.group(1), match.group(2), match.group(3), int(match.group(4))
        if name == "socketpair":
            for fd in re.findall(r"\[(\d+), (\d+)\]", rest):
                self.made(int(fd[0]), "unix")
                self.made(int(fd[1]), "unix")
            return False
        if name == "socket":
            kind = "unix" if first == "AF_UNIX" else "tcp" if "SOCK_STREAM" in rest else "udp"
            self.made(result, kind if "ICMP" not in rest else "icmp")
            return False
        fd = int(first)
        if name in ("fcntl", "accept4"):
            if result >= 0 and (name == "accept4" or "F_DUPFD" in rest):
                self.made(result, self.kinds.get(fd), name == "accept4" or fd in self.bound)
            return False
        if name == "listen":
            self.seen[name] += result == 0
            return result == 0 and self.kinds.get(fd) == "tcp" and fd not in self.bound
        return any(self.is_hole_of_address(name, fd, match, result) for match in ADDRESS.finditer(rest))

    def is_hole_of_address(self, name, fd, match, result):
        if match.group(1) == "AF_UNSPEC":
            return False
        family, port, six, four, path = match.groups()
        self.seen[name] += 1
        if family == "AF_UNIX":
            # What the kernel refuses for being an address is shown an empty one, or a name that there is not.
            return not (name == "sendmsg" and path in ('@""', '"/proc/self/fd/none"') and result < 0)
        host = (six or four or "?").removeprefix("::ffff:")
        endpoint = (self.kinds.get(fd, "?"), host, int(port or -1))
        if name == "bind" and result == 0:
            self.bound.add(fd)
        return endpoint not in (INBOUND if name == "bind" else OUTBOUND)


def run(netwasi, path, work):
    """What is wrong: how the host ended, and the lines of the trace that show a hole; and what was seen."""
    trace = f"{work}/trace"
    os.makedirs(f"{work}/inside", exist_ok=True)
    with open(trace, "wb"):
        pass
    # The status is the host's, or 1 when one of those before it failed.
    done = subprocess.run(
        ["unshare", "--net", WITH_LOOPBACK, "strace", "-f", "-o", trace, "-e", f"trace={TRACED}",
         netwasi, "run", "--no-explain", "--timeout", "10", "--dir", f"{work}/inside::/", *grants(), path],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120, check=False)
    wrong = imports.fault(done.returncode, done.stderr)
    kernel = Kernel()
    with open(trace, encoding="utf-8", errors="replace") as file:
        holes = [line for line in file if kernel.hole(line)]
    return [wrong] * (wrong is not None) + holes, kernel.seen


def main():
    netwasi, seed, seconds, found = os.path.abspath(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
    if not all(shutil.which(tool) for tool in ("strace", "unshare", "ip")) or os.geteuid() != 0:
        print("fuzz: policy needs strace, unshare, ip and root: left out")
        return
    listed = [entry for entry in imports.imports(netwasi)
              if entry[0].startswith("wasi_socket") and entry[1] not in LEFT_OUT or entry[:2] in BESIDES]
    imports.argument = narrowed(imports.argument)
    end = os.times().elapsed + seconds
    programs = bad = 0
    seen = collections.Counter()
    with tempfile.TemporaryDirectory() as work:
        while os.times().elapsed < end:
            random.seed(seed + programs)
            path = f"{work}/module.wasm"
            with open(path, "wb") as file:
                file.write(imports.module(listed, imports.MEMORY, CALLS, WEIGHTS))
            wrong, calls = run(netwasi, path, work)
            seen += calls
            if wrong:
                bad += 1
                print(f"policy, seed {seed + programs}: {wrong[0][:300]}", file=sys.stderr)
                shutil.copy(path, f"{found}/policy-{seed + programs}.wasm")
            programs += 1
    print(f"fuzz: {programs} programs of {CALLS} calls, {dict(seen)} that the kernel saw, {bad} programs found a hole or crashed")
    looked = seen["connect"] and seen["bind"] and seen["sendto"] + seen["sendmsg"]
    if not looked:
        print("policy: of connect, bind and sending the kernel saw not all: nothing is known", file=sys.stderr)
    sys.exit(bad > 0 or not looked)


main()
