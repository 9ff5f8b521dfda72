// SPDX-License-Identifier: Apache-2.0

// An instance's descriptors: the only place that gives out numbers to the guest.

/// What is particular to one descriptor, and not shared with its copies.
package struct Descriptor {
    /// What it refers to.
    package var description: OpenDescription
    /// What may be done through it.
    package var rights: Rights
    /// What may be done through descriptors made from it (path_open).
    package var inheriting: Rights
    /// FD_CLOEXEC: only remembered.
    package var closeOnExec: Bool

    /// A descriptor; rights default to all that the kind can have.
    package init(
        _ description: OpenDescription, rights: Rights? = nil, inheriting: Rights = [], closeOnExec: Bool = false
    ) {
        self.description = description
        self.rights = rights ?? description.rights
        self.inheriting = inheriting
        self.closeOnExec = closeOnExec
    }
}

/// The descriptor table of an instance.
///
/// Numbers below `limit` follow POSIX: the lowest free one is given out. Handles that POSIX has no notion of are
/// numbered from 2^30 up, so that they never take one of those.
package final class DescriptorTable {
    /// The first number of a handle.
    package static let firstHandle: Int32 = 1 << 30
    /// How many handles there can be.
    static let handleLimit = 1024

    /// One more than the highest number that POSIX descriptors can have.
    package let limit: Int32
    /// RLIMIT_NOFILE, at most `limit`: one more than the highest number that is given out from now on, and the most that
    /// this can be set to.
    package private(set) var softLimit: Int32
    package private(set) var hardLimit: Int32

    /// What the hot path needs, flat: one load per question and no reference counting.
    private struct Slot {
        var hostFD: Int32 = -1
        var isOpen = false
        var rights: Rights = []
        /// Kept alive by `descriptors`.
        var description: Unmanaged<OpenDescription>?
    }

    // Unsafe for speed: `slots` has `limit` elements and is only indexed after a comparison with it.
    private let slots: UnsafeMutablePointer<Slot>
    private var descriptors: [Descriptor?] = []
    private var handles: [Descriptor?] = []
    /// Whether record locks were taken: from then on each descriptor that is closed ends those on its file, as POSIX has
    /// it, even where the host's stays open for others.
    var hasRecordLocks = false
    /// No number below this one is free.
    private var lowestFree: Int32 = 0

    /// An empty table for at most `limit` descriptors (at least 3, at most 2^20).
    package init(limit: Int = 1024) {
        self.limit = Int32(min(max(limit, 3), 1 << 20))
        softLimit = self.limit
        hardLimit = self.limit
        slots = .allocate(capacity: Int(self.limit))
        slots.initialize(repeating: Slot(), count: Int(self.limit))
    }

    deinit { slots.deallocate() }

    // MARK: Looking up

    /// The host's descriptor behind `fd`. EBADF: not open, or without one. ENOTCAPABLE: `rights` are missing.
    @inline(__always)
    package func hostFD(_ fd: Int32, _ rights: Rights = []) throws(Errno) -> Int32 {
        guard fd >= 0, fd < limit else { throw .badf }
        let slot = slots[Int(fd)]
        guard slot.hostFD >= 0 else { throw .badf }
        guard slot.rights.isSuperset(of: rights) else { throw .notcapable }
        return slot.hostFD
    }

    /// The host's descriptor behind `fd`, or -1 when `fd` is not open or has none: what poll asks for.
    @inline(__always)
    package func hostFDOrNone(_ fd: Int32) -> Int32 {
        guard fd >= 0, fd < limit else { return -1 }
        return slots[Int(fd)].hostFD
    }

    /// What `fd` refers to, for as long as it is not closed: without counting references. Nil: handles, and what is not
    /// open.
    @inline(__always)
    package func unretainedDescription(_ fd: Int32) -> Unmanaged<OpenDescription>? {
        guard fd >= 0, fd < limit else { return nil }
        return slots[Int(fd)].description
    }

    /// The descriptor with this number, handles included. EBADF: not open. ENOTCAPABLE: `rights` are missing.
    package func descriptor(_ fd: Int32, _ rights: Rights = []) throws(Errno) -> Descriptor {
        guard let descriptor = self[fd] else { throw .badf }
        guard descriptor.rights.isSuperset(of: rights) else { throw .notcapable }
        return descriptor
    }

    /// What `fd` refers to. EBADF: not open. ENOTCAPABLE: `rights` are missing.
    package func description(_ fd: Int32, _ rights: Rights = []) throws(Errno) -> OpenDescription {
        try descriptor(fd, rights).description
    }

    /// How many descriptors and handles are open.
    package var openCount: Int { descriptors.count { $0 != nil } + handles.count { $0 != nil } }

    /// The numbers of all open descriptors, handles last.
    package var openNumbers: [Int32] {
        descriptors.indices.filter { descriptors[$0] != nil }.map { Int32($0) }
            + handles.indices.filter { handles[$0] != nil }.map { Self.firstHandle + Int32($0) }
    }

    /// All that descriptors refer to, once each.
    var openDescriptions: [OpenDescription] {
        var seen: Set<ObjectIdentifier> = []
        return descriptors.compactMap { $0?.description }.filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    // MARK: Giving out numbers

    /// The number that `insert` would give. EMFILE: there is none. For asking before the kernel is.
    package func lowestFree(from minimum: Int32 = 0) throws(Errno) -> Int32 {
        var fd = max(minimum, lowestFree)
        while fd < softLimit, slots[Int(fd)].isOpen { fd += 1 }
        guard fd < softLimit else { throw .mfile }
        return fd
    }

    /// Gives `descriptor` the lowest free number that is at least `minimum`. EMFILE.
    @discardableResult
    package func insert(_ descriptor: Descriptor, from minimum: Int32 = 0) throws(Errno) -> Int32 {
        let fd = try lowestFree(from: minimum)
        if minimum <= lowestFree { lowestFree = fd + 1 }
        put(descriptor, at: fd)
        return fd
    }

    /// Gives a handle (a network) a number from 2^30 up. EMFILE.
    @discardableResult
    package func insertHandle(_ descriptor: Descriptor) throws(Errno) -> Int32 {
        if let index = handles.firstIndex(where: { $0 == nil }) {
            handles[index] = descriptor
            descriptor.description.descriptorCount += 1
            return Self.firstHandle + Int32(index)
        }
        guard handles.count < Self.handleLimit else { throw .mfile }
        handles.append(descriptor)
        descriptor.description.descriptorCount += 1
        return Self.firstHandle + Int32(handles.count - 1)
    }

    // MARK: Changing

    /// Closes `fd`. It is closed even when that reports an error.
    package func close(_ fd: Int32) throws(Errno) {
        guard let descriptor = remove(fd) else { throw .badf }
        try release(descriptor)
    }

    /// fcntl(F_DUPFD). EBADF; EINVAL: `minimum` is out of range; EMFILE.
    package func duplicate(_ fd: Int32, from minimum: Int32, closeOnExec: Bool) throws(Errno) -> Int32 {
        var copy = try descriptor(fd)
        guard minimum >= 0, minimum < softLimit else { throw .inval }
        copy.closeOnExec = closeOnExec
        return try insert(copy, from: minimum)
    }

    /// dup3, but `fd` == `target` does nothing. EBADF: `fd` is not open or `target` is out of range.
    package func duplicate(_ fd: Int32, to target: Int32, closeOnExec: Bool) throws(Errno) {
        var copy = try descriptor(fd)
        guard fd != target else { return }
        guard target >= 0, target < softLimit else { throw .badf }
        copy.closeOnExec = closeOnExec
        let previous = remove(target)
        put(copy, at: target)
        if let previous { try? release(previous) }
    }

    /// fd_renumber: `fd` becomes `target`, which must be open (as preview 1 has it) and is closed. EBADF.
    package func renumber(_ fd: Int32, to target: Int32) throws(Errno) {
        guard fd < limit, target < limit, let moved = self[fd], self[target] != nil else { throw .badf }
        guard fd != target else { return }
        let previous = remove(target)
        put(moved, at: target)
        _ = remove(fd)
        if let previous { try? release(previous) }
    }

    /// Sets FD_CLOEXEC. EBADF.
    package func setCloseOnExec(_ fd: Int32, _ closeOnExec: Bool) throws(Errno) {
        var descriptor = try descriptor(fd)
        descriptor.closeOnExec = closeOnExec
        update(descriptor, at: fd)
    }

    /// fd_fdstat_set_rights: rights can only be given up. EBADF; ENOTCAPABLE: one was not there.
    package func restrict(_ fd: Int32, rights: Rights, inheriting: Rights) throws(Errno) {
        var descriptor = try descriptor(fd)
        guard descriptor.rights.isSuperset(of: rights), descriptor.inheriting.isSuperset(of: inheriting) else {
            throw .notcapable
        }
        descriptor.rights = rights
        descriptor.inheriting = inheriting
        update(descriptor, at: fd)
    }

    /// setrlimit(RLIMIT_NOFILE); what is open stays. EINVAL: `soft` is above `hard`. EPERM: `hard` is raised.
    package func setLimits(soft: UInt32, hard: UInt32) throws(Errno) {
        guard soft <= hard else { throw .inval }
        guard hard <= UInt32(hardLimit) else { throw .perm }
        softLimit = Int32(soft)
        hardLimit = Int32(hard)
    }

    // MARK: Storage

    private subscript(fd: Int32) -> Descriptor? {
        if fd >= Self.firstHandle {
            let index = Int(fd - Self.firstHandle)
            return handles.indices.contains(index) ? handles[index] : nil
        }
        return descriptors.indices.contains(Int(fd)) ? descriptors[Int(fd)] : nil
    }

    /// Requires 0 <= fd < limit, and `fd` to be free.
    private func put(_ descriptor: Descriptor, at fd: Int32) {
        while descriptors.count <= Int(fd) { descriptors.append(nil) }
        descriptor.description.descriptorCount += 1
        update(descriptor, at: fd)
    }

    /// Requires `fd` to be open, and to stay with the same description.
    private func update(_ descriptor: Descriptor, at fd: Int32) {
        guard fd < Self.firstHandle else { return handles[Int(fd - Self.firstHandle)] = descriptor }
        descriptors[Int(fd)] = descriptor
        slots[Int(fd)] = Slot(
            hostFD: descriptor.description.hostFD, isOpen: true, rights: Self.rightsOfHostFD(descriptor),
            description: .passUnretained(descriptor.description))
    }

    /// What may be done with the host's descriptor: not to transfer, where the description does that itself.
    private static func rightsOfHostFD(_ descriptor: Descriptor) -> Rights {
        descriptor.description.transfersItself
            ? descriptor.rights.subtracting([.fdRead, .fdWrite]) : descriptor.rights
    }

    private func remove(_ fd: Int32) -> Descriptor? {
        guard let descriptor = self[fd] else { return nil }
        descriptor.description.descriptorCount -= 1
        if fd >= Self.firstHandle {
            handles[Int(fd - Self.firstHandle)] = nil
        } else {
            descriptors[Int(fd)] = nil
            slots[Int(fd)] = Slot()
            lowestFree = min(lowestFree, fd)
        }
        return descriptor
    }

    /// Closes what `descriptor` refers to, unless another descriptor does too.
    private func release(_ descriptor: Descriptor) throws(Errno) {
        let description = descriptor.description
        guard description.descriptorCount == 0 else {
            if hasRecordLocks, description.fileType == .regularFile {
                var everything = FileLock.nothing
                try? Kernel.lock(description.hostFD, .set, ofDescription: false, &everything)
            }
            return
        }
        if !description.memberships.isEmpty { description.leavePollSets() }
        try description.close()
    }

    /// Whether the flat copies agree with the descriptors: for tests.
    func checkInvariants() -> Bool {
        (0..<limit).allSatisfy { fd in
            let slot = slots[Int(fd)]
            guard let descriptor = self[fd] else { return !slot.isOpen && slot.hostFD == -1 }
            return slot.isOpen && slot.hostFD == descriptor.description.hostFD
                && slot.rights == Self.rightsOfHostFD(descriptor)
        } && (0..<min(lowestFree, limit)).allSatisfy { slots[Int($0)].isOpen }
    }
}
