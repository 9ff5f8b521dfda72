// SPDX-License-Identifier: Apache-2.0

import WASI
import WasmEngine

// Network interfaces as values, their records in a guest's memory, and wasi_net_interface.

/// A network interface.
package struct NetworkInterface: Sendable, Equatable {
    /// What an interface can do and is doing. The raw values are `__WASI_NET_INTERFACE_*`.
    package struct Flags: OptionSet, Sendable {
        /// The bits, as the imports have them.
        package let rawValue: UInt32
        /// Flags from their bits.
        package init(rawValue: UInt32) { self.rawValue = rawValue }
        /// It is in use.
        package static let up = Flags(rawValue: 1 << 0)
        /// A message can reach all of its network.
        package static let broadcast = Flags(rawValue: 1 << 1)
        /// It leads back to this machine.
        package static let loopback = Flags(rawValue: 1 << 2)
        /// It leads to one other machine.
        package static let pointToPoint = Flags(rawValue: 1 << 3)
        /// It can carry packets now.
        package static let running = Flags(rawValue: 1 << 4)
        /// Addresses are not resolved to hardware's.
        package static let noAddressResolution = Flags(rawValue: 1 << 5)
        /// It takes packets for others too.
        package static let promiscuous = Flags(rawValue: 1 << 6)
        /// It takes packets for every group.
        package static let allMulticast = Flags(rawValue: 1 << 7)
        /// It can send to groups.
        package static let multicast = Flags(rawValue: 1 << 8)
    }

    /// Its number, from 1 up.
    package var index: UInt32
    /// Its name.
    package var name: String
    /// What it can do and is doing.
    package var flags: Flags = []
    /// The longest packet, in bytes.
    package var mtu: UInt32 = 0
    /// How many packets wait for it at most.
    package var queueLength: UInt32 = 0
    /// What ARP calls its kind of hardware.
    package var hardwareType: UInt16 = 0
    /// Its hardware address, at most 8 bytes of it; empty where it has none, or is not told.
    package var hardwareAddress: [UInt8] = []

    /// An interface by its number and name.
    package init(index: UInt32, name: String) {
        self.index = index
        self.name = name
    }

    /// Writes the interface's record into `record`, which is as long as one.
    func write(to record: UnsafeMutableRawBufferPointer) {
        typealias Record = NetworkABI.InterfaceRecord
        func store<T: FixedWidthInteger & BitwiseCopyable>(_ value: T, _ offset: UInt32) {
            record.storeBytes(of: value.littleEndian, toByteOffset: Int(offset), as: T.self)
        }
        func copy(_ bytes: some Collection<UInt8>, _ offset: UInt32) {
            UnsafeMutableRawBufferPointer(rebasing: record.dropFirst(Int(offset))).copyBytes(from: bytes)
        }
        let name = name.utf8.prefix(Record.nameCapacity)
        let hardwareAddress = hardwareAddress.prefix(Record.hardwareAddressCapacity)
        record.initializeMemory(as: UInt8.self, repeating: 0)
        store(index, Record.index)
        store(flags.rawValue, Record.flags)
        store(mtu, Record.mtu)
        store(queueLength, Record.queueLength)
        store(hardwareType, Record.hardwareType)
        store(UInt8(hardwareAddress.count), Record.hardwareLength)
        store(UInt8(name.count), Record.nameLength)
        copy(name, Record.name)
        copy(hardwareAddress, Record.hardwareAddress)
    }
}

