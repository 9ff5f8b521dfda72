// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@_spi(Descriptions) @testable import WASI

// Descriptors of files: data, positions, flags, rights, status, directories.

extension WASITests {
    @Suite struct FileTests {
        @Test func writesAndReadsBack() throws {
            let guest = try Guest()
            let fd = guest.open("file", oflags: .creat, rights: .regularFile).fd
            #expect(guest.write(fd, "hello, world") == (12, .success))
            #expect(guest.call("fd_seek", UInt64(fd), UInt64(bitPattern: -5), 2, 512) == .success)
            #expect(guest.load(UInt64.self, 512) == 7)
            #expect(guest.read(fd, 100) == ("world", .success))
            #expect(guest.read(fd, 100) == ("", .success))
            #expect(guest.call("fd_tell", UInt64(fd), 512) == .success)
            #expect(guest.load(UInt64.self, 512) == 12)
            let (vector, bytes) = guest.vector(5)
            #expect(guest.call("fd_pread", UInt64(fd), vector, 1, 0, 512) == .success)
            #expect(guest.text(bytes, 5) == "hello")
            #expect(guest.call("fd_pwrite", UInt64(fd), guest.vector(of: "J"), 1, 0, 512) == .success)
            #expect(guest.call("fd_pread", UInt64(fd), vector, 1, 0, 512) == .success)
            #expect(guest.text(bytes, 5) == "Jello")
            #expect(guest.call("fd_pread", UInt64(fd), vector, 1, UInt64.max, 512) == .inval)
            #expect(guest.call("fd_seek", UInt64(fd), 0, 3, 512) == .inval)
            #expect(guest.call("fd_seek", UInt64(fd), UInt64(bitPattern: -1), 0, 512) == .inval)
        }

        @Test func copiesShareTheOffset() throws {
            let guest = try Guest()
            guest.makeFile("file", "abcdef")
            let fd = guest.open("file").fd
            #expect(guest.call("wasi_fd.dup", UInt64(fd), 10, 1, 512) == .success)
            #expect(guest.load(UInt32.self, 512) == 10)
            #expect(guest.read(fd, 3) == ("abc", .success))
            #expect(guest.read(10, 3) == ("def", .success))
            #expect(guest.call("wasi_fd.get_flags", 10, 512) == .success && guest.load(UInt32.self, 512) == 1)
            #expect(guest.call("wasi_fd.get_flags", UInt64(fd), 512) == .success && guest.load(UInt32.self, 512) == 0)
            #expect(guest.call("wasi_fd.set_flags", UInt64(fd), 2) == .inval)
        }

        @Test func accessModesAreWhatWasAskedFor() throws {
            let guest = try Guest()
            let reader = guest.open("file", oflags: .creat, rights: [.fdRead, .fdSeek]).fd
            let writer = guest.open("file", rights: [.fdWrite, .fdSeek]).fd
            #expect(guest.write(reader, "x").1 == .badf)
            #expect(guest.read(writer).1 == .badf)
            #expect(guest.write(writer, "x") == (1, .success))
            #expect(guest.read(reader) == ("x", .success))
            #expect(guest.open(".", rights: [.fdRead, .fdWrite]).error == .isdir)
        }

        @Test func rightsThatWereGivenUpAreENOTCAPABLE() throws {
            let guest = try Guest()
            let fd = guest.open("file", oflags: .creat, rights: .regularFile).fd
            #expect(guest.call("fd_fdstat_get", UInt64(fd), 512) == .success)
            #expect(guest.load(UInt8.self, 512) == FileType.regularFile.rawValue)
            #expect(guest.load(UInt64.self, 520) == Rights.regularFile.rawValue)
            #expect(guest.call("fd_fdstat_set_rights", UInt64(fd), Rights.fdRead.rawValue, 0) == .success)
            #expect(guest.call("fd_fdstat_set_rights", UInt64(fd), Rights.regularFile.rawValue, 0) == .notcapable)
            #expect(guest.write(fd, "x").1 == .notcapable)
            #expect(guest.call("fd_seek", UInt64(fd), 0, 0, 512) == .notcapable)
            #expect(guest.read(fd) == ("", .success))
            // What the directory may pass on limits what is opened beneath it.
            let inheriting = Rights.all.subtracting(.fdWrite)
            #expect(
                guest.call("fd_fdstat_set_rights", 3, Rights.directory.rawValue, inheriting.rawValue) == .notcapable)
            let kept = Rights.directory.union([.fdRead, .fdSeek]).intersection(inheriting)
            #expect(guest.call("fd_fdstat_set_rights", 3, Rights.pathOpen.rawValue, kept.rawValue) == .success)
            #expect(guest.open("file2", oflags: .creat).error == .notcapable)
            let file = guest.open("file", rights: [.fdRead, .fdWrite]).fd
            #expect(guest.write(file, "x").1 == .notcapable)
        }

