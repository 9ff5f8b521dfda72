// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing
import WasmFormat

@_spi(Descriptions) @testable import WASI

// The tables as such: names, types, traces, and arguments that no program would pass.

/// Preview 1 by name, with its parameters as letters: i is i32, I is i64. Written from the witx, not from the table.
private let preview1 = """
    args_get ii|args_sizes_get ii|environ_get ii|environ_sizes_get ii|clock_res_get ii|clock_time_get iIi
    fd_advise iIIi|fd_allocate iII|fd_close i|fd_datasync i|fd_fdstat_get ii|fd_fdstat_set_flags ii
    fd_fdstat_set_rights iII|fd_filestat_get ii|fd_filestat_set_size iI|fd_filestat_set_times iIIi|fd_pread iiiIi
    fd_prestat_get ii|fd_prestat_dir_name iii|fd_pwrite iiiIi|fd_read iiii|fd_readdir iiiIi|fd_renumber ii
    fd_seek iIii|fd_sync i|fd_tell ii|fd_write iiii|path_create_directory iii|path_filestat_get iiiii
    path_filestat_set_times iiiiIIi|path_link iiiiiii|path_open iiiiiIIii|path_readlink iiiiii
    path_remove_directory iii|path_rename iiiiii|path_symlink iiiii|path_unlink_file iii|poll_oneoff iiii
    proc_exit i|proc_raise i|sched_yield |random_get ii|sock_accept iii|sock_recv iiiiii|sock_send iiiii
    sock_shutdown ii
    """

extension WASITests {
    @Suite struct ImportRowTests {
        @Test func preview1IsComplete() {
            var expected: [String: FunctionType] = [:]
            for entry in preview1.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                let parts = entry.split(separator: " ", maxSplits: 1)
                let parameters = (parts.count > 1 ? parts[1] : "").map { $0 == "I" ? ValueType.i64 : .i32 }
                expected[String(parts[0])] = FunctionType(parameters, parts[0] == "proc_exit" ? [] : [.i32])
            }
            #expect(expected.count == 46)
            #expect(Dictionary(uniqueKeysWithValues: Preview1.rows.map { ($0.name, $0.type) }) == expected)
        }

        /// Each argument in turn, and all at once, is what no honest program passes; the rest are zero, or lead to memory.
        @Test(arguments: [0xffff_ffff, 0xffff_fff8, 0x8000_0000, 0x7fff_ffff, UInt64(Guest.memorySize) - 1])
        func hostileArgumentsAreErrors(_ hostile: UInt64) throws {
            let guest = try Guest(environment: ["A=1"])
            let before = hostDescriptorCount()
            for row in Preview1.rows + HostImports.rows where !["send", "set_alarm", "set_action"].contains(row.name) {
                let count = row.parameters.count
                let kinds = row.parameters.map(\.kind)
                for base: UInt64 in [0, 3, 1024] {
                    let plain = kinds.map { $0 == .i32 ? 3 : $0 == .pointer || $0 == .text ? 1024 : base }
                    for index in 0..<count {
                        var arguments = plain
                        arguments[index] = hostile
                        // Waiting for nothing, or for the end of memory's patience, would be right and take forever.
                        if row.name == "poll" { arguments[2] = 0 }
                        if row.name == "wait" { arguments[1] = 0 }
                        if ["fd_close", "fd_renumber", "close_range"].contains(row.name) { continue }
                        _ = guest.call(row, arguments)
                    }
                }
                var all = [UInt64](repeating: hostile, count: count)
                if row.name == "poll" { all[2] = 0 }
                if count > 0, row.module != "wasi_signal", row.name != "proc_exit" {
                    #expect(guest.call(row, all) != .success, "\(row.name)")
                }
            }
            for fd in guest.system.descriptors.openNumbers where fd != 3 { try guest.system.descriptors.close(fd) }
            #expect(hostDescriptorCount() == before)
        }

