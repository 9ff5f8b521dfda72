// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WASI
@testable import WASINetworking

/// Makes every system call of a conversation fail in turn: the guest gets the error, and its table stays in order.
@Suite struct FaultTests {
    /// A conversation over loopback that goes on whatever fails, and the errors it met.
    private func converse(_ guest: Guest) -> [Errno] {
        var errors: [Errno] = []
        func step(_ result: Errno) { if result != .success { errors.append(result) } }
        guest.store(UInt32.max, at: 4)
        step(guest("wasi_instance_network", "default_network", 0))
        let network = guest.u32(0)
        step(guest("wasi_socket_tcp", "create_tcp_socket", network, 1, 0, 4))
        let listener = guest.u32(4)
        guest.write(.internet(InternetAddress(.loopbackV4, port: 0)), at: 16)
        step(guest("wasi_socket_tcp", "bind", listener, 16))
        step(guest("wasi_socket_tcp", "listen", listener, 5))
        step(guest("wasi_socket", "local_address", listener, 16))
        guest.store(UInt32.max, at: 4)
        step(guest("wasi_socket_tcp", "create_tcp_socket", network, 1, 1, 4))
        let client = guest.u32(4)
        step(guest("wasi_socket_tcp", "connect", client, 16))
        step(guest("wasi_socket", "set_option", client, option("TCP_NODELAY"), 16, 4))
        guest.vector("x")
        step(guest("wasi_socket", "send", client, 1000, 1, 0, 0, 0, 0, 8))
        step(guest("wasi_socket", "receive", client, 1000, 1, 0, 200, 0, 0, 40))
        step(guest("wasi_socket", "shutdown", client, 2))
        for fd in guest.system.descriptors.openNumbers { try? guest.system.descriptors.close(fd) }
        return errors
    }

    @Test func everyCallFailsInTurn() throws {
        let policy = try SocketFunctionTests.policy(["tcp://127.0.0.1:*"], ["tcp://127.0.0.1:0"])
        // Nothing to read, and a connection that goes on in the background, are errors without any fault.
        let (usual, calls) = try Kernel.withFault(nth: 0, error: 0) { converse(try Guest(policy)) }
        #expect(calls > 10)
        #expect(Set(usual).isSubset(of: [.inprogress, .again]))
        for nth in 1...calls {
            let guest = try Guest(policy)
            // EPROTO: no call gives that by itself.
            let (errors, _) = Kernel.withFault(nth: nth, error: 71) { converse(guest) }
            #expect(nth > calls - 2 || errors.contains(.proto), "call \(nth): \(errors)")
            #expect(guest.system.descriptors.openCount == 0 && guest.system.descriptors.checkInvariants())
        }
    }
}
