// SPDX-License-Identifier: Apache-2.0

import CKernel

// Signals as something to read (signalfd).

/// What the guest calls signals, itself and its user (__wasi_event_names_t).
struct SignalNames {
    static let size: UInt32 = 72
    /// For mask bits 0 to 63.
    let numbers: [UInt8]
    var process: UInt32
    let user: UInt32

    /// From `size` bytes.
    init(_ bytes: UnsafeMutableRawBufferPointer) {
        numbers = [UInt8](bytes[..<64])
        process = bytes.loadUnaligned(fromByteOffset: 64, as: UInt32.self)
        user = bytes.loadUnaligned(fromByteOffset: 68, as: UInt32.self)
    }
}

/// Reads as the blocked signals of a set that have arrived. Its host descriptor is the end of a pipe that has something
/// to read as long as there are any, so that every wait works; what is in the pipe says nothing more.
final class SignalDescription: OpenDescription {
    static let recordSize = 128

    private var writer: Int32
    private var watch: OpaquePointer?
    private let signals: Signals
    private var names: SignalNames

    init(mask: UInt64, of signals: Signals, names: SignalNames, nonblocking: Bool) throws(Errno) {
        let ends = try Kernel.pipe(nonblocking: false)
        writer = ends.write
        self.signals = signals
        self.names = names
        super.init(hostFD: ends.read, fileType: .unknown, rights: .pipe)
        // What fails here is undone by deinit.
        try Kernel.setFlags(writer, .nonblock)
        if nonblocking { try Kernel.setFlags(hostFD, .nonblock) }
        watch = ck_signals_watch(mask, hostFD, writer)
        guard watch != nil else { throw .nomem }
    }

    override var transfersItself: Bool { true }

    /// Linux has POLLIN alone for signals; of a pipe, both.
    override var isReadyAsNormal: Bool { false }

    override var canBePassed: Bool { false }

    /// In a new process: what arrives there is told there. Where that cannot be, it has no signals to read.
    func startOver() {
        names.process = UInt32(bitPattern: ck_process_name(Kernel.ownProcess))
        if (try? Kernel.renewPipe(reader: hostFD, writer: writer)) == nil { stop() }
    }

    func setMask(_ mask: UInt64) { if let watch { ck_signals_set_watched(watch, mask) } }

    /// fd_read. EINVAL: no room for a record.
    func read(_ call: GuestCall) throws(Errno) {
        try call.check(call.u32(3), count: 4)
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            let vectors = UnsafeBufferPointer(start: vectors, count: Int(count))
            let room = vectors.reduce(0) { $0 &+ $1.iov_len }
            guard room >= Self.recordSize else { throw .inval }
            // These are filled here.
            guard !vectors.contains(where: { $0.iov_len > 0 && $0.iov_base == Kernel.nowhere }) else { throw .fault }
            try waitForSignal()
            var written = 0
            while room - written >= Self.recordSize, let watch, let info = signals.take(ck_signals_watched(watch)) {
                withRecord(of: info) { write($0, to: vectors, at: written) }
                written += Self.recordSize
            }
            return written
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(3))
    }

    /// EAGAIN: there is none, and it is not to wait.
    private func waitForSignal() throws(Errno) {
        guard let watch else { throw .badf }
        while ck_signals_watched(watch) == 0 {
            if try Kernel.flags(hostFD).contains(.nonblock) { throw .again }
            try withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 1) { (records) throws(Errno) in
                records.initialize(repeating: pollfd(fd: hostFD, events: Int16(POLLIN), revents: 0))
                _ = try Kernel.poll(records, timeout: nil)
            }
        }
    }

    /// A record of __WASI_EVENT_SIGNAL_SIZE bytes, laid out as Linux's.
    private func withRecord(of info: ck_signal_info, _ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeTemporaryAllocation(byteCount: Self.recordSize, alignment: 8) { record in
            record.initializeMemory(as: UInt8.self, repeating: 0)
            let sender = SignalImports.identity(of: info, process: names.process, user: names.user)
            record.storeBytes(of: UInt32(names.numbers[Int(info.signal &- 1) & 63]), as: UInt32.self)
            record.storeBytes(of: info.code, toByteOffset: 8, as: Int32.self)
            record.storeBytes(of: sender.process, toByteOffset: 12, as: UInt32.self)
            record.storeBytes(of: sender.user, toByteOffset: 16, as: UInt32.self)
            record.storeBytes(of: info.timer, toByteOffset: 24, as: Int32.self)
            record.storeBytes(of: info.overrun, toByteOffset: 32, as: UInt32.self)
            var info = info
            if ck_signal_tells_readiness(&info) {
                record.storeBytes(of: UInt32(truncatingIfNeeded: info.value), toByteOffset: 20, as: UInt32.self)
                record.storeBytes(of: UInt32(truncatingIfNeeded: info.value >> 32), toByteOffset: 28, as: UInt32.self)
                info.value = 0
            }
            if ck_signal_tells_of_child(&info) {
                record.storeBytes(of: status(info), toByteOffset: 40, as: UInt32.self)
                info.value = 0
            }
            record.storeBytes(of: UInt32(truncatingIfNeeded: info.value), toByteOffset: 44, as: UInt32.self)
            record.storeBytes(of: info.value, toByteOffset: 48, as: UInt64.self)
            body(UnsafeRawBufferPointer(record))
        }
    }

    /// What a child ended with, or the program's number of the signal that it was sent.
    private func status(_ info: ck_signal_info) -> UInt32 {
        let status = UInt32(truncatingIfNeeded: info.value)
        return info.code == ck_child_exited ? status : UInt32(names.numbers[Int(status &- 1) & 63])
    }

    /// A record may lie across vectors.
    private func write(_ record: UnsafeRawBufferPointer, to vectors: UnsafeBufferPointer<iovec>, at position: Int) {
        var start = 0
        for vector in vectors {
            let low = max(position - start, 0), high = min(position + Self.recordSize - start, vector.iov_len)
            if low < high, let base = vector.iov_base, let source = record.baseAddress {
                (base + low).copyMemory(from: source + (start + low - position), byteCount: high - low)
            }
            start += vector.iov_len
        }
    }

    private func stop() {
        if let watch { ck_signals_unwatch(watch) }
        watch = nil
        if writer >= 0 { try? Kernel.close(writer) }
        writer = -1
    }

    override func close() throws(Errno) {
        stop()
        try super.close()
    }

    deinit { stop() }
}

extension WASISystem {
    /// The signals behind `fd`, when that is what it refers to and `right` was not given up.
    func signalDescription(_ fd: Int32, _ right: Rights) -> SignalDescription? {
        (try? descriptors.description(fd, right)) as? SignalDescription
    }
}
