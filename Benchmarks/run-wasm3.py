# SPDX-License-Identifier: Apache-2.0
#
# Runs a kernel under wasm3's library, since its Python package has no command: run-wasm3.py FILE.
# The last line of standard error says how many seconds of processor time it ran. That includes translation,
# as wasm3 translates what is called.

import struct
import sys
import time

import wasm3

environment = wasm3.Environment()
runtime = environment.new_runtime(1 << 20)
with open(sys.argv[1], "rb") as file:
    began = time.process_time()
    module = environment.parse_module(file.read())
runtime.load(module)


def fd_write(descriptor, vectors, count, written):
    memory = runtime.get_memory(0)
    total = 0
    for at in range(vectors, vectors + 8 * count, 8):
        base, size = struct.unpack_from("<II", memory, at)
        sys.stdout.buffer.write(memory[base : base + size])
        total += size
    struct.pack_into("<I", memory, written, total)
    return 0


module.link_function("wasi_snapshot_preview1", "fd_write", "i(iiii)", fd_write)
runtime.find_function("_start")()
print(f"run {time.process_time() - began:.6f}", file=sys.stderr)
