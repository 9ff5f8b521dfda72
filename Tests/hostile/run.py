# SPDX-License-Identifier: Apache-2.0
"""Runs the modules of modules.py: each must be refused or run, in time and memory that go with its size.

usage: run.py NETWASI [--sizes MEGABYTES,MEGABYTES...] [CASE...]

Prints processor time and peak memory of each, and closes with 'N passed, N failed'. Twice the size may take three times as long
(processor time, not the clock's; below half a second nothing is said of it), and no module takes more memory than a hundred
times its size besides what every program takes.
"""
import argparse
import os
import resource
import sys
import tempfile

import modules

SECONDS_PER_MEGABYTE = 20
BASE_MEMORY = 64 << 20
MEMORY_PER_BYTE = 100


def confine():
    resource.setrlimit(resource.RLIMIT_CPU, (300, 300))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (4 << 30, 4 << 30))


def measure(netwasi, path, output):
    """How `netwasi run` ends: status, seconds of the processor, bytes of memory at the peak."""
    child = os.fork()
    if child == 0:
        confine()
        descriptor = os.open(output, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
        # Through a shell, since a process starts with the peak of the one that it was.
        os.execv("/bin/sh", ["sh", "-c", '"$@"; exit $?', "sh", netwasi, "run", path])
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def check(netwasi, name, sizes, directory):
    """What is wrong with a case, a line each."""
    problems, figures, previous = [], [], None
    for megabytes in sizes:
        (_, path), = modules.write(directory, int(megabytes * 1e6), [name])
        size = os.path.getsize(path)
        status, seconds, memory = measure(netwasi, path, f"{directory}/output")
        os.remove(path)
        figures.append(f"{size / 1e6:.1f} MB {seconds:.2f} s {memory >> 20} MiB")
        # 0, refused, trapped; anything else is a crash of the host.
        if status not in (0, 1, 134):
            problems.append(f"{size} bytes: status {status}")
        if memory > BASE_MEMORY + MEMORY_PER_BYTE * size:
            problems.append(f"{size} bytes: {memory >> 20} MiB of memory")
        if seconds > SECONDS_PER_MEGABYTE * max(size / 1e6, 1):
            problems.append(f"{size} bytes: {seconds:.1f} s")
        if previous and seconds > 0.5 and seconds > max(previous[1], 0.1) * (size / previous[0]) * 1.5:
            problems.append(f"from {previous[0]} to {size} bytes: from {previous[1]:.2f} to {seconds:.2f} s")
        previous = size, seconds
    print(f"{name:28} {', '.join(figures)}", flush=True)
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("netwasi")
    parser.add_argument("--sizes", default="0.5,1")
    parser.add_argument("case", nargs="*")
    arguments = parser.parse_args()
    sizes = [float(size) for size in arguments.sizes.split(",")]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as directory:
        for name in arguments.case or modules.CASES:
            problems = check(arguments.netwasi, name, sizes, directory)
            for problem in problems:
                print(f"FAILED {name}: {problem}")
            passed, failed = passed + (not problems), failed + bool(problems)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
