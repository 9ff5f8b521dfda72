// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import WASI

// Messages of sendmmsg and recvmmsg in the system's form.

/// The messages of one call. An instance keeps the room they take, which grows to what it asks for, so that a call
/// allocates nothing.
final class MessageBatch {
    /// Where the answer to a message goes.
    struct Answer {
        var sender: UnsafeMutableRawBufferPointer?
        var records: UnsafeMutableRawBufferPointer?
        /// What the system writes control messages to.
        var control: UnsafeMutableRawBufferPointer?
    }

    /// How many messages are complete.
    private(set) var count = 0

    // Unsafe, since the messages point to addresses and vectors: the first three have `capacity` elements.
    private var capacity = 0
    private var messages = UnsafeMutablePointer<ck_message>.allocate(capacity: 0)
    private var addresses = UnsafeMutablePointer<sockaddr_storage>.allocate(capacity: 0)
    private var answers = UnsafeMutablePointer<Answer>.allocate(capacity: 0)
    /// Of all messages, in their order.
    private var vectors: [Vector] = []
    /// For control messages, in the order in which they were asked for.
    private var controlRooms: [ControlRoom] = []
    private var controlRoomsUsed = 0

    deinit { deallocate() }

    private func deallocate() {
        messages.deallocate()
        addresses.deallocate()
        answers.deallocate()
    }

    /// Takes all messages out, and makes room for `count`.
    func removeAll(reserving count: Int) {
        self.count = 0
        vectors.removeAll(keepingCapacity: true)
        controlRoomsUsed = 0
        guard count > capacity else { return }
        deallocate()
        capacity = count
        messages = .allocate(capacity: count)
        addresses = .allocate(capacity: count)
        answers = .allocate(capacity: count)
    }

    // MARK: The message behind the complete ones. There must be room for it.

    /// Begins it; so many vectors are appended then.
    func begin(vectorCount: Int) {
        messages[count] = ck_message()
        messages[count].header.msg_iovlen = vectorCount
    }

    func append(_ vector: Vector) { vectors.append(vector) }

    func setDestination(_ address: InternetAddress) { address.withHostAddress(copyDestination) }

    func setDestination(_ address: SocketAddress) { address.withHostAddress(copyDestination) }

    private func copyDestination(_ address: UnsafePointer<sockaddr>, _ length: socklen_t) {
        let length = min(Int(length), MemoryLayout<sockaddr_storage>.size)
        UnsafeMutableRawPointer(addresses + count).copyMemory(from: address, byteCount: length)
        messages[count].header.msg_namelen = socklen_t(length)
    }

    func setAnswer(sender: UnsafeMutableRawBufferPointer?, records: UnsafeMutableRawBufferPointer?) {
        if sender != nil { messages[count].header.msg_namelen = socklen_t(MemoryLayout<sockaddr_storage>.size) }
        var control: UnsafeMutableRawBufferPointer?
        if let records, !records.isEmpty {
            if controlRoomsUsed == controlRooms.count { controlRooms.append(ControlRoom()) }
            control = controlRooms[controlRoomsUsed].bytes
            controlRoomsUsed += 1
            messages[count].header.msg_control = control?.baseAddress
            messages[count].header.msg_controllen = control?.count ?? 0
        }
        answers[count] = Answer(sender: sender, records: records, control: control)
    }

    /// It is complete.
    func commit() { count += 1 }

    // MARK: The complete messages

    /// Calls `body` with them as the system takes them.
    fileprivate func withMessages(_ body: (UnsafeMutablePointer<ck_message>, UInt32) -> Int) -> Int {
        vectors.withUnsafeMutableBufferPointer { vectors in
            var vector = vectors.baseAddress
            for index in 0..<count {
                messages[index].header.msg_iov = vector
                vector = vector.map { $0 + messages[index].header.msg_iovlen }
                if messages[index].header.msg_namelen > 0 {
                    messages[index].header.msg_name = UnsafeMutableRawPointer(addresses + index)
                }
            }
            return body(messages, UInt32(truncatingIfNeeded: count))
        }
    }

    /// Whether there is room for control messages.
    fileprivate var hasControl: Bool { controlRoomsUsed > 0 }

    /// How much was sent of a message.
    func byteCount(of index: Int) -> UInt32 { messages[index].byte_count }

    /// Where the answer to it goes.
    func answer(_ index: Int) -> Answer { answers[index] }

    /// What was received of it.
    func received(_ index: Int) -> Kernel.Received {
        let header = messages[index].header
        var sender: SocketAddress?
        if answers[index].sender != nil {
            let length = min(Int(header.msg_namelen), MemoryLayout<sockaddr_storage>.size)
            sender = SocketAddress(host: UnsafeRawBufferPointer(start: addresses + index, count: length))
        }
        return Kernel.Received(
            byteCount: Int(messages[index].byte_count), flags: Kernel.guestFlags(header.msg_flags), sender: sender,
            controlCount: answers[index].control == nil ? 0 : Int(header.msg_controllen))
    }
}

extension Kernel {
    /// sendmmsg. How many were sent.
    static func send(_ batch: MessageBatch, _ fd: Int32, _ flags: NetworkABI.MessageFlags) throws(Errno) -> Int {
        let flags = hostFlags(flags) | Int32(MSG_NOSIGNAL)
        return try waiting { batch.withMessages { ck_sendmmsg(fd, $0, $1, flags) } }
    }

    /// recvmmsg. How many were received, and what is left of the time.
    static func receive(
        _ batch: MessageBatch, _ fd: Int32, _ flags: NetworkABI.MessageFlags, _ nanoseconds: inout UInt64?
    ) throws(Errno) -> Int {
        let flags = hostFlags(flags) | (batch.hasControl ? Int32(MSG_CMSG_CLOEXEC) : 0)
        guard let limit = nanoseconds else {
            return try waiting { batch.withMessages { ck_recvmmsg(fd, $0, $1, flags, nil) } }
        }
        let second: UInt64 = 1_000_000_000
        var time = timespec(
            tv_sec: Int(truncatingIfNeeded: limit / second), tv_nsec: Int(truncatingIfNeeded: limit % second))
        let count = try waiting { batch.withMessages { ck_recvmmsg(fd, $0, $1, flags, &time) } }
        nanoseconds = UInt64(clamping: time.tv_sec) &* second &+ UInt64(clamping: time.tv_nsec)
        return count
    }
}
