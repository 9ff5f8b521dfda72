# SPDX-License-Identifier: Apache-2.0
#
# Runs a WASI module under wasmtime's library, since its Python package has no command: run-wasmtime.py FILE [ARG…].
# The last line of standard error says how many seconds of processor time it ran, compilation left out.

import sys
import time

from wasmtime import Engine, ExitTrap, Linker, Module, Store, WasiConfig

engine = Engine()
module = Module.from_file(engine, sys.argv[1])

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
began = time.process_time()
try:
    linker.instantiate(store, module).exports(store)["_start"](store)
except ExitTrap as trap:
    status = trap.code
print(f"run {time.process_time() - began:.6f}", file=sys.stderr)
sys.exit(status)
