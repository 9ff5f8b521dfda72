// SPDX-License-Identifier: Apache-2.0

import WASI

// Setting options: what the network has to permit before the kernel is asked.

extension SocketFunctions {
    /// Sets an option of the guest's socket `fd`, which is the host's `hostFD`. `value` is the guest's memory: what is
    /// judged is copied first.
    func setOption(
        _ option: SocketOption, of fd: Int32, _ hostFD: Int32, _ value: UnsafeRawBufferPointer, _ system: WASISystem
    ) throws(Errno) {
        switch option.kind {
        case .time:
            guard value.count == 8 else { throw try Kernel.onSocket(hostFD, .inval) }
            try Kernel.setSocketOption(
                hostFD, option, nanoseconds: UInt64(littleEndian: value.loadUnaligned(as: UInt64.self)))
        case .interface, .mreq, .mreqSource, .mreq6, .group, .groupSource:
            guard let membership = MulticastMembership(value) else {
                return try Kernel.setSocketOption(hostFD, option, [])
            }
            if option.joins { try permitJoining(membership.group, fd, system) }
            try Kernel.setSocketOption(hostFD, option, membership)
        case .filter4, .filter:
            guard let filter = try MulticastFilter(value, hasSources: true) else {
                return try Kernel.setSocketOption(hostFD, option, [])
            }
            try permitJoining(filter.membership.group, fd, system)
            try Kernel.setSocketOption(hostFD, option, filter)
        default:
            let bytes = Array(value.prefix(SocketOption.maximumLength))
            if option.code == SocketOption.ipOptionsCode && IPHeaderOptions.haveSourceRoute(bytes) {
                try (try? socket(fd, of: system))?.network.authorizeSourceRoutes()
            }
            try Kernel.setSocketOption(hostFD, option, bytes)
        }
    }

    /// Throws unless the socket may join `group`. What is not a group, and a socket that cannot join any, is left to the
    /// kernel to refuse.
    private func permitJoining(_ group: InternetAddress?, _ fd: Int32, _ system: WASISystem) throws(Errno) {
        guard let group, group.address.isMulticast, (try? unixSocket(fd, of: system)) == nil else { return }
        try socket(fd, of: system).permitJoining(group.address)
    }
}
