#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# What C programs see of the headers, for run.sh to compare with what was reviewed.
#
# surface.py CC functions: every function that the headers of include/, and those of wasi-libc that networking programs
# include beside them, declare: header, name and type, a line each, as the compiler reads them; "absent" follows where a
# program that uses it does not link.
# surface.py CC structures: every structure in them: its name, size and fields with their offsets, a line each.
# surface.py CC table < LIST: the list of functions as Markdown: what programs of Tests/posix call, and what none of them does.

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# Not ours, or ours in part only.
FROM_WASI_LIBC = ["arpa/inet.h", "err.h", "ifaddrs.h", "net/ethernet.h", "net/route.h",
                  "netinet/ether.h", "semaphore.h", "sys/file.h", "utime.h"]


ROOT = pathlib.Path(__file__).resolve().parents[2]


def headers():
    own = (str(path.relative_to(ROOT / "include")) for path in (ROOT / "include").rglob("*.h"))
    return sorted({name for name in own if not name.startswith(("bits/", "linux/", "wasi/"))} | set(FROM_WASI_LIBC))


def compiled(compiler, text, *options):
    return subprocess.run([compiler, "-D_GNU_SOURCE", "-w", "-x", "c", *options, "-"], input=text, text=True,
                          capture_output=True)


def visible(compiler, header):
    """(file, name, type) of each function that a program sees which includes one header."""
    run = compiled(compiler, f"#include <{header}>\n", "-fsyntax-only", "-Xclang", "-ast-dump=json")
    if run.returncode != 0:
        sys.exit(f"{header}: {run.stderr}")
    # The dump names a file only where it differs from the one before, in the order of the text.
    file = ""

    def follow(place):
        nonlocal file
        for key, value in place.items():
            if key == "file":
                file = value
            elif isinstance(value, dict) and key != "includedFrom":
                follow(value)

    def follow_all(node):
        for key in ("loc", "range"):
            follow(node.get(key, {}))
        for child in node.get("inner", []):
            follow_all(child)

    for node in json.loads(run.stdout)["inner"]:
        follow(node.get("loc", {}))
        if node.get("kind") == "FunctionDecl" and node.get("storageClass") != "static":
            yield file.rpartition("/include/")[2], node["name"], node["type"]["qualType"]
        follow_all(node)


def declared(compiler):
    for header in headers():
        found = {}
        # wasi-libc keeps parts of its headers in files of their own.
        parts = (header, "__header_" + header.replace("/", "_"))
        for file, name, text in visible(compiler, header):
            if file in parts and not name.startswith("_"):
                found.setdefault(name, text)
        for name in sorted(found):
            yield header, name, found[name]


def absent(compiler, rows):
    """The functions that a program with the address of every one lacks when it is linked."""
    lines = [f"#include <{header}>" for header in sorted({header for header, _, _ in rows})]
    # Of setjmp the compiler gives no address.
    names = sorted({name for _, name, _ in rows} - {"setjmp"})
    lines += [f"#undef {name}" for name in names]
    lines += ["void *const functions[] = {", *(f"    (void *)&{name}," for name in names), "};"]
    lines += ["int main(void) { return functions[0] == 0; }", ""]
    with tempfile.TemporaryDirectory() as folder:
        run = compiled(compiler, "\n".join(lines), "-Wl,--error-limit=0", "-o", folder + "/all.wasm")
    missing = set(re.findall(r"undefined symbol: (\w+)", run.stderr))
    if run.returncode != 0 and not missing:
        sys.exit(run.stderr)
    return missing


def structures(compiler):
    text = "".join(f"#include <{header}>\n" for header in headers())
    run = compiled(compiler, text, "-fsyntax-only", "-Xclang", "-fdump-record-layouts-complete")
    if run.returncode != 0:
        sys.exit(run.stderr)
    lines = set()
    for record in run.stdout.split("*** Dumping AST Record Layout")[1:]:
        rows = re.findall(r"^ *([\d:-]*) \| ( *)(.*)$", record, re.MULTILINE)
        name, size = rows[0][2], rows[-1][2]
        if "unnamed" in name or re.search(r" _", name):
            continue
        # Structures within it are told by their own lines; those without a name here.
        fields = [f"{offset} {text.rsplit(' ', 1)[-1]}" for offset, indent, text in rows[1:-1] if len(indent) == 2
                  or not text.startswith(("struct", "union"))]
        lines.add(f"{name}\t{size}\t{', '.join(field for field in fields if not field.endswith(')'))}")
    return sorted(lines)


def table():
    calls = set()
    for path in (ROOT / "Tests/posix").rglob("*.[ch]"):
        calls.update(re.findall(r"\b(\w+) ?\(", path.read_text()))
    rows = collections.defaultdict(lambda: ([], [], []))
    for line in sys.stdin:
        header, name, _, *is_absent = line.rstrip("\n").split("\t")
        called, uncalled, missing = rows[header]
        if is_absent:
            missing.append(f"`{name}`")
        elif name in calls:
            called.append(f"`{name}`")
        else:
            uncalled.append(f"`{name}`")
    print("""# Every function

What the headers declare: what programs of `Tests/posix` call, which print the same natively and under NetWASI (`grep`
finds them); what none of them calls; and what is declared and absent, so that a program that calls it does not link.
What is refused, and how, is in `posix.md`. `Tests/abi/run.sh --update` makes this file; `make check` compares it.

| header | called by a program that is compared | called by none | absent |
|---|---|---|---|""")
    for header, columns in rows.items():
        print(f"| `{header}` | {' | '.join(', '.join(column) for column in columns)} |")


def main():
    compiler, what = sys.argv[1:]
    if what == "table":
        table()
    elif what == "structures":
        print(*structures(compiler), sep="\n")
    else:
        rows = list(declared(compiler))
        missing = absent(compiler, rows)
        for header, name, text in rows:
            print(header, name, text, *(["absent"] if name in missing else []), sep="\t")


if __name__ == "__main__":
    main()
