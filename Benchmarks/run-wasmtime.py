# SPDX-License-Identifier: Apache-2.0
#
# Runs a WASI module under wasmtime's library, since its Python package has no command: run-wasmtime.py FILE [ARG…].
# The last line of standard error says how long compiling and running took.

import sys
import time

from wasmtime import Engine, ExitTrap, Linker, Module, Store, WasiConfig

engine = Engine()
began = time.monotonic()
module = Module.from_file(engine, sys.argv[1])
compiled = time.monotonic()

wasi = WasiConfig()
wasi.argv = sys.argv[1:]
wasi.inherit_stdin()
wasi.inherit_stdout()
wasi.inherit_stderr()
store = Store(engine)
store.set_wasi(wasi)
linker = Linker(engine)
linker.define_wasi()

status = 0
try:
    linker.instantiate(store, module).exports(store)["_start"](store)
except ExitTrap as trap:
    status = trap.code
ran = time.monotonic()

print(f"compile {compiled - began:.6f} run {ran - compiled:.6f}", file=sys.stderr)
sys.exit(status)