/// An address of a network interface.
package struct InterfaceAddress: Sendable, Equatable {
    /// The interface's number.
    package var index: UInt32
    /// The address, without a port.
    package var address: InternetAddress
    /// How many bits of it name the network.
    package var prefixLength: UInt32
    /// Where it reaches all of the network when the interface can broadcast, otherwise the other end.
    package var peer: InternetAddress?

    /// An address from its parts.
    package init(index: UInt32, address: InternetAddress, prefixLength: UInt32, peer: InternetAddress? = nil) {
        self.index = index
        self.address = address
        self.prefixLength = prefixLength
        self.peer = peer
    }

    /// Writes the address's record into `record`, which is as long as one.
    func write(to record: UnsafeMutableRawBufferPointer) {
        typealias Record = NetworkABI.InterfaceAddressRecord
        record.initializeMemory(as: UInt8.self, repeating: 0)
        record.storeBytes(of: index.littleEndian, toByteOffset: Int(Record.index), as: UInt32.self)
        record.storeBytes(of: prefixLength.littleEndian, toByteOffset: Int(Record.prefixLength), as: UInt32.self)
        address.write(to: UnsafeMutableRawBufferPointer(rebasing: record.dropFirst(Int(Record.address))))
        peer?.write(to: UnsafeMutableRawBufferPointer(rebasing: record.dropFirst(Int(Record.peer))))
    }
}

// MARK: - Imports

extension NetworkFunctions {
    static var interfaceRows: [ImportRow] {
        let module = "wasi_net_interface"
        return [
            ImportRow(
                module, "host_name", [.i32("network"), .pointer("name"), .u32("capacity"), .pointer("length")]
            ) { call, system throws(Errno) in
                let output = try call.textOutput(1)
                output(try system.network(call.i32(0)).hostName())
            },
            ImportRow(
                module, "name_to_index", [.i32("network"), .text("name"), .u32("name_length"), .pointer("index")]
            ) { call, system throws(Errno) in
                let output = try call.output(3, UInt32.self)
                let name = try interfaceName(call, 1)
                output(try system.network(call.i32(0)).interfaceIndex(named: name))
            },
            ImportRow(
                module, "index_to_name",
                [.i32("network"), .u32("index"), .pointer("name"), .u32("capacity"), .pointer("length")]
            ) { call, system throws(Errno) in
                let output = try call.textOutput(2)
                output(try system.network(call.i32(0)).interfaceName(at: call.u32(1)))
            },
            ImportRow(
                module, "list", [.i32("network"), .pointer("interfaces"), .u32("capacity"), .pointer("count")]
            ) { call, system throws(Errno) in
                let output = try RecordsOutput(call, 1, recordSize: NetworkABI.InterfaceRecord.size)
                output(try system.network(call.i32(0)).interfaces()) { $0.write(to: $1) }
            },
            ImportRow(
                module, "addresses", [.i32("network"), .pointer("addresses"), .u32("capacity"), .pointer("count")]
            ) { call, system throws(Errno) in
                let output = try RecordsOutput(call, 1, recordSize: NetworkABI.InterfaceAddressRecord.size)
                output(try system.network(call.i32(0)).interfaceAddresses()) { $0.write(to: $1) }
            },
        ]
    }

    /// The name at argument `index`, whose length follows. What cannot be an interface's name names none.
    private static func interfaceName(_ call: GuestCall, _ index: Int) throws(Errno) -> String {
        do throws(Errno) {
            return try call.string(at: call.u32(index), length: call.u32(index + 1))
        } catch {
            throw error == .fault ? .fault : .nodev
        }
    }
}

/// A checked place for records and their number: a pointer, a capacity, and a pointer to the count.
struct RecordsOutput {
    private let records: UnsafeMutableRawBufferPointer
    private let recordSize: Int
    private let count: OutputInteger<UInt32>

    /// The place at argument `index` and the two after it.
    init(_ call: GuestCall, _ index: Int, recordSize: UInt64) throws(Errno) {
        records = try call.bytes(at: call.u32(index), count: UInt64(call.u32(index + 1)) * recordSize)
        self.recordSize = Int(recordSize)
        count = try call.output(index + 2, UInt32.self)
    }

    /// Writes the values that there is room for, and how many there are.
    func callAsFunction<Value>(_ values: [Value], write: (Value, UnsafeMutableRawBufferPointer) -> Void) {
        for (index, value) in values.prefix(records.count / recordSize).enumerated() {
            let start = index * recordSize
            write(value, UnsafeMutableRawBufferPointer(rebasing: records[start..<start + recordSize]))
        }
        count(UInt32(clamping: values.count))
    }
}
