// SPDX-License-Identifier: Apache-2.0

import WASI
import WasmEngine

// wasi_ip_name_lookup: names, through a network.

extension NetworkFunctions {
    static var nameRows: [ImportRow] {
        let module = "wasi_ip_name_lookup"
        return [
            ImportRow(
                module, "resolve",
                [
                    .i32("network"), .text("name"), .u32("name_length"), .u32("family"), .pointer("addresses"),
                    .u32("capacity"), .pointer("count"),
                ], resolve),
            ImportRow(
                module, "canonical_name",
                [
                    .i32("network"), .text("name"), .u32("name_length"), .pointer("canonical"), .u32("capacity"),
                    .pointer("length"),
                ]
            ) { call, system throws(Errno) in
                let output = try call.textOutput(3)
                let name = try lookupName(call, 1)
                output(try system.network(call.i32(0)).canonicalName(of: name))
            },
            ImportRow(
                module, "reverse",
                [.i32("network"), .address("address"), .pointer("name"), .u32("capacity"), .pointer("length")]
            ) { call, system throws(Errno) in
                let output = try call.textOutput(2)
                let address = try SocketAddress(call, at: call.u32(1))
                let network = try system.network(call.i32(0))
                guard case .internet(let internet) = address else { throw .afnosupport }
                output(try network.name(of: internet))
            },
            ImportRow(module, "numeric", [.pointer("text"), .pointer("port"), .pointer("address")], numeric),
        ]
    }

    /// Longer than all that is read as a number: an address of eight groups, the last two as IPv4, and a NUL.
    private static let longestNumeric: UInt64 = 46

    @inline(__always)
    private static func numericText(_ call: GuestCall, at address: UInt32) throws(Errno) -> TextReader {
        try call.check(address, count: 1)
        let rest = call.memory.byteCount &- UInt64(address)
        let bytes = try call.bytes(at: address, count: min(rest, longestNumeric))
        guard let text = TextReader(UnsafeRawBufferPointer(bytes)) else { throw .fault }
        return text
    }

    private static func numeric(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let record = try call.bytes(at: call.u32(2), count: NetworkABI.IPAddressRecord.size)
        var text = try numericText(call, at: call.u32(0))
        guard let address = IPAddress(reading: &text) else { throw .inval }
        var port: UInt32 = 0
        if call.u32(1) != 0 {
            var text = try numericText(call, at: call.u32(1))
            guard let number = text.readNumber(upTo: UInt32(UInt16.max)), text.isAtEnd else { throw .inval }
            port = number
        }
        InternetAddress(address, port: UInt16(truncatingIfNeeded: port)).write(to: record)
    }

    private static func resolve(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let output = try RecordsOutput(call, 4, recordSize: NetworkABI.IPAddressRecord.size)
        let name = try lookupName(call, 1)
        let network = try system.network(call.i32(0))
        let family: AddressFamily
        let configured = NetworkABI.Family.configured
        switch UInt16(exactly: call.u32(3) & ~configured).flatMap(NetworkABI.Family.init) {
        case .unspecified: family = .any
        case .inet: family = .v4
        case .inet6: family = .v6
        default: throw .afnosupport
        }
        let addresses = try network.resolve(name, family, configuredOnly: call.u32(3) & configured != 0)
        output(addresses) { $0.write(to: $1) }
    }

    /// The name at argument `index`, whose length follows. EINVAL: empty, too long, or with a NUL. A name that is not
    /// text is one that does not exist.
    private static func lookupName(_ call: GuestCall, _ index: Int) throws(Errno) -> String {
        let length = call.u32(index + 1)
        try call.check(call.u32(index), count: UInt64(length))
        guard (1...NetworkABI.maximumNameLength).contains(length) else { throw .inval }
        do throws(Errno) {
            return try call.string(at: call.u32(index), length: length)
        } catch {
            throw error == .ilseq ? .noent : error
        }
    }
}
