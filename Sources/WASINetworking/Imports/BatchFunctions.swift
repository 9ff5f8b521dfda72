// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI
import WasmEngine

// Several messages with one call: sendmmsg and recvmmsg. What a message says is read from the guest's memory once, and
// what it is answered goes where that said, whatever the guest's memory says by then.

extension SocketFunctions {
    private typealias Record = NetworkABI.MessageRecord

    var batchRows: [ImportRow] {
        [
            ImportRow(
                "wasi_socket", "send_messages",
                [.i32("fd"), .pointer("messages"), .u32("count"), .u32("flags"), .pointer("sent")], sendMessages),
            ImportRow(
                "wasi_socket", "receive_messages",
                [
                    .i32("fd"), .pointer("messages"), .u32("count"), .u32("flags"), .pointer("timeout"),
                    .pointer("received"),
                ], receiveMessages),
        ]
    }

    /// The records of the messages, which are arguments 1 and 2. EINVAL: too many.
    private func records(_ call: GuestCall) throws(Errno) -> UnsafeMutableRawBufferPointer {
        guard call.u32(2) <= NetworkABI.maximumMessages else { throw .inval }
        return try call.bytes(at: call.u32(1), count: UInt64(call.u32(2)) &* Record.size)
    }

    private func record(_ index: Int, of records: UnsafeMutableRawBufferPointer) -> UnsafeMutableRawBufferPointer {
        let size = Int(Record.size)
        return UnsafeMutableRawBufferPointer(rebasing: records[(index &* size)..<((index &+ 1) &* size)])
    }

    private func field(_ offset: UInt32, of record: UnsafeMutableRawBufferPointer) -> UInt32 {
        UInt32(littleEndian: record.loadUnaligned(fromByteOffset: Int(offset), as: UInt32.self))
    }

    private func result(of record: UnsafeMutableRawBufferPointer) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(rebasing: record[Int(Record.result)...])
    }

    /// Begins a message with the vectors of its record. EINVAL: too many. EFAULT.
    private func begin(_ record: UnsafeMutableRawBufferPointer, _ call: GuestCall) throws(Errno) {
        let address = field(Record.iovs, of: record), count = field(Record.iovsCount, of: record)
        guard count <= GuestCall.maximumVectors else { throw .inval }
        try call.check(address, count: UInt64(count) &* 8)
        state.batch.begin(vectorCount: Int(count))
        for index in 0..<count { state.batch.append(try call.vector(at: address &+ index &* 8)) }
    }

    /// Reads as many messages as can be read. The error of the first one only is thrown.
    private func gather(
        _ records: UnsafeMutableRawBufferPointer, _ read: (UnsafeMutableRawBufferPointer) throws(Errno) -> Void
    ) throws(Errno) {
        let count = records.count / Int(Record.size)
        state.batch.removeAll(reserving: count)
        for index in 0..<count {
            do throws(Errno) {
                try read(record(index, of: records))
            } catch {
                guard state.batch.count > 0 else { throw error }
                return
            }
            state.batch.commit()
        }
    }

    // MARK: Sending

    private func sendMessages(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let sent = try call.output(4, UInt32.self)
        let records = try records(call)
        let flags = NetworkABI.MessageFlags(rawValue: call.u32(3))
        let fd = try system.socketFD(call.i32(0), .fdWrite)
        guard NetworkABI.MessageFlags.sendable.isSuperset(of: flags) else { throw try Kernel.onSocket(fd, .inval) }
        guard try system.descriptors.description(call.i32(0)).fileType == .socketDgram else {
            throw try Kernel.onSocket(fd, .notsup)
        }
        try gather(records) { (record) throws(Errno) in
            guard field(Record.control, of: record) == 0, field(Record.controlLength, of: record) == 0 else {
                throw .inval
            }
            try begin(record, call)
            let address = field(Record.address, of: record)
            guard address != 0 else { return }
            // A copy: what is judged is what the kernel is given.
            let destination = try InternetAddress(call, at: address)
            if let permitted = try permitted(destination, for: call.i32(0), system) {
                state.batch.setDestination(permitted)
            } else if let other = try self.destination(.internet(destination), of: call.i32(0), flags, system) {
                state.batch.setDestination(other)
            }
        }
        let count = try Kernel.send(state.batch, fd, flags)
        for index in 0..<count {
            result(of: record(index, of: records)).storeBytes(
                of: state.batch.byteCount(of: index).littleEndian, as: UInt32.self)
        }
        sent(UInt32(clamping: count))
    }

    // MARK: Receiving

    private func receiveMessages(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let output = try call.output(5, UInt32.self)
        let records = try records(call)
        let flags = NetworkABI.MessageFlags(rawValue: call.u32(3))
        let timeout = call.u32(4) == 0 ? nil : try call.output(4, UInt64.self)
        var nanoseconds: UInt64? = timeout == nil ? nil : try call.load(at: call.u32(4))
        let fd = try system.socketFD(call.i32(0), .fdRead)
        guard NetworkABI.MessageFlags.receivable.union(.waitforone).isSuperset(of: flags) else {
            throw try Kernel.onSocket(fd, .inval)
        }
        try gather(records) { (record) throws(Errno) in
            let address = field(Record.address, of: record)
            let sender = address == 0 ? nil : try call.bytes(at: address, count: NetworkABI.AddressRecord.size)
            let control = field(Record.control, of: record)
            let room =
                control == 0 ? nil : try call.bytes(at: control, count: field(Record.controlLength, of: record))
            try begin(record, call)
            state.batch.setAnswer(sender: sender, records: room)
        }
        let count = try Kernel.receive(state.batch, fd, flags, &nanoseconds)
        for index in 0..<count {
            var received = state.batch.received(index)
            let answer = state.batch.answer(index)
            deliver(
                &received, answer.control, to: answer.sender, answer.records,
                result(of: record(index, of: records)), flags, system)
        }
        if let timeout, let nanoseconds, count > 0 { timeout(nanoseconds) }
        output(UInt32(clamping: count))
    }
}
