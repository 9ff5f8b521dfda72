// SPDX-License-Identifier: Apache-2.0

// Descriptors on their way through unix domain sockets. The kernel passes what the host has; what the guest may do with
// it is remembered here, so that nothing comes back with more rights than it was sent with.

/// What an instance has sent and may receive again.
package final class PassedDescriptors {
    /// What the kernel tells of both ends: the file, and how it is open.
    private struct Key: Hashable {
        let device: UInt64
        let inode: UInt64
        let mode: Int32
    }

    private struct Entry {
        var descriptor: Descriptor
        /// How many are under way.
        var count: Int
    }

    private var entries: [Key: Entry] = [:]
    /// Those that go to other processes never come back.
    private static let capacity = 4096

    package init() {}

    /// Remembers that `descriptor` was sent. Where it cannot be told from one sent before (one file, opened twice in
    /// the same way), both arrive with what they have in common.
    package func note(_ descriptor: Descriptor) {
        guard let key = key(of: descriptor.description.hostFD) else { return }
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
            if entries.count >= Self.capacity { entries.removeAll() }
            entries[key] = Entry(descriptor: descriptor, count: 1)
        }
    }

    /// The descriptor for what arrived as the host's `hostFD`, which it takes over; nil, and nothing is taken over, for
    /// a directory of another process: nobody has said what may be done beneath it. `isLast`: it does not stay in the
    /// socket as well.
    package func descriptor(receivedAs hostFD: Int32, isLast: Bool) -> Descriptor? {
        if let key = key(of: hostFD), var entry = entries[key] {
            entry.count -= isLast ? 1 : 0
            entries[key] = entry.count > 0 ? entry : nil
            var descriptor = entry.descriptor
            descriptor.description = descriptor.description.copy(hostFD: hostFD)
            return descriptor
        }
        guard let (type, rights) = try? Kernel.inspect(hostFD), type != .directory else { return nil }
        return Descriptor(File(hostFD: hostFD, fileType: type, rights: rights, isReadOnly: true, arrived: true))
    }

    /// As when it was received, but it is not to be had.
    package func forget(_ hostFD: Int32, isLast: Bool) {
        guard isLast, let key = key(of: hostFD), var entry = entries[key] else { return }
        entry.count -= 1
        entries[key] = entry.count > 0 ? entry : nil
    }

    private func key(of hostFD: Int32) -> Key? {
        guard let status = try? Kernel.status(hostFD), let mode = try? Kernel.accessMode(hostFD) else { return nil }
        return Key(device: status.device, inode: status.inode, mode: mode)
    }
}
