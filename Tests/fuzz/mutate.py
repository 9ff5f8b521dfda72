# SPDX-License-Identifier: Apache-2.0
"""Damages modules and runs what comes of it: refused, trapped or run to an end, but no crash, no hang, no memory without bound.

usage: mutate.py NETWASI SEED SECONDS FOUND-DIRECTORY MODULE...

Every file is first cut at every length up to a hundred bytes. Modules that fail are kept.
"""
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

EDGES = [b"\0", b"\1", b"\x7f", b"\x80", b"\xff", b"\xff\xff\xff\xff\x0f", b"\x80\x80\x80\x80\x08", b"\xff\xff\xff\xff\x07", b"\x80\x80\x04",
         b"\xff\xff\x03", b"\x0b", b"\x40", b"\x02\x40", b"\x03\x40", b"\x0e", b"\x1f", b"\x7b", b"\x69", b"\x70", b"\xfd", b"\xfe", b"\xfc"]
CRASHES = {signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS, signal.SIGSEGV, signal.SIGFPE, signal.SIGSYS, signal.SIGKILL,
           signal.SIGXCPU}


def mutate(data, others):
    data = bytearray(data)
    for _ in range(random.choice([1, 1, 1, 2, 3, 8])):
        if len(data) < 9:
            break
        place = random.randrange(8, len(data))
        kind = random.randrange(8)
        if kind == 0:
            data[place] ^= 1 << random.randrange(8)
        elif kind == 1:
            data[place] = random.randrange(256)
        elif kind == 2:
            edge = random.choice(EDGES)
            data[place : place + len(edge)] = edge
        elif kind == 3:
            data[place:place] = random.choice(EDGES)
        elif kind == 4:
            del data[place : place + random.choice([1, 2, 5, 100])]
        elif kind == 5:
            data[place:place] = data[place : place + random.choice([1, 4, 50])] * random.choice([1, 2, 20])
        elif kind == 6:
            other = random.choice(others)
            start = random.randrange(len(other))
            data[place : place + random.choice([0, 10])] = other[start : start + random.choice([2, 10, 60])]
        else:
            del data[place:]
    return bytes(data)


def confine():
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))


def run(netwasi, path, errors):
    """What is wrong with how the module ran, or None."""
    with open(errors, "wb") as err:
        status = subprocess.run(
            [netwasi, "run", "--no-network", "--max-memory", "64M", "--timeout", "3", path],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=err, preexec_fn=confine, check=False).returncode
    with open(errors, "rb") as file:
        said = file.read(4096)
    number = -status if status < 0 else status - 128
    if status == 134 and b"trapped: " in said:
        return None
    if number in CRASHES or b"Fatal error" in said:
        return f"status {status}: {said[:300]!r}"
    return None


def main():
    netwasi, seed, seconds, found = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
    corpus = []
    for path in sys.argv[5:]:
        with open(path, "rb") as file:
            corpus.append(file.read(200_000))
    end = os.times().elapsed + seconds
    rounds = bad = 0
    random.seed(seed)
    with tempfile.TemporaryDirectory() as work:
        def attempt(data):
            nonlocal rounds, bad
            path = f"{work}/module.wasm"
            with open(path, "wb") as file:
                file.write(data)
            rounds += 1
            if problem := run(netwasi, path, f"{work}/errors"):
                bad += 1
                print(f"mutate, seed {seed}, round {rounds}: {problem}", file=sys.stderr)
                shutil.copy(path, f"{found}/mutated-{seed}-{rounds}.wasm")

        whole = random.choice(corpus)
        for length in range(min(len(whole), 100)):
            attempt(whole[:length])
        while os.times().elapsed < end:
            attempt(mutate(random.choice(corpus), corpus))
    print(f"fuzz: {rounds} damaged modules, {bad} failed")
    sys.exit(bad > 0)


main()