        /// Every address that a row takes is checked, when everything else is right.
        @Test func eachBadPointerIsEFAULT() throws {
            let guest = try Guest()
            guest.makeFile("file", "text")
            let file = UInt64(guest.open("file", rights: .regularFile).fd)
            let (name, length) = guest.path("file")
            let (new, newLength) = guest.path("new")
            let room = guest.allocate(4096)
            let vector = guest.vector(16).vector
            let subscription = guest.allocate(48)
            let good: [(String, [UInt64])] = [
                ("args_get", [room, room]), ("args_sizes_get", [room, room]), ("environ_sizes_get", [room, room]),
                ("clock_res_get", [0, room]), ("clock_time_get", [0, 0, room]), ("fd_fdstat_get", [file, room]),
                ("fd_filestat_get", [file, room]), ("fd_pread", [file, vector, 1, 0, room]),
                ("fd_prestat_get", [3, room]), ("fd_prestat_dir_name", [3, room, 1]),
                ("fd_pwrite", [file, vector, 1, 0, room]), ("fd_read", [file, vector, 1, room]),
                ("fd_readdir", [3, room, 4096, 0, room]), ("fd_seek", [file, 0, 0, room]), ("fd_tell", [file, room]),
                ("fd_write", [file, vector, 1, room]), ("path_create_directory", [3, new, newLength]),
                ("path_filestat_get", [3, 0, name, length, room]),
                ("path_filestat_set_times", [3, 0, name, length, 0, 0, 0]),
                ("path_link", [3, 0, name, length, 3, new, newLength]),
                ("path_open", [3, 0, name, length, 0, 2, 0, 0, room]),
                ("path_readlink", [3, name, length, room, 64, room]), ("path_remove_directory", [3, new, newLength]),
                ("path_rename", [3, name, length, 3, new, newLength]),
                ("path_symlink", [name, length, 3, new, newLength]), ("path_unlink_file", [3, new, newLength]),
                ("poll_oneoff", [subscription, room, 1, room]), ("random_get", [room, 16]),
                ("wasi_fd.dup", [file, 0, 0, room]), ("wasi_fd.pipe", [0, room, room]),
                ("wasi_fd.get_flags", [file, room]), ("wasi_file.make_fifo", [3, new, newLength, 0o666]),
                ("wasi_event.create_watcher", [0, room]), ("wasi_fd.lock", [file, 0, room]),
                ("wasi_fd.available", [file, room]),
                ("wasi_poll.poll", [room, 1, 0, room, room]), ("wasi_signal.set_mask", [0, room]),
                ("wasi_signal.pending", [room]), ("wasi_signal.set_alarm", [0, 0, 0, room]),
                ("wasi_signal.get_alarm", [0, room]), ("wasi_signal.information", [room]),
                ("wasi_signal.wait", [0, 0, room]), ("wasi_signal.create_timer", [1, 0, 0, 0, room]),
            ]
            let rows = Dictionary(
                uniqueKeysWithValues: (Preview1.rows + HostImports.rows).map { row in
                    (row.module == Preview1.module ? row.name : "\(row.module).\(row.name)", row)
                })
            for (name, arguments) in good {
                let row = try #require(rows[name])
                try #require(row.parameters.count == arguments.count, "\(name)")
                for (index, parameter) in row.parameters.enumerated()
                where parameter.kind == .pointer || parameter.kind == .text {
                    var bad = arguments
                    bad[index] = UInt64(Guest.memorySize)
                    #expect(guest.call(row, bad) == .fault, "\(name) \(parameter.name)")
                }
            }
            #expect(guest.exists("file") && !guest.exists("new"))
        }

        @Test func vectorsAreCheckedOneByOne() throws {
            let guest = try Guest()
            let fd = guest.open("file", oflags: .creat, rights: .regularFile).fd
            let vectors = guest.allocate(8 * 1025)
            let result = guest.allocate(4)
            #expect(guest.call("fd_write", UInt64(fd), vectors, 1025, result) == .inval)
            #expect(guest.call("fd_write", UInt64(fd), vectors, 1024, result) == .success)
            #expect(guest.call("fd_write", UInt64(fd), vectors, 0, result) == .success)
            guest.store(UInt32(Guest.memorySize) - 4, vectors + 8 * 700)
            guest.store(UInt32(5), vectors + 8 * 700 + 4)
            #expect(guest.call("fd_write", UInt64(fd), vectors, 1024, result) == .fault)
            #expect(guest.call("fd_write", UInt64(fd), vectors, 700, result) == .success)
            guest.store(UInt32.max, vectors + 4)
            // Nothing is read at the end of the file, into nowhere or elsewhere.
            #expect(guest.call("fd_read", UInt64(fd), vectors, 1, result) == .success)
            guest.store(UInt32(1), vectors + 8 + 4)
            #expect(guest.call("fd_pwrite", UInt64(fd), vectors + 8, 1, 0, result) == .success)
            #expect(guest.call("fd_pread", UInt64(fd), vectors, 1, 0, result) == .fault)
            // Nothing at the very end of memory is inside.
            guest.store(UInt32(Guest.memorySize), vectors)
            guest.store(UInt32(0), vectors + 4)
            #expect(guest.call("fd_read", UInt64(fd), vectors, 1, result) == .success)
        }

        @Test func tracesShowNamesAndText() throws {
            let guest = try Guest()
            let row = try #require(Preview1.rows.first { $0.name == "path_unlink_file" })
            let (name, length) = guest.path("a name")
            var slots: [UInt64] = [3, name, length]
            let text = slots.withUnsafeMutableBufferPointer {
                // swift-format-ignore: NeverForceUnwrap
                row.description(of: GuestCall(slots: $0.baseAddress!, memory: guest.memory))
            }
            #expect(text == "wasi_snapshot_preview1.path_unlink_file(fd=3,path=\"a name\",path_len=6)")
        }
    }
}
