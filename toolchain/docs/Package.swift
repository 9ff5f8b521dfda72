// swift-tools-version: 6.1
// `make docs`: a package of its own, so that nobody who builds or embeds NetWASI fetches the documentation compiler's plugin.

import PackageDescription

let package = Package(
    name: "Documentation",
    dependencies: [
        .package(name: "NetWASI", path: "../.."),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
    ]
)