        @Test func flagsAreThoseOfTheDescription() throws {
            let guest = try Guest()
            let fd = UInt64(guest.open("file", oflags: .creat, rights: .regularFile, fdFlags: .append).fd)
            #expect(guest.call("fd_fdstat_get", fd, 512) == .success)
            #expect(guest.load(UInt16.self, 514) == FDFlags.append.rawValue)
            #expect(guest.call("wasi_fd.dup", fd, 0, 0, 768) == .success)
            let copy = UInt64(guest.load(UInt32.self, 768))
            #expect(guest.call("fd_fdstat_set_flags", fd, UInt64(FDFlags.nonblock.rawValue)) == .success)
            #expect(guest.call("fd_fdstat_get", copy, 512) == .success)
            #expect(guest.load(UInt16.self, 514) == FDFlags.nonblock.rawValue)
            #expect(guest.call("fd_fdstat_set_flags", fd, UInt64(FDFlags.sync.rawValue)) == .notsup)
            #expect(guest.call("fd_fdstat_set_flags", fd, 0x20) == .inval)
        }

        @Test func statusAndTimes() throws {
            let guest = try Guest()
            guest.makeFile("file", "12345")
            let fd = UInt64(guest.open("file", rights: .regularFile).fd)
            #expect(guest.call("fd_filestat_set_times", fd, 1_000_000_001, 2_000_000_002, 5) == .success)
            #expect(guest.call("fd_filestat_get", fd, 512) == .success)
            #expect(guest.load(UInt8.self, 512 + 16) == 4)
            #expect(guest.load(UInt64.self, 512 + 24) == 1)
            #expect(guest.load(UInt64.self, 512 + 32) == 5)
            #expect(guest.load(UInt64.self, 512 + 40) == 1_000_000_001)
            #expect(guest.load(UInt64.self, 512 + 48) == 2_000_000_002)
            let (path, length) = guest.path("file")
            #expect(guest.call("path_filestat_set_times", 3, 0, path, length, 7, 0, 1) == .success)
            #expect(guest.call("path_filestat_get", 3, 0, path, length, 768) == .success)
            #expect(guest.load(UInt64.self, 768 + 40) == 7 && guest.load(UInt64.self, 768 + 48) == 2_000_000_002)
            #expect(guest.load(UInt64.self, 768 + 8) == guest.load(UInt64.self, 512 + 8))
            #expect(guest.call("fd_filestat_set_times", fd, 0, 0, 3) == .inval)
            #expect(guest.call("fd_filestat_set_times", fd, 0, 0, 16) == .inval)
            #expect(guest.call("fd_filestat_set_size", fd, 2) == .success)
            #expect(guest.call("fd_allocate", fd, 0, 100) == .success)
            #expect(guest.call("fd_filestat_get", fd, 512) == .success && guest.load(UInt64.self, 512 + 32) == 100)
            #expect(guest.call("fd_filestat_set_size", fd, UInt64.max) == .inval)
            #expect(guest.call("fd_sync", fd) == .success && guest.call("fd_datasync", fd) == .success)
            for advice: UInt64 in 0...5 { #expect(guest.call("fd_advise", fd, 0, 0, advice) == .success) }
            #expect(guest.call("fd_advise", fd, 0, 0, 6) == .inval)
        }

        @Test func preopensAreFoundByName() throws {
            let guest = try Guest()
            #expect(guest.call("fd_prestat_get", 3, 512) == .success)
            #expect(guest.load(UInt8.self, 512) == 0 && guest.load(UInt32.self, 516) == 1)
            #expect(guest.call("fd_prestat_dir_name", 3, 512, 1) == .success)
            #expect(guest.text(512, 1) == "/")
            #expect(guest.call("fd_prestat_dir_name", 3, 512, 0) == .nametoolong)
            #expect(guest.call("fd_prestat_get", 4, 512) == .badf)
            let other = UInt64(guest.open(".", rights: .directory).fd)
            #expect(guest.call("fd_prestat_get", other, 512) == .badf)
        }

        @Test func pipesBreakWithoutASignal() throws {
            let guest = try Guest()
            signal(SIGPIPE, SIG_IGN)
            #expect(guest.call("wasi_fd.pipe", 3, 512, 516) == .success)
            let (reading, writing) = (Int64(guest.load(UInt32.self, 512)), Int64(guest.load(UInt32.self, 516)))
            #expect(guest.read(reading).1 == .again)
            #expect(guest.write(writing, "abc") == (3, .success))
            #expect(guest.call("wasi_fd.available", UInt64(reading), 512) == .success)
            #expect(guest.load(UInt32.self, 512) == 3)
            #expect(guest.write(reading, "x").1 == .badf)
            #expect(guest.read(writing).1 == .badf)
            #expect(guest.call("fd_seek", UInt64(reading), 0, 0, 512) == .spipe)
            #expect(guest.call("fd_tell", UInt64(reading), 512) == .spipe)
            let (vector, _) = guest.vector(1)
            #expect(guest.call("fd_pread", UInt64(reading), vector, 1, 0, 512) == .spipe)
            #expect(guest.call("wasi_fd.terminal_size", UInt64(reading), 512, 516) == .notty)
            #expect(guest.call("sock_recv", UInt64(reading), vector, 1, 0, 512, 516) == .notsock)
            #expect(guest.call("sock_shutdown", UInt64(reading), 3) == .notsock)
            guest.call("fd_close", UInt64(reading))
            #expect(guest.write(writing, "x").1 == .pipe)
        }

        @Test func pipeNeedsTwoNumbers() throws {
            let guest = try Guest(descriptorLimit: 5)
            let before = hostDescriptorCount()
            for _ in 0..<3 { #expect(guest.open(".").error == .success) }
            #expect(guest.system.descriptors.openNumbers == [0, 1, 2, 3])
            #expect(guest.call("wasi_fd.pipe", 0, 512, 516) == .mfile)
            #expect(hostDescriptorCount() == before + 3)
            #expect(guest.call("wasi_fd.dup", 3, 0, 0, 512) == .success)
            #expect(guest.open("new", oflags: .creat, rights: .fdWrite).error == .mfile)
            #expect(!guest.exists("new"))
        }

        /// Whoever runs the host: what the kernel gives its administrator is not for the guest.
        @Test func pipesHaveALimit() throws {
            let guest = try Guest()
            #expect(guest.call("wasi_fd.pipe", 0, 512, 516) == .success)
            let (end, other) = (UInt64(guest.load(UInt32.self, 512)), UInt64(guest.open(".").fd))
            #expect(guest.call("wasi_fd.pipe_size", end, 1 << 20, 520) == .success)
            #expect(guest.load(UInt32.self, 520) == 1 << 20)
            #expect(guest.call("wasi_fd.pipe_size", end, (1 << 20) + 1, 520) == .perm)
            #expect(guest.call("wasi_fd.pipe_size", end, 1 << 31, 520) == .inval)
            #expect(guest.call("wasi_fd.pipe_size", other, (1 << 20) + 1, 520) == .badf)
        }

        @Test func argumentsAndEnvironment() throws {
            let guest = try Guest(arguments: ["prog", "é", ""], environment: ["A=1"])
            #expect(guest.call("args_sizes_get", 512, 516) == .success)
            #expect(guest.load(UInt32.self, 512) == 3 && guest.load(UInt32.self, 516) == 9)
            #expect(guest.call("args_get", 512, 600) == .success)
            #expect(guest.load(UInt32.self, 512) == 600 && guest.load(UInt32.self, 516) == 605)
            #expect(guest.load(UInt32.self, 520) == 608 && guest.text(600, 9) == "prog\0é\0\0")
            #expect(guest.call("environ_sizes_get", 512, 516) == .success)
            #expect(guest.load(UInt32.self, 512) == 1 && guest.load(UInt32.self, 516) == 4)
            #expect(guest.call("environ_get", 512, 600) == .success && guest.text(600, 4) == "A=1\0")
        }

        @Test func clocksAndRandom() throws {
            let guest = try Guest()
            for id: UInt64 in 0...3 {
                #expect(guest.call("clock_time_get", id, 0, 512) == .success && guest.load(UInt64.self, 512) > 0)
                #expect(guest.call("clock_res_get", id, 512) == .success && guest.load(UInt64.self, 512) > 0)
            }
            #expect(guest.call("clock_time_get", 4, 0, 512) == .inval)
            #expect(guest.call("random_get", 512, 64) == .success)
            #expect((0..<8).contains { guest.load(UInt64.self, 512 + UInt64($0) * 8) != 0 })
            #expect(guest.call("random_get", 512, 0) == .success)
            #expect(guest.call("sched_yield") == .success)
            #expect(guest.call("proc_raise", 0) == .success)
        }
    }
}

extension WASITests {
    @Suite struct DirectoryTests {
        /// The names, read with a buffer of `size` from cookie to cookie, as wasi-libc does.
        private func names(_ guest: Guest, _ fd: UInt64, buffer size: Int, whileReading: (Int) -> Void = { _ in })
            -> [String]
        {
            var names: [String] = []
            var cookie: UInt64 = 0
            let buffer = guest.allocate(size)
            while true {
                guard guest.call("fd_readdir", fd, buffer, UInt64(size), cookie, 512) == .success else {
                    return ["error"]
                }
                let used = Int(guest.load(UInt32.self, 512))
                var offset = 0
                let before = names.count
                while used - offset >= 24 {
                    let length = Int(guest.load(UInt32.self, buffer + UInt64(offset) + 16))
                    guard used - offset >= 24 + length else { break }
                    names.append(guest.text(buffer + UInt64(offset) + 24, length))
                    cookie = guest.load(UInt64.self, buffer + UInt64(offset))
                    offset += 24 + length
                }
                whileReading(names.count)
                if used < size { return names }
                if names.count == before { return ["buffer too small"] }
            }
        }

