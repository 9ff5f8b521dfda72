# SPDX-License-Identifier: Apache-2.0
#
# Random calls of the whole API. In part "compare" they are made natively and as wasm, and the transcripts are to be the same:
# each seed runs natively twice, and what is not the same then is not compared; what may differ is in known-differences.txt. In
# part "policy" they are made as wasm under rules that the seed chooses, and policy.py judges what became of addresses.
#
#   run.py                  both parts with the seeds that `make check` has; closes with 'N passed, N failed'
#   run.py --first 1000 --seconds 60     as many as there is time for
#   run.py --part compare --first 7 --seeds 1 [--steps 300] [--only 4,23]     one of them, or some of its steps
#
# BUILD (where the host and the compiler driver are, and where to build), NETWASI, NETWASI_CC and CC can be set in the
# environment. A difference is shown once it has come again, with its seed and with as few steps as it needs.

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import policy

HERE = os.path.dirname(os.path.abspath(__file__))
DROPPING = ["setpriv", "--bounding-set=-net_admin,-net_raw"]


def confine():
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 << 20, 16 << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Runner:
    def __init__(self, native, wasm, netwasi, work):
        self.native, self.wasm, self.netwasi, self.work = (os.path.abspath(p) for p in (native, wasm, netwasi, work))
        self.runs = 0
        self.dropping = DROPPING if subprocess.run([*DROPPING, "true"], check=False, capture_output=True).returncode == 0 else []

    def run(self, kind, seed, steps, only=(), policy=None):
        """The lines that the program printed; as wasm under a policy, or with the whole network."""
        self.runs += 1
        scratch = f"{self.work}/scratch"
        shutil.rmtree(scratch, ignore_errors=True)
        os.makedirs(f"{scratch}/folder")
        tag = f"{os.getpid() % 4096:03x}{self.runs % 4096:03x}"
        words = [str(seed), str(steps), f"T{tag}", *map(str, only)]
        if kind == "native":
            words = [*self.dropping, "env", "-i", self.native, *words]
        else:
            grants = ["--allow-net"] if policy is None else policy.flags(f"T{tag}")
            words = [self.netwasi, "run", "--no-explain", *grants, "--dir", f"{scratch}::/", self.wasm, *words]
        try:
            done = subprocess.run(words, cwd=scratch, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False,
                                  preexec_fn=confine)
            status, out, err = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired as late:
            status, out, err = "too long", late.stdout or b"", b""
        lines = out.decode(errors="replace").replace(f"T{tag}", "TAG").split("\n")
        if status != 0:
            lines[-1] += f"status {status} {err[-2000:].decode(errors='replace')}"
        return lines


