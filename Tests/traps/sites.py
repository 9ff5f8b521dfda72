# SPDX-License-Identifier: Apache-2.0
"""Lists where compiled Swift can trap, from the compiler's intermediate language (SIL).

usage: sites.py FILE.sil...

A trap is what the optimiser left of the checks of arithmetic, conversions, ranges and subscripts (`cond_fail`). It counts for
the function of ours that it lies in, whatever was inlined between. Those that lie within the standard library's own loops, and
within functions of its that are defined for every value (`first`, `popLast()`, `firstIndex(of:)` and so on), are left out: no
value reaches them. Prints 'file  function  number of places  places', tabs between.
"""
import collections
import re
import subprocess
import sys

SCOPE = re.compile(r'^sil_scope (\d+) \{ +(?:loc (?:\* )?"([^"]*)":(\d+):\d+ )?parent (@\S+|\d+)(?: : .*?)?(?: inlined_at (\d+))? \}$')
# How the standard library's loops are called, mangled, and what is defined for every value.
LOOPS = re.compile(r"IndexingIterator|Zip2Sequence|EnumeratedSequence|_copySequence|_copyCollection|_consumeAndCreateNew|3mapy|6filtery|7forEachy")
TOTAL = re.compile(r"7popLast|5first7Element|4last7Element|10firstIndex|9lastIndex|9removeAll5where|6prefixy|6prefix5while|9dropFirsty|8dropLasty|"
                   r"6starts4with|13elementsEqual|8contains|18ReversedCollectionV8Iterator|22_copyToContiguousArray|8popFirst")
# What those do refuse.
REFUSED = re.compile(r"Can't (?:drop a negative number|take a (?:prefix|suffix) of negative length)")
TRAP = re.compile(r'^  cond_fail %\S+, "([^"]*)"(?:, loc "([^"]*)":(\d+):(\d+))?, scope (\d+)')


class Unit:
    """One module's SIL."""

    def __init__(self, path):
        self.scopes, self.traps = {}, []
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                if line.startswith("sil_scope"):
                    if match := SCOPE.match(line.rstrip("\n")):
                        number, where, at, parent, inlined = match.groups()
                        self.scopes[number] = (where, at, parent, inlined)
                elif line.startswith("  cond_fail") and (match := TRAP.match(line)):
                    self.traps.append(match.groups())

    def function(self, scope):
        """The symbol of the function that a scope's code was written in, and the file."""
        where = self.scopes[scope][0]
        while True:
            parent = self.scopes[scope][2]
            if parent.startswith("@"):
                return parent[1:], where
            scope = parent

    def sites(self):
        for message, where, line, column, scope in self.traps:
            place = None
            if message == "loop induction variable overflowed":
                continue
            while scope in self.scopes:
                symbol, file = self.function(scope)
                at = place or (self.scopes[scope][1])
                if file and file.startswith("Sources/"):
                    yield file, symbol, where and f"{line}:{column}" or at, message
                    break
                if LOOPS.search(symbol) or TOTAL.search(symbol) and not REFUSED.match(message):
                    break
                # Inlined from the standard library: it counts where that was called.
                inlined = self.inlined(scope)
                if inlined is None:
                    break
                scope, where, line, column = inlined, None, None, None
                place = self.scopes[scope][1] if scope in self.scopes else None

    def inlined(self, scope):
        while scope in self.scopes:
            _, _, parent, inlined = self.scopes[scope]
            if inlined is not None:
                return inlined
            if parent.startswith("@"):
                return None
            scope = parent
        return None


def demangled(symbols):
    result = subprocess.run(
        ["swift", "demangle", "--simplified", "--compact"], input="\n".join(symbols), capture_output=True, text=True, check=True)
    return dict(zip(symbols, result.stdout.split("\n")))


def shortened(name):
    """A function's name without what changes with its types."""
    name = re.sub(r"^(?:(?:generic |function signature |partial |merged |protocol witness )\w*(?:specialization)?[^@]*? of )+", "", name)
    name = re.sub(r"^closure #(\d+).* in ", r"closure in ", name)
    while "closure" in name and (match := re.match(r"closure in closure #\d+.* in (.*)", name)):
        name = "closure in " + match.group(1)
    name = re.sub(r" in (?:implicit|variable) .*? of ", " in ", name)
    name = name.replace("static ", "")
    # `name(label:…) -> …`, or `Type.name.getter : …`
    name = re.sub(r"\s*(?:->|: |throws|async| where ).*$", "", name)
    return re.sub(r"<.*?>", "", name)


def main():
    places = collections.defaultdict(set)
    for path in sys.argv[1:]:
        for file, symbol, at, message in Unit(path).sites():
            places[file, symbol].add((at, message))
    names = demangled(sorted({symbol for _, symbol in places}))
    merged = collections.defaultdict(set)
    for (file, symbol), found in places.items():
        merged[file, shortened(names[symbol])] |= found
    for (file, name), found in sorted(merged.items()):
        print(f"{file}\t{name}\t{len(found)}\t" + "; ".join(sorted(f"{at} {message}" for at, message in found)))


main()
