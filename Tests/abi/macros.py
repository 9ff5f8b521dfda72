#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# macros.py CC NATIVE-CC: the macros of our headers that are integers and have another value than in the header of the
# same name of this machine's C library, a name a line. What only one of the two has is not told. The second compiler is
# a clang too. On standard error: how many were compared.

import re
import subprocess
import sys

from surface import headers

OPTIONS = ["-D_GNU_SOURCE", "-w", "-x", "c", "-ferror-limit=0"]


def compiled(compiler, text, *options):
    return subprocess.run([compiler, *OPTIONS, *options, "-"], input=text, text=True, capture_output=True)


def macros(compiler, header):
    """The macros without parameters that a program has which includes one header; None: there is no such header."""
    run = compiled(compiler, f"#include <{header}>\n", "-dM", "-E")
    if run.returncode != 0:
        return None
    return {name for name in re.findall(r"^#define (\w+) +\S", run.stdout, re.MULTILINE) if not name.startswith("_")}


def values(compiler, header, names):
    """Those of the names that are constants, with their values as 64 bits."""
    names, first = sorted(names), f"#include <{header}>\n"
    while True:
        # Whatever is none is an error on its line.
        tests = [f'_Static_assert(0 * (long long)({name}) == 0, "");\n' for name in names]
        errors = compiled(compiler, first + "".join(tests), "-fsyntax-only").stderr
        wrong = {int(line) - 2 for line in re.findall(r"<stdin>:(\d+):\d+: error", errors)}
        if not wrong:
            break
        names = [name for index, name in enumerate(names) if index not in wrong]
    text = first + "".join(f"const long long value_of_{name} = (long long)({name});\n" for name in names)
    run = compiled(compiler, text, "-S", "-emit-llvm", "-o", "-")
    if run.returncode != 0:
        sys.exit(f"{header}: {run.stderr}")
    return dict(re.findall(r"^@value_of_(\w+) =.* constant i64 (-?\d+)", run.stdout, re.MULTILINE))


def main():
    ours, native = sys.argv[1:]
    compared, different = 0, set()
    for header in headers():
        theirs = macros(native, header)
        if theirs is None:
            continue
        both = macros(ours, header) & theirs
        our_values, native_values = values(ours, header, both), values(native, header, both)
        common = our_values.keys() & native_values.keys()
        compared += len(common)
        different |= {name for name in common if our_values[name] != native_values[name]}
    print(*sorted(different), sep="\n")
    print(f"{compared} macros compared", file=sys.stderr)


main()
