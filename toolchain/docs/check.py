#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# check.py ARCHIVES GRAPHS...: what the documentation compiler does not warn of. Every public symbol has a comment, every
# type is under a heading on its module's page, and the code that articles show is the examples' code.
#
# Prints a line for each fault; the last line counts.
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "Examples/Embedding/Sources"


def uncommented(graph):
    """Public symbols without a comment, but for those that the compiler made."""
    for symbol in graph["symbols"]:
        if "location" not in symbol or symbol["kind"]["identifier"] == "swift.extension" or "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        if not symbol.get("docComment", {}).get("lines"):
            yield symbol


def check_graph(path):
    checked = 0
    graph = json.loads(path.read_text())
    checked += len(graph["symbols"])
    for symbol in uncommented(graph):
        place = symbol["location"]
        file = place["uri"].removeprefix("file://").removeprefix(str(ROOT) + "/")
        yield f"{file}:{place['position']['line'] + 1}: {'.'.join(symbol['pathComponents'])} has no documentation comment"


def check_page(path):
    """A module's own page: headings that the compiler made up are of what was given no place."""
    page = json.loads(path.read_text())
    for section in page.get("topicSections", []):
        if section.get("generated"):
            for link in section["identifiers"]:
                yield f"{path.stem}: {link.rsplit('/', 1)[-1]} is under no heading of the module's page"


def check_article(path):
    examples = [file.read_text() for file in sorted(EXAMPLES.glob("*/*.swift"))]
    for code in re.findall(r"^```swift\n(.*?)^```$", path.read_text(), re.M | re.S):
        if not any(code in example for example in examples):
            yield f"{path.relative_to(ROOT)}: no example has the code that begins with {code.splitlines()[0]!r}"


def main(archives, *graphs):
    checked, faults = 0, []
    pages = sorted(pathlib.Path(archives).glob("data/documentation/*.json"))
    articles = sorted(ROOT.glob("Sources/*/*.docc/*.md"))
    for check, paths in (
        (check_graph, map(pathlib.Path, graphs)), (check_page, pages), (check_article, articles)
    ):
        for path in paths:
            checked += 1
            faults += check(path)
    for fault in faults:
        print(fault)
    print(f"{max(checked - len(faults), 0)} passed, {len(faults)} failed")
    return 1 if faults or not graphs or not pages or not articles else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
