// swift-tools-version: 6.1
// Dependencies point one way: netwasi -> WASINetworking -> WASI -> WasmEngine -> WasmFormat.
// Build with `make`: the flags that the interpreter's speed rests on are on its command line, not here,
// because a package with unsafe flags in its manifest cannot be depended on.

import PackageDescription

let package = Package(
    name: "NetWASI",
    products: [
        .library(name: "WasmFormat", targets: ["WasmFormat"]),
        .library(name: "WasmEngine", targets: ["WasmEngine"]),
        .library(name: "WASI", targets: ["WASI"]),
        .library(name: "WASINetworking", targets: ["WASINetworking"]),
        .executable(name: "netwasi", targets: ["netwasi"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .target(name: "CKernel"),
        .target(name: "CVector"),
        .target(name: "WasmFormat"),
        .target(name: "WasmEngine", dependencies: ["WasmFormat", "CVector"]),
        .target(name: "WASI", dependencies: ["WasmEngine", "CKernel"]),
        .target(name: "WASINetworking", dependencies: ["WASI", "WasmEngine", "CKernel"]),
        .executableTarget(
            name: "netwasi",
            dependencies: [
                "WASINetworking", "WASI", "WasmEngine", "WasmFormat", "CKernel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "spectest", dependencies: ["WasmEngine", "WasmFormat"], path: "Tests/spectest"),
        .testTarget(name: "WasmFormatTests", dependencies: ["WasmFormat"]),
        .testTarget(name: "WasmEngineTests", dependencies: ["WasmEngine", "WasmFormat"]),
        .testTarget(name: "WASITests", dependencies: ["WASI", "WasmEngine"]),
        .testTarget(name: "WASINetworkingTests", dependencies: ["WASINetworking", "WASI"]),
    ]
)
