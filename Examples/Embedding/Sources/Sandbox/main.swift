// SPDX-License-Identifier: Apache-2.0

import WASI
import WASINetworking
import WasmEngine
import WasmFormat

// Runs a program that netwasi-cc compiled: its standard streams, this directory to read, one address to connect to.
//
//   Sandbox program.wasm [argument...]

let arguments = Array(CommandLine.arguments.dropFirst())
guard let path = arguments.first, let bytes = contents(of: path) else {
    print("usage: Sandbox program.wasm [argument...]")
    exit(2)
}

var policy = NetworkPolicy()
policy.outbound = [try AddressRule("tcp://127.0.0.1:9")]

let system = WASISystem(arguments: arguments, environment: ["LANG=C"])
try system.addStandardStreams()
try system.preopen(hostPath: ".", as: "/", readOnly: true)
try system.addNetwork(policy) { refusal in print("refused \(refusal.subject)") }

let store = Store()
defer { system.detach() }
do {
    let instance = try Instance(module: Module(bytes: bytes), imports: system.imports, store: store) { instance in
        system.attach(instance)
    }
    _ = try instance.invoke("_start")
} catch let trap as Trap {
    if case .exit(let status) = trap.reason { exit(status) }
    print("trapped:", trap)
    exit(134)
}
