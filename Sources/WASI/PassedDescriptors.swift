// SPDX-License-Identifier: Apache-2.0

// Descriptors on their way through unix domain sockets. The kernel passes what the host has; what the guest may do with
// it is remembered here, so that nothing comes back with more rights than it was sent with.

/// What the kernel tells at both ends of a descriptor that is passed on: the file, and how it is open.
struct PassedIdentity: Hashable {
    let device: UInt64
    let inode: UInt64
    let mode: Int32

    init?(of hostFD: Int32) {
        guard let status = try? Kernel.status(hostFD), let mode = try? Kernel.accessMode(hostFD) else { return nil }
        (device, inode, self.mode) = (status.device, status.inode, mode)
    }
}

/// What an instance has sent and may receive again.
package final class PassedDescriptors {
    private struct Entry {
        var descriptor: Descriptor
        /// How many are under way.
        var count: Int
    }

    /// Entries by identity. The one that was changed last, which mostly is the one that is asked for next, is found
    /// without hashing.
    private struct Entries {
        private var latest: (key: PassedIdentity, entry: Entry)?
        private var others: [PassedIdentity: Entry] = [:]

        var count: Int { others.count + (latest == nil ? 0 : 1) }

        /// What arrived as `hostFD`. The kernel is asked first whether it is what was sent last, where that is still open.
        func identity(of hostFD: Int32) -> PassedIdentity? {
            if let latest, let sent = latest.entry.descriptor.description.openHostFD, Kernel.areOne(sent, hostFD) {
                return latest.key
            }
            return PassedIdentity(of: hostFD)
        }

        subscript(key: PassedIdentity) -> Entry? {
            get {
                if let latest, latest.key == key { return latest.entry }
                return others.isEmpty ? nil : others[key]
            }
            set {
                if latest?.key != key {
                    if !others.isEmpty { others[key] = nil }
                    guard newValue != nil else { return }
                    if let latest { others[latest.key] = latest.entry }
                }
                latest = newValue.map { (key, $0) }
            }
        }
    }

    private var entries = Entries()
    /// Those that go to other processes never come back.
    private static let capacity = 4096

    package init() {}

    /// Remembers that `descriptor` was sent. Where it cannot be told from one sent before (one file, opened twice in
    /// the same way), both arrive with what they have in common.
    package func note(_ descriptor: Descriptor) {
        let description = descriptor.description
        // It stays the same as long as the description is open.
        guard let key = description.passedIdentity ?? PassedIdentity(of: description.hostFD) else { return }
        description.passedIdentity = key
        if var entry = entries[key], entry.descriptor.description.fileType == descriptor.description.fileType {
            entry.count += 1
            entry.descriptor.rights.formIntersection(descriptor.rights)
            entry.descriptor.inheriting.formIntersection(descriptor.inheriting)
            if descriptor.description.restriction > entry.descriptor.description.restriction {
                entry.descriptor.description = descriptor.description
            }
            entries[key] = entry
        } else {
            // What is forgotten arrives as from another process.
            if entries.count >= Self.capacity { entries = Entries() }
            entries[key] = Entry(descriptor: descriptor, count: 1)
        }
    }

    /// The descriptor for what arrived as the host's `hostFD`, which it takes over; nil, and nothing is taken over, for
    /// a directory of another process: nobody has said what may be done beneath it. `isLast`: it does not stay in the
    /// socket as well.
    package func descriptor(receivedAs hostFD: Int32, isLast: Bool) -> Descriptor? {
        if let key = entries.identity(of: hostFD), var entry = entries[key] {
            entry.count -= isLast ? 1 : 0
            entries[key] = entry.count > 0 ? entry : nil
            var descriptor = entry.descriptor
            descriptor.description = descriptor.description.copy(hostFD: hostFD)
            descriptor.description.passedIdentity = key
            return descriptor
        }
        guard let (type, rights) = try? Kernel.inspect(hostFD), type != .directory else { return nil }
        return Descriptor(File(hostFD: hostFD, fileType: type, rights: rights, isReadOnly: true, arrived: true))
    }

    /// As when it was received, but it is not to be had.
    package func forget(_ hostFD: Int32, isLast: Bool) {
        guard isLast, let key = entries.identity(of: hostFD), var entry = entries[key] else { return }
        entry.count -= 1
        entries[key] = entry.count > 0 ? entry : nil
    }
}