def known_differences():
    """Pairs of expressions, for what may differ: natively, as wasm."""
    rows = []
    with open(f"{HERE}/known-differences.txt", encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                native, wasm, _ = line.rstrip("\n").split("  |  ")
                rows.append((re.compile(native), re.compile(wasm)))
    return rows


KNOWN = known_differences()


def is_known(native, wasm):
    return any(n.search(native) and w.search(wasm) for n, w in KNOWN)


def first_difference(left, right, end=None):
    for i in range(min(len(left), len(right)) if end is None else end):
        if i >= len(left) or i >= len(right):
            return i
        if left[i] != right[i] and not is_known(left[i], right[i]):
            return i
    return None if len(left) == len(right) or end is not None else min(len(left), len(right))


def same_natively(runner, seed, steps, only, times):
    """What the program prints natively, as far as it does so each time."""
    first = runner.run("native", seed, steps, only)
    end = len(first)
    for _ in range(times - 1):
        other = runner.run("native", seed, steps, only)
        at = next((i for i, (a, b) in enumerate(zip(first, other)) if a != b), min(len(first), len(other)))
        end = min(end, at)
    return first[:end]


def differs(runner, seed, steps, only=(), times=2):
    """The lines before and at the first difference, or None; and how many were compared."""
    native = same_natively(runner, seed, steps, only, times)
    wasm = runner.run("wasm", seed, steps, only)
    at = first_difference(native, wasm, len(native))
    return None if at is None else (native, wasm, at), len(numbers(native[:at]))


def numbers(lines):
    return [int(line.split(":")[0]) for line in lines if re.match(r"\d+:", line)]


def shrink(runner, seed, steps, found):
    """The steps that the difference needs."""
    native, _, at = found
    only = numbers(native[:at + 1])
    target = native[at].split(":")[0]
    chunk = max(1, len(only) // 2)
    while chunk >= 1:
        i = 0
        while i < len(only) - 1:
            fewer = only[:i] + only[min(i + chunk, len(only) - 1):]
            again, _ = differs(runner, seed, steps, fewer)
            if again is not None and again[0][again[2]].split(":")[0] == target:
                only, found = fewer, again
            else:
                i += chunk
        chunk //= 2
    return only, found


def show(seed, only, found):
    native, wasm, at = found
    print(f"seed {seed}, steps {' '.join(map(str, only))}")
    for line in native[:at]:
        print(f"    {line}")
    print(f"  - {native[at] if at < len(native) else 'ended'}")
    print(f"  + {wasm[at] if at < len(wasm) else 'ended'}", flush=True)


def compare(runner, seeds, steps, only):
    """Compares seeds until there are no more; gives how many were right, and how many not. To compare nothing is wrong too."""
    calls = good = bad = 0
    for seed in seeds:
        found, lines = differs(runner, seed, steps, only)
        calls += lines
        # What is timing comes another way the next time.
        again = differs(runner, seed, steps, only, times=4)[0] if found is not None else None
        if found is not None and (again is None or again[2] != found[2]):
            print(f"seed {seed} differed once: {found[0][found[2]] if found[2] < len(found[0]) else 'ended'}", flush=True)
            again = None
        if again is None:
            good += 1
            continue
        bad += 1
        show(seed, *shrink(runner, seed, steps, again))
    print(f"{calls} calls compared")
    return good, bad + (calls == 0)


def judge(runner, seeds, steps, only):
    """Runs seeds under random policies; gives how many kept to them, and how many did not. To judge nothing is wrong too."""
    calls = good = bad = 0
    for seed in seeds:
        rules = policy.Policy(seed)
        lines = runner.run("wasm", seed, steps, only, rules)
        wrong, judged = policy.problems(rules, lines)
        if wrong is None and not any("status" in line for line in lines[-1:]):
            calls += judged
            good += 1
            continue
        bad += 1
        print(f"seed {seed} under {' '.join(rules.flags('TAG'))}\n    {wrong or lines[-1]}", flush=True)
    print(f"{calls} addresses judged")
    return good, bad + (calls == 0)


PARTS = {"compare": compare, "policy": judge}


def test_itself():
    """Whether what is to be found would be: planted in transcripts."""
    right = ["0: socket AF_INET SOCK_DGRAM 0 0 = 16", "1: send 16 4 0 = EDESTADDRREQ", "2: close 16 = 0"]
    none = policy.Policy(0)
    none.rules = {"outbound": [], "inbound": []}
    assert first_difference(right, right, 3) is None
    assert first_difference(right, [right[0], right[1].replace("EDESTADDRREQ", "4"), right[2]], 3) == 1
    assert first_difference(right, right[:2], 3) == 2 and first_difference(right, right[:1] + ["status 134"], 3) == 1
    for line in ("1: bind 16 dgram-4 <16 127.0.0.1:7> = 0", "1: connect 16 stream-4 <16 127.0.0.1:7> = EINPROGRESS",
                 "1: sendto 16 4 0 dgram-unix <9 path s0/4> = 4", "1: sendmsg 16 [ 4 ] dgram-6 <28 [::1]:7> 0 = 4",
                 "1: sendmmsg 16 [ 4 ] dgram-4 <16 127.0.0.1:7> [ 4 ] 0 = 1 4",
                 "1: setsockopt 16 IP_ADD_MEMBERSHIP 239.1.2.3 at 1/1 +0 = 0"):
        assert policy.problems(none, [line])[0] is not None, line
        assert policy.problems(none, [re.sub(" = .*", " = EACCES", line)])[0] is None, line


def build(source, output, compiler):
    """Compiles what is in a directory, unless the program is newer than all of it and its library."""
    parts = [f"{source}/{name}" for name in sorted(os.listdir(source)) if name.endswith((".c", ".h"))]
    tools = os.path.dirname(shutil.which(compiler[0]) or "")
    parts += [path for path in (f"{tools}/../shim/lib/libnetwasi.a",) if os.path.exists(path)]
    if os.path.exists(output) and all(os.path.getmtime(path) < os.path.getmtime(output) for path in parts):
        return output
    os.makedirs(os.path.dirname(output), exist_ok=True)
    subprocess.run([*compiler, "-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror", "-Wno-unused-value",
                    "-Wno-unused-parameter", *(path for path in parts if path.endswith(".c")), "-o", output, "-lresolv"], check=True)
    return output


def seeds_of(arguments, share):
    """The seeds that are asked for, or those that there is a share of the time for."""
    if arguments.seconds is None:
        yield from range(arguments.first, arguments.first + arguments.seeds)
        return
    end, seed = time.monotonic() + arguments.seconds * share, arguments.first
    while time.monotonic() < end:
        yield seed
        seed += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--only", type=lambda text: [int(word) for word in text.split(",")], default=[])
    parser.add_argument("--part", action="append", choices=PARTS)
    arguments = parser.parse_args()
    top = os.path.abspath(f"{HERE}/../..")
    built = os.path.abspath(os.environ.get("BUILD", f"{top}/build"))
    place = f"{built}/random"
    test_itself()
    compilers = {"native": os.environ.get("CC", "cc").split(), "calls.wasm": [os.environ.get("NETWASI_CC", f"{built}/bin/netwasi-cc")]}
    native, wasm = (build(HERE, f"{place}/{name}", compiler) for name, compiler in compilers.items())
    with tempfile.TemporaryDirectory() as work:
        runner = Runner(native, wasm, os.environ.get("NETWASI", f"{built}/bin/netwasi"), work)
        good = bad = 0
        for part in arguments.part or PARTS:
            right, wrong = PARTS[part](runner, seeds_of(arguments, 1 / len(arguments.part or PARTS)), arguments.steps, arguments.only)
            good, bad = good + right, bad + wrong
    print(f"{good} passed, {bad} failed")
    sys.exit(bad > 0)


main()
