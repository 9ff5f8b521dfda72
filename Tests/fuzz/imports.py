# SPDX-License-Identifier: Apache-2.0
"""Calls every import with arguments that nobody would choose: descriptors, pointers, lengths and flags at every edge.

usage: imports.py NETWASI SEED SECONDS FOUND-DIRECTORY

A round makes a module that calls imports in random order, a few thousand times, and runs it: with no network, or with
grants for loopback; in a directory of its own, whose symbolic links lead out of it. Each call must end with an errno; the host must
not crash; nothing outside of the directory may change. What `netwasi imports` lists is what is called, by the names of its
parameters, so that a new import is called as soon as there is one. Modules that fail are kept.
"""
import os
import random
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile

CALLS = 3000
MEMORY = 0x20000
# Of one program in eight, whose calls can say lengths that the host must not follow.
LARGE_MEMORY, LARGE_CALLS = 0x30000000, 300
ERRNOS = 77
EDGES = [0, 1, 2, 3, 4, 7, 8, 16, 28, 64, 124, 255, 256, 1024, 1025, 4096, MEMORY - 8, MEMORY - 1, MEMORY, MEMORY + 1,
         0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFF]
LONG_EDGES = EDGES + [1 << 32, (1 << 53) + 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1, 10**9, 10**18]
TIMES = [0, 1, 1000, 10**6, 999_999_999, 10**9 + 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1]
DESCRIPTORS = {"fd", "set", "target", "to", "out", "in", "directory", "old_fd", "new_fd", "minimum", "first", "last"}
PATHS = [b".", b"..", b"a", b"b/c", b"../outside/canary", b"/etc/passwd", b"link", b"link/canary", b"loop", b"b/../../outside/new", b"",
         b"a\0b", b"\xff\xfe", b"x" * 300, b"b/" * 2100, b"socket", b"@abstract", b"localhost", b"127.0.0.1", b"./././a", b"link2/new", b"dev/null",
         "up\u0600/canary".encode(), "up\u0600/new".encode(), "link/\u0301new".encode(), b"proc/self/mem", b"x" * 70000]
# Signals of a crash: a program that raises them cannot be told from one.
CRASHES = {signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS, signal.SIGSEGV, signal.SIGFPE, signal.SIGSYS}
# By what a program may end: those it asked for itself, and the limits set here.
LIMITS = {signal.SIGXFSZ, signal.SIGXCPU}


def leb(value):
    result = bytearray()
    while True:
        value, byte = value >> 7, value & 0x7F
        if not value:
            return bytes(result) + bytes([byte])
        result.append(byte | 0x80)


def signed(value):
    result = bytearray()
    while True:
        byte, value = value & 0x7F, value >> 7
        if value == 0 and not byte & 0x40 or value == -1 and byte & 0x40:
            return bytes(result) + bytes([byte])
        result.append(byte | 0x80)


def const(value, wide=False):
    bits = 64 if wide else 32
    value &= (1 << bits) - 1
    return (b"\x42" if wide else b"\x41") + signed(value - (1 << bits) if value >> (bits - 1) else value)


def imports(netwasi):
    """Module, name, types, whether there is a result, parameter names; for each import."""
    listed = []
    for line in subprocess.run([netwasi, "imports"], capture_output=True, text=True, check=True).stdout.splitlines():
        name, type, parameters = line.split("\t")
        types, _, results = type.partition(" -> ")
        types = [kind for kind in types.strip("()").split(", ") if kind]
        module, _, name = name.rpartition(".")
        listed.append((module, name, types, bool(results.strip("()")), [n for n in parameters.split(", ") if n]))
    return listed