        @Test(arguments: [64, 100, 4096, 60_000])
        func everyNameOnceWhateverTheBuffer(_ size: Int) throws {
            let guest = try Guest()
            let expected = (0..<700).map { "file-\($0)" }
            for name in expected { guest.makeFile(name) }
            let fd = UInt64(guest.open(".", oflags: .directory, rights: .directory).fd)
            #expect(names(guest, fd, buffer: size).sorted() == (expected + [".", ".."]).sorted())
            // From the start again.
            #expect(names(guest, fd, buffer: size).count == 702)
        }

        @Test func cookiesSurviveChanges() throws {
            let guest = try Guest()
            let expected = (0..<300).map { "keep-\($0)" }
            for name in expected { guest.makeFile(name) }
            var removed = 0
            let found = names(guest, 3, buffer: 256) { _ in
                guest.makeFile("new-\(removed)")
                unlink(guest.hostPath("new-\(removed - 5)"))
                removed += 1
            }
            #expect(Set(found).isSuperset(of: expected))
            #expect(found.filter { $0.hasPrefix("keep") }.count == 300)
        }

        @Test func typesAndKindsOfErrors() throws {
            let guest = try Guest()
            guest.makeFile("file")
            guest.makeDirectory("directory")
            guest.makeLink("link", to: "file")
            let buffer = guest.allocate(4096)
            #expect(guest.call("fd_readdir", 3, buffer, 4096, 0, 512) == .success)
            var types: [String: UInt8] = [:]
            var offset: UInt64 = 0
            while offset < UInt64(guest.load(UInt32.self, 512)) {
                let length = guest.load(UInt32.self, buffer + offset + 16)
                types[guest.text(buffer + offset + 24, Int(length))] = guest.load(UInt8.self, buffer + offset + 20)
                offset += 24 + UInt64(length)
            }
            #expect(types == [".": 3, "..": 3, "file": 4, "directory": 3, "link": 7])
            let file = UInt64(guest.open("file").fd)
            #expect(guest.call("fd_readdir", file, buffer, 4096, 0, 512) == .notdir)
            #expect(guest.call("fd_readdir", 3, buffer, 4096, UInt64.max, 512) == .inval)
            #expect(guest.read(3).1 == .isdir)
            #expect(guest.write(3, "x").1 == .badf)
        }
    }
}
