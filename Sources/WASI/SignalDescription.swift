// SPDX-License-Identifier: Apache-2.0

import CKernel

// Signals as something to read (signalfd).

/// Reads as the blocked signals of a set that have arrived. Its host descriptor is the end of a pipe that has something
/// to read as long as there are any, so that every wait works; what is in the pipe says nothing more.
final class SignalDescription: OpenDescription {
    static let recordSize = 128

    private var writer: Int32
    private var watch: OpaquePointer?
    /// What the guest calls each signal.
    private let numbers: [UInt8]

    /// `numbers` has 64 elements: what records call the signals of mask bits 0 to 63.
    init(mask: UInt64, numbers: [UInt8], nonblocking: Bool) throws(Errno) {
        let ends = try Kernel.pipe(nonblocking: false)
        writer = ends.write
        self.numbers = numbers
        super.init(hostFD: ends.read, fileType: .unknown, rights: .pipe)
        // What fails here is undone by deinit.
        try Kernel.setFlags(writer, .nonblock)
        if nonblocking { try Kernel.setFlags(hostFD, .nonblock) }
        watch = ck_signals_watch(mask, hostFD, writer)
        guard watch != nil else { throw .nomem }
    }

    override var transfersItself: Bool { true }

    override var canBePassed: Bool { false }

    func setMask(_ mask: UInt64) { if let watch { ck_signals_set_watched(watch, mask) } }

    /// fd_read. EINVAL: no room for a record.
    func read(_ call: GuestCall) throws(Errno) {
        try call.check(call.u32(3), count: 4)
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            let vectors = UnsafeBufferPointer(start: vectors, count: Int(count))
            let room = vectors.reduce(0) { $0 &+ $1.iov_len }
            guard room >= Self.recordSize else { throw .inval }
            try waitForSignal()
            var written = 0
            while room - written >= Self.recordSize, let number = take() {
                write(number, to: vectors, at: written)
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

    /// The guest's number of the lowest signal that is there, which is there no longer.
    private func take() -> UInt8? {
        guard let watch, case let present = ck_signals_watched(watch), present != 0 else { return nil }
        let bit = present.trailingZeroBitCount
        ck_signals_discard(UInt32(bit) + 1)
        return numbers[bit]
    }

    /// A record: the number, and zeros. It may lie across vectors.
    private func write(_ number: UInt8, to vectors: UnsafeBufferPointer<iovec>, at position: Int) {
        var start = 0
        for vector in vectors {
            let low = max(position - start, 0), high = min(position + Self.recordSize - start, vector.iov_len)
            if low < high, let base = vector.iov_base {
                (base + low).initializeMemory(as: UInt8.self, repeating: 0, count: high - low)
                if start + low == position { (base + low).storeBytes(of: number, as: UInt8.self) }
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