class Data:
    """What lies in memory at first: paths, addresses, vectors that are right and wrong."""

    def __init__(self, memory):
        self.memory = memory
        self.edges = EDGES + ([memory - 1, memory, memory // 2] if memory > MEMORY else [])
        self.bytes = bytearray(0x1f000)
        self.at = 0x1000
        self.paths = [(self.put(path), len(path)) for path in PATHS]
        # IPv4 and IPv6; then families that are none of those, and what is of the wrong kind.
        self.internet = [self.put(address) for address in self.internet_addresses((1, 2))]
        self.addresses = self.internet + [self.put(address) for address in self.internet_addresses((0, 3, 9)) + self.local()]
        self.vectors = [self.put(struct.pack("<6I", *(random.choice([random.randrange(MEMORY), *EDGES, 8, 100]) for _ in range(6)))) for _ in range(20)]
        self.vectors += [self.put(struct.pack("<4I", 0x10000, 100, 0x11000, 2000)) for _ in range(20)]
        self.plain_messages = [self.put(b"".join(self.message(self.internet, (0, 0)) for _ in range(4))) for _ in range(20)]
        self.messages = self.plain_messages + [
            self.put(b"".join(self.message([0, *self.addresses, *EDGES], (random.choice([0, 0x12000, *EDGES]), random.choice([0, 12, 40, *EDGES])))
                              for _ in range(4))) for _ in range(20)]

    def put(self, content):
        start = self.at
        self.bytes[start : start + len(content)] = content
        self.at = (start + len(content) + 15) & ~15
        return start

    def message(self, addresses, control):
        """A record of send_messages and receive_messages."""
        return struct.pack("<5I12x", random.choice(addresses), random.choice(self.vectors), random.choice([0, 1, 1, 2]), *control)

    @staticmethod
    def internet_addresses(families):
        records = []
        for family in families:
            for host in (bytes([127, 0, 0, 1]) + bytes(12), bytes(16), bytes(15) + b"\1", bytes(10) + b"\xff\xff\x7f\0\0\1", os.urandom(16)):
                for port in (0, 9, 40001, 65535):
                    records.append(struct.pack("<HHII", family, port, 0, 0) + host + bytes(96))
        return records

    @staticmethod
    def local():
        return [struct.pack("<HHiII", 3, length, directory, 0x1000 + random.randrange(200), random.randrange(20))
                + name[:108].ljust(108, b"\0")
                for name in (b"socket", b"\0abstract", b"../outside/socket", b"") for length in (0, len(name), 108, 65535)
                for directory in (3, 4, -1)]


def argument(data, name, kind, following):
    """A value for a parameter; what it says of the ones after it goes to `following`."""
    if name in following and random.random() < 0.8:
        return following.pop(name)
    chance = random.random()
    if kind == "i64":
        if "timeout" in name:
            # Waiting for long takes the others' time.
            return random.choice(TIMES if chance < 0.002 else TIMES[:4])
        if name in ("first", "interval", "atim", "mtim"):
            return random.choice(TIMES) if chance < 0.9 else random.getrandbits(64)
        return random.choice(LONG_EDGES) if chance < 0.7 else random.getrandbits(64)
    if name in DESCRIPTORS or name == "network":
        if chance < 0.8:
            return random.randrange(24) if name != "network" else 1 << 30
        return random.choice([(1 << 30) + random.randrange(4), 1023, 1024, *EDGES])
    if name == "rval":
        return random.choice([0, 3, 77])
    if name in ("signal", "sig"):
        return random.choice([s for s in (0, 10, 12, 14, 17, 20, 23, 64, 65, 0xFFFFFFFF) if s not in CRASHES])
    if name == "option":
        return random.randrange(256) if chance < 0.95 else random.choice(EDGES)
    if name in ("type", "protocol", "mode", "mask", "which", "clock", "id"):
        return random.choice([0, 1, 2, 3, 5, 58, 255, random.getrandbits(8), random.getrandbits(32), random.choice(EDGES)])
    if "flags" in name or name in ("operation", "use", "family", "whence", "advice", "level", "how", "oflags"):
        return random.choice([0, 0, 1, 2, 3, 4, random.getrandbits(8), random.choice(EDGES)])
    if "path" in name or name in ("name", "old_path", "new_path"):
        place, length = random.choice(data.paths)
        for suffix in ("_len", "_length"):
            following[name + suffix] = length
        return place if chance < 0.9 else random.choice(EDGES)
    if "address" in name or name in ("local", "remote", "peer", "source", "destination"):
        return random.choice(data.addresses) if chance < 0.8 else random.choice(EDGES)
    if name == "messages":
        following["count"] = random.randrange(5)
        return random.choice(data.messages) if chance < 0.8 else random.choice(EDGES)
    if "vector" in name or "iov" in name:
        following[name + "_len"] = following["count"] = following[name + "_count"] = random.choice([1, 1, 2, 3])
        return random.choice(data.vectors) if chance < 0.8 else random.choice(EDGES)
    if "len" in name or "count" in name or "capacity" in name or "size" in name:
        return random.choice([0, 1, 2, 8, 28, 100, 124, 1000, *data.edges])
    return random.choice([0x10000 + random.randrange(0x8000), 0x10000, *EDGES]) if chance < 0.9 else random.getrandbits(32)


def call(data, index, entry):
    module, name, types, has_result, names = entry
    following = {}
    code = b""
    for parameter, kind in zip(names, types):
        code += const(argument(data, parameter, kind, following), kind == "i64")
    code += b"\x10" + leb(index)
    if has_result:
        code += const(ERRNOS) + b"\x4f\x04\x40\x00\x0b"
    return code


def poke(data):
    """Changes a word of what is there."""
    place = random.choice([random.randrange(0x1000, 0x7FF0), 0x10000 + random.randrange(0x8000)])
    value = random.choice([random.randrange(24), random.choice(EDGES), random.choice(data.addresses)])
    return const(place) + const(value) + b"\x36\x00\x00"


def section(number, content):
    return bytes([number]) + leb(len(content)) + content


def module(listed, memory, calls, weights=None):
    """A module that calls imports; those of some names more often, by `weights`."""
    weights = weights or {}
    data = Data(memory)
    codes = {"i32": b"\x7f", "i64": b"\x7e"}
    types, entries = [b"\x60\0\0"], b""
    for module_name, name, kinds, has_result, _ in listed:
        type = b"\x60" + leb(len(kinds)) + b"".join(codes[kind] for kind in kinds) + (b"\1\x7f" if has_result else b"\0")
        if type not in types:
            types.append(type)
        for text in (module_name, name):
            entries += leb(len(text)) + text.encode()
        entries += b"\0" + leb(types.index(type))
    usual = [(i, e) for i, e in enumerate(listed) if e[3] and e[1] not in ("raise", "proc_raise", "alarm")]
    ends = [(i, e) for i, e in enumerate(listed) if (i, e) not in usual]
    code = b""
    for _ in range(calls):
        if random.random() < 0.3:
            code += poke(data)
        kind = usual if random.random() < 0.999 or not ends else ends
        code += call(data, *random.choices(kind, [weights.get(entry[1], 1) for _, entry in kind])[0])
    # Each once in any case, what may end the program last.
    code += b"".join(call(data, *item) for item in random.sample(usual, len(usual)) + random.sample(ends, len(ends)))
    body = b"\0" + code + b"\x0b"
    initial = bytes(data.bytes)
    return (b"\0asm\1\0\0\0" + section(1, leb(len(types)) + b"".join(types)) + section(2, leb(len(listed)) + entries)
            + section(3, b"\1\0") + section(5, b"\1\0" + leb(memory >> 16))
            + section(7, b"\2\6memory\2\0\6_start\0" + leb(len(listed)))
            + section(10, b"\1" + leb(len(body)) + body)
            + section(11, b"\1\0\x41\0\x0b" + leb(len(initial)) + initial))


GRANTS = [
    ["--no-network"], [],
    ["--allow-inbound", "tcp://127.0.0.1:*", "--allow-outbound", "tcp://127.0.0.1:*", "--allow-inbound", "udp://127.0.0.1:*",
     "--allow-outbound", "udp://127.0.0.1:*", "--allow-resolve", "localhost"],
    ["--allow-inbound", "tcp://[::1]:*", "--allow-outbound", "tcp://[::1]:*", "--allow-outbound", "udp://[::1]:*",
     "--allow-inbound", "unix://*", "--allow-outbound", "unix://*"],
]


def confine():
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 20, 4 << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (2 << 30, 2 << 30))


def outside(directory):
    return sorted((entry.name, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in os.scandir(directory))


def fault(status, said):
    """What is wrong with how a program ended, or None; by its status and standard error."""
    number = -status if status < 0 else status - 128
    # 134 is a trap, which is a result that is no errno; 124 a wait that took too long; 1 and 2 a program that did not begin.
    if b"Fatal error" in said or number in CRASHES or status in (1, 2):
        return f"status {status}: {said[:300]!r}"
    return None


def run(netwasi, path, grants, work):
    """What is wrong with how the module ran, or None."""
    inside, other = f"{work}/inside", f"{work}/outside"
    for directory in (inside, other):
        shutil.rmtree(directory, ignore_errors=True)
        os.mkdir(directory)
    os.mkdir(f"{inside}/b")
    for name in ("a", "b/c"):
        with open(f"{inside}/{name}", "w", encoding="utf-8") as file:
            file.write("content")
    for link, target in (("link", "../outside"), ("loop", "loop"), ("link2", other), ("b/up", ".."), ("up\u0600", "../outside")):
        os.symlink(target, f"{inside}/{link}")
    with open(f"{other}/canary", "w", encoding="utf-8") as file:
        file.write("sings")
    before = outside(other)
    with open(f"{work}/out", "wb") as out, open(f"{work}/err", "wb") as err:
        status = subprocess.run(
            [netwasi, "run", "--no-explain", "--timeout", "10", "--max-processes", "4", "--dir", f"{inside}::/", *grants, path, "an", "argument"],
            stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=confine, timeout=120, check=False).returncode
    with open(f"{work}/err", "rb") as file:
        said = file.read(1 << 20)
    return fault(status, said) or ("something outside of the directory changed" if before != outside(other) else None)


def main():
    netwasi, seed, seconds, found = os.path.abspath(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
    listed = imports(netwasi)
    end = os.times().elapsed + seconds
    rounds = bad = 0
    with tempfile.TemporaryDirectory() as work:
        while os.times().elapsed < end:
            random.seed(seed + rounds)
            path = f"{work}/module.wasm"
            with open(path, "wb") as file:
                large = rounds % 8 == 7
                file.write(module(listed, LARGE_MEMORY if large else MEMORY, LARGE_CALLS if large else CALLS))
            if problem := run(netwasi, path, GRANTS[rounds % len(GRANTS)], work):
                bad += 1
                print(f"imports, seed {seed + rounds}: {problem}", file=sys.stderr)
                shutil.copy(path, f"{found}/imports-{seed + rounds}.wasm")
            rounds += 1
    print(f"fuzz: {len(listed)} imports, {rounds} programs of {CALLS} calls, {bad} failed")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
