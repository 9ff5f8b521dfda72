// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import WASI

// Names in the system's hands: the resolver and the machine's name.

extension Kernel {
    /// The addresses of `name`, in the order in which to try them, and its canonical name where it was asked for.
    static func lookUp(
        _ name: String, _ family: NetworkABI.Family, configuredOnly: Bool = false, wantsCanonicalName: Bool = false
    ) throws(Errno) -> (addresses: [InternetAddress], canonicalName: String?) {
        var hints = addrinfo()
        switch family {
        case .inet: hints.ai_family = AF_INET
        case .inet6: hints.ai_family = AF_INET6
        case .unspecified, .unix: hints.ai_family = AF_UNSPEC
        }
        // One protocol, so that each address comes once.
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = (wantsCanonicalName ? AI_CANONNAME : 0) | (configuredOnly ? AI_ADDRCONFIG : 0)
        var list: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(name, nil, &hints, &list)
        guard result == 0 else { throw lookUpError(result) }
        defer { freeaddrinfo(list) }
        var addresses: [InternetAddress] = []
        let canonicalName = list?.pointee.ai_canonname.map { String(cString: $0) }
        var next = list
        while let entry = next {
            next = entry.pointee.ai_next
            guard let pointer = entry.pointee.ai_addr else { continue }
            let bytes = UnsafeRawBufferPointer(start: pointer, count: Int(entry.pointee.ai_addrlen))
            if case .internet(let address) = SocketAddress(host: bytes) { addresses.append(address) }
        }
        guard !addresses.isEmpty else { throw .nomsg }
        return (addresses, canonicalName)
    }

    /// The name of an address.
    static func name(of address: InternetAddress) throws(Errno) -> String {
        var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let result = SocketAddress.internet(address).withHostAddress { pointer, length in
            getnameinfo(pointer, length, &buffer, socklen_t(buffer.count), nil, 0, NI_NAMEREQD)
        }
        guard result == 0 else { throw lookUpError(result) }
        return string(buffer)
    }

    private static func lookUpError(_ result: Int32) -> Errno {
        switch result {
        case EAI_NONAME: .noent
        // Names that exist without addresses; glibc numbers them, and keeps their names for its own use.
        case -5, -9: .nomsg
        case EAI_AGAIN: .again
        case EAI_MEMORY: .nomem
        default: .io
        }
    }

    /// The machine's name.
    static func hostName() throws(Errno) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        try valueOrErrno { gethostname(&buffer, buffer.count - 1) }
        return string(buffer)
    }

    static func string(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
