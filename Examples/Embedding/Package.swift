// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "Embedding",
    dependencies: [.package(name: "NetWASI", path: "../..")],
    targets: [
        .executableTarget(
            name: "Embedding",
            dependencies: [
                .product(name: "WasmEngine", package: "NetWASI"), .product(name: "WasmFormat", package: "NetWASI"),
            ]),
        .executableTarget(
            name: "Sandbox",
            dependencies: [
                .product(name: "WasmEngine", package: "NetWASI"), .product(name: "WasmFormat", package: "NetWASI"),
                .product(name: "WASI", package: "NetWASI"), .product(name: "WASINetworking", package: "NetWASI"),
            ]),
    ]
)
