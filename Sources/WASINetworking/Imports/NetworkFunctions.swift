// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI
import WasmEngine

// The networking imports together, and wasi_instance_network: what this instance was given.

/// The networking imports of one instance.
package enum NetworkFunctions {
    /// The rows, over `network` as the default network of the instance that has `system`; nil gives it none.
    /// `reportMissing` is called when a program without a network asks for it.
    ///
    /// A socket that the program was started with (a standard stream, as inetd gives them) can be used without a
    /// network: what is received, sent on a connection or accepted there was handed in with it. Where it names another
    /// address the network decides, and none permits none.
    package static func rows(
        for system: WASISystem, network: (any Network)?, reportMissing: @escaping () -> Void = {}
    ) throws(Errno) -> [ImportRow] {
        var handle: Int32?
        if let network { handle = try system.descriptors.insertHandle(Descriptor(NetworkHandle(network), rights: [])) }
        let sockets = SocketFunctions(
            networkOfHandedIn: network ?? FilteredNetwork(HostNetwork(), policy: NetworkPolicy()))
        return instanceRows(handle: handle, reportMissing: reportMissing) + sockets.rows + nameRows + interfaceRows
    }

    private static func instanceRows(handle: Int32?, reportMissing: @escaping () -> Void) -> [ImportRow] {
        let module = "wasi_instance_network"
        return [
            ImportRow(module, "default_network", [.pointer("network")]) { call, system throws(Errno) in
                let output = try call.bytes(at: call.u32(0), count: 4 as UInt64)
                guard let handle, (try? system.network(handle)) != nil else {
                    reportMissing()
                    throw .noent
                }
                output.storeBytes(of: handle.littleEndian, as: Int32.self)
            },
            ImportRow(module, "permits", [.i32("network"), .u32("use"), .address("address")]) {
                call, system throws(Errno) in
                let address = try SocketAddress(call, at: call.u32(2))
                let network = try system.network(call.i32(0))
                guard let use = NetworkUse(rawValue: call.u32(1)) else { throw .inval }
                guard case .internet(let internet) = address else { throw .afnosupport }
                guard network.permits(use, of: internet.endpoint) else { throw .acces }
            },
        ]
    }
}

extension WASISystem {
    /// Gives the guest a network: the host's, as far as `policy` permits. Without one a program that imports sockets
    /// cannot be linked; with a policy that permits nothing it can, and each use is refused.
    ///
    /// - Parameters:
    ///   - policy: What is permitted.
    ///   - report: Called for each use that was refused, on the thread that runs the guest. It must not call
    ///     the guest: the import that was refused is still under way.
    /// - Throws: EMFILE when the system has no descriptor left.
    public func addNetwork(
        _ policy: NetworkPolicy, report: @escaping @Sendable (Refusal) -> Void = { _ in }
    ) throws(Errno) {
        try addNetwork(FilteredNetwork(HostNetwork(), policy: policy, report: report))
    }

    /// Gives the guest a network, or with nil the imports alone; `reportMissing` is called when it asks for one then.
    package func addNetwork(_ network: (any Network)?, reportMissing: @escaping () -> Void = {}) throws(Errno) {
        networkRows = try NetworkFunctions.rows(for: self, network: network, reportMissing: reportMissing)
    }
}

// MARK: - What the bodies share

extension WASISystem {
    /// The network that `handle` stands for. EBADF: it is not open, or stands for something else.
    func network(_ handle: Int32) throws(Errno) -> any Network {
        guard let handle = try descriptors.description(handle) as? NetworkHandle else { throw .badf }
        return handle.network
    }

    /// The host's descriptor of the socket `fd`, wherever that comes from. What it is is for the kernel to find out,
    /// unless rights are missing: what is no socket is that first.
    @inline(__always)
    func socketFD(_ fd: Int32, _ rights: Rights = []) throws(Errno) -> Int32 {
        do throws(Errno) {
            return try descriptors.hostFD(fd, rights)
        } catch {
            guard error == .notcapable else { throw error }
            switch try descriptors.description(fd).fileType {
            case .socketStream, .socketDgram: throw error
            default: throw .notsock
            }
        }
    }
}

extension GuestCall {
    /// Argument `index` as flags for creating a descriptor. EINVAL: an unknown one.
    func createFlags(_ index: Int) throws(Errno) -> NetworkABI.CreateFlags {
        let flags = NetworkABI.CreateFlags(rawValue: u32(index))
        guard NetworkABI.CreateFlags.all.isSuperset(of: flags) else { throw .inval }
        return flags
    }

    /// Room for any address at argument `index`, or nil when that is null.
    func addressOutput(_ index: Int) throws(Errno) -> UnsafeMutableRawBufferPointer? {
        u32(index) == 0 ? nil : try bytes(at: u32(index), count: NetworkABI.AddressRecord.size)
    }

    /// Room for an integer at argument `index`.
    func output<T: FixedWidthInteger & BitwiseCopyable>(
        _ index: Int, _ type: T.Type
    ) throws(Errno) -> OutputInteger<T> {
        OutputInteger(place: try bytes(at: u32(index), count: UInt64(MemoryLayout<T>.size)))
    }

    /// Room for text: a pointer, a capacity, and a pointer to the length, from argument `index` on.
    func textOutput(_ index: Int) throws(Errno) -> TextOutput {
        TextOutput(
            bytes: try bytes(at: u32(index), count: u32(index + 1)), length: try output(index + 2, UInt32.self))
    }
}

/// A checked place for an integer.
struct OutputInteger<T: FixedWidthInteger & BitwiseCopyable> {
    let place: UnsafeMutableRawBufferPointer

    func callAsFunction(_ value: T) { place.storeBytes(of: value.littleEndian, as: T.self) }
}

/// A checked place for text and its length.
struct TextOutput {
    let bytes: UnsafeMutableRawBufferPointer
    let length: OutputInteger<UInt32>

    /// Writes the text's length, and as much of it as fits.
    func callAsFunction(_ text: String) {
        bytes.copyBytes(from: text.utf8.prefix(bytes.count))
        length(UInt32(clamping: text.utf8.count))
    }
}

extension ImportParameter {
    /// The address of a socket address's record, shown as the address.
    static func address(_ name: String) -> ImportParameter {
        ImportParameter(name, .pointer) { call, index in
            guard call.u32(index) != 0 else { return "null" }
            return (try? SocketAddress(call, at: call.u32(index)))?.description
        }
    }
}
