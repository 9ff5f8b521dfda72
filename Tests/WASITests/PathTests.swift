// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization
import Testing

@_spi(Descriptions) @testable import WASI

// Paths: what they reach, and that they reach nothing else. Every test runs with openat2 and with the walk.

extension WASITests {
    @Suite struct PathTests {
        /// A directory with a secret beside it, and links of every kind.
        private func prison(_ usesOpenat2: Bool, readOnly: Bool = false) throws -> Guest {
            let guest = try Guest(readOnly: readOnly, usesOpenat2: usesOpenat2)
            guest.makeDirectory("sub")
            guest.makeDirectory("sub/deeper")
            guest.makeFile("sub/file", "inside")
            guest.makeFile("file", "top")
            guest.makeLink("absolute", to: "/etc")
            guest.makeLink("up", to: "..")
            guest.makeLink("sub/up-up", to: "../..")
            guest.makeLink("sub/up-file", to: "../file")
            guest.makeLink("chain1", to: "chain2")
            guest.makeLink("chain2", to: "sub/up-file")
            guest.makeLink("escape-chain", to: "sub/up-up/etc")
            guest.makeLink("loop", to: "loop")
            guest.makeLink("dangling", to: "nothing")
            guest.makeLink("link-to-sub", to: "sub")
            guest.makeLink("proc", to: "/proc/self/root")
            return guest
        }

        private static let inside: [(String, Errno)] = [
            ("file", .success), ("./file", .success), ("sub/../file", .success), ("sub/file", .success),
            ("sub//file", .success), ("sub/./deeper/../file", .success), ("chain1", .success),
            ("sub/up-file", .success),
            ("link-to-sub/file", .success), ("link-to-sub/../file", .success), (".", .success), ("sub/", .success),
            ("sub/.", .success), ("sub/..", .success), ("link-to-sub/", .success),
            ("", .noent), ("missing", .noent), ("missing/file", .noent), ("file/", .notdir), ("file/.", .notdir),
            ("file/x", .notdir), ("file/..", .notdir), ("loop", .loop), ("loop/x", .loop), ("dangling", .noent),
            ("chain1/", .notdir),
        ]

        private static let outside = [
            "..", "../", "../x", "/", "/etc/passwd", "absolute", "absolute/passwd", "up", "up/x", "sub/../..",
            "sub/../../x", "sub/up-up", "sub/up-up/etc/passwd", "escape-chain", "proc", "proc/etc/passwd",
            "./../x", "sub/deeper/../../../x", "link-to-sub/../../x",
        ]

        @Test(arguments: [true, false])
        func pathsInsideResolve(_ usesOpenat2: Bool) throws {
            let guest = try prison(usesOpenat2)
            for (path, expected) in Self.inside {
                let (fd, error) = guest.open(path)
                #expect(error == expected, "open \(path)")
                if fd >= 0 { guest.call("fd_close", UInt64(fd)) }
                let (address, length) = guest.path(path)
                #expect(guest.call("path_filestat_get", 3, 1, address, length, 512) == expected, "stat \(path)")
            }
        }

        @Test(arguments: [true, false])
        func noPathLeadsOut(_ usesOpenat2: Bool) throws {
            let guest = try prison(usesOpenat2)
            for path in Self.outside {
                #expect(guest.open(path).error == .perm, "open \(path)")
                #expect(guest.open(path, oflags: .creat, rights: .fdWrite).error == .perm, "create \(path)")
                let (address, length) = guest.path(path)
                #expect(guest.call("path_filestat_get", 3, 1, address, length, 512) == .perm, "stat \(path)")
                #expect(
                    guest.call("path_filestat_set_times", 3, 1, address, length, 0, 0, 0xa) == .perm, "times \(path)")
                #expect(guest.call("path_link", 3, 1, address, length, 3, 512, 3) != .success, "link \(path)")
            }
        }

        /// To the system a slash is a byte. As characters, one that an accent follows is another character, and so is one
        /// that follows an Arabic number sign: a path cut at characters would be shown to the kernel with links in its middle.
        @Test(arguments: [true, false])
        func aSlashBesideAMarkIsASlash(_ usesOpenat2: Bool) throws {
            let guest = try prison(usesOpenat2)
            guest.makeLink("up\u{600}", to: "../..")
            guest.makeLink("root", to: "/\u{301}netwasi-escaped")
            for path in ["up\u{600}/etc/passwd", "up/\u{301}netwasi-escaped", "root", "root/x", "/\u{301}x"] {
                #expect(guest.open(path).error == .perm, "open \(path)")
                #expect(guest.open(path, oflags: .creat, rights: .fdWrite).error == .perm, "create \(path)")
            }
            #expect(guest.open("up\u{600}/").error == .perm)
            let (text, textLength) = guest.path("/\u{301}x")
            let (new, newLength) = guest.path("new")
            #expect(guest.call("path_symlink", text, textLength, 3, new, newLength) == .perm)
            guest.makeDirectory("inside\u{600}")
            guest.makeFile("inside\u{600}/\u{301}file")
            #expect(guest.open("inside\u{600}/\u{301}file").error == .success)
            #expect(guest.open("inside\u{600}/../file").error == .success)
        }

        /// Operations on the name itself do not follow a link of that name, and their way there must stay inside.
        @Test(arguments: [true, false])
        func namesOutsideCannotBeChanged(_ usesOpenat2: Bool) throws {
            let guest = try prison(usesOpenat2)
            let (file, fileLength) = guest.path("file")
            for path in ["../x", "up/x", "absolute/x", "sub/up-up/x", "/x", "sub/../../x", "proc/x", "..", "sub/../.."]
            {
                let (address, length) = guest.path(path)
                #expect(guest.call("path_create_directory", 3, address, length) == .perm, "mkdir \(path)")
                #expect(guest.call("path_remove_directory", 3, address, length) == .perm, "rmdir \(path)")
                #expect(guest.call("path_unlink_file", 3, address, length) == .perm, "unlink \(path)")
                #expect(guest.call("path_rename", 3, address, length, 3, file, fileLength) == .perm, "rename \(path)")
                #expect(
                    guest.call("path_rename", 3, file, fileLength, 3, address, length) == .perm, "rename to \(path)")
                #expect(guest.call("path_symlink", file, fileLength, 3, address, length) == .perm, "symlink \(path)")
                #expect(guest.call("path_link", 3, 0, file, fileLength, 3, address, length) == .perm, "link \(path)")
                #expect(guest.call("path_readlink", 3, address, length, 512, 64, 768) == .perm, "readlink \(path)")
            }
        }

        @Test(arguments: [true, false])
        func linksThemselvesCanBeHandled(_ usesOpenat2: Bool) throws {
            let guest = try prison(usesOpenat2)
            let (link, length) = guest.path("absolute")
            let room = guest.allocate(64)
            #expect(guest.call("path_readlink", 3, link, length, room, 64, 768) == .success)
            #expect(guest.text(room, Int(guest.load(UInt32.self, 768))) == "/etc")
            #expect(guest.call("path_readlink", 3, link, length, room, 2, 768) == .success)
            #expect(guest.load(UInt32.self, 768) == 2)
            #expect(guest.call("path_filestat_get", 3, 0, link, length, room) == .success)
            #expect(guest.load(UInt8.self, room + 16) == FileType.symbolicLink.rawValue)
            #expect(guest.open("absolute", follow: false).error == .loop)
            #expect(guest.open("up/", follow: false).error == .perm)
            let (renamed, renamedLength) = guest.path("renamed")
            #expect(guest.call("path_rename", 3, link, length, 3, renamed, renamedLength) == .success)
            #expect(guest.call("path_unlink_file", 3, renamed, renamedLength) == .success)
            let (file, fileLength) = guest.path("file")
            #expect(guest.call("path_readlink", 3, file, fileLength, room, 64, 768) == .inval)
            #expect(guest.call("path_symlink", guest.path("/etc").0, 4, 3, renamed, renamedLength) == .perm)
            #expect(guest.call("path_symlink", guest.path("sub").0, 3, 3, renamed, renamedLength) == .success)
            #expect(guest.open("renamed/file").error == .success)
        }

        @Test(arguments: [true, false])
        func specialNames(_ usesOpenat2: Bool) throws {
            let guest = try prison(usesOpenat2)
            func make(_ path: String) -> Errno {
                guest.call("path_create_directory", 3, guest.path(path).0, UInt64(path.utf8.count))
            }
            func remove(_ path: String) -> Errno {
                guest.call("path_remove_directory", 3, guest.path(path).0, UInt64(path.utf8.count))
            }
            func unlink(_ path: String) -> Errno {
                guest.call("path_unlink_file", 3, guest.path(path).0, UInt64(path.utf8.count))
            }
            #expect(make("new/") == .success)
            #expect(make("new") == .exist)
            #expect(make(".") == .exist)
            #expect(make("sub/..") == .exist)
            #expect(make("dangling") == .exist)
            #expect(make("") == .noent)
            #expect(make("no/new") == .noent)
            #expect(make("file/new") == .notdir)
            #expect(remove("sub") == .notempty)
            #expect(remove("file") == .notdir)
            #expect(remove("link-to-sub") == .notdir)
            #expect(remove("link-to-sub/") == .notdir)
            #expect(remove("new/.") == .inval)
            #expect(remove("new/") == .success)
            #expect(unlink("sub") == .isdir || unlink("sub") == .perm)
            #expect(unlink("file/") == .notdir)
            #expect(unlink("link-to-sub/") == .notdir)
            #expect(unlink("link-to-sub") == .success)
            #expect(guest.exists("sub/file"))
            #expect(make(String(repeating: "n", count: 256)) == .nametoolong)
            #expect(make(String(repeating: "n/", count: 3000)) == .nametoolong)
            let bytes = guest.put([0x61, 0, 0x62])
            #expect(guest.call("path_create_directory", 3, bytes, 3) == .inval)
            let invalid = guest.put([0x61, 0xff])
            #expect(guest.call("path_create_directory", 3, invalid, 2) == .ilseq)
            // What is longer than any path is not looked at.
            let long = guest.put([UInt8](repeating: 0xff, count: 65_537))
            #expect(guest.call("path_create_directory", 3, long, 65_536) == .ilseq)
            #expect(guest.call("path_create_directory", 3, long, 65_537) == .nametoolong)
        }

        /// A descriptor of a directory inside is the end of the world for paths from it.
        @Test(arguments: [true, false])
        func openedDirectoriesConfineToo(_ usesOpenat2: Bool) throws {
            let guest = try prison(usesOpenat2)
            let sub = UInt64(guest.open("sub", oflags: .directory, rights: .directory).fd)
            #expect(guest.open("file", at: sub).error == .success)
            #expect(guest.open("../file", at: sub).error == .perm)
            #expect(guest.open("up-file", at: sub).error == .perm)
            #expect(guest.open("file", at: UInt64(guest.open("file").fd)).error == .notdir)
        }

        @Test(arguments: [true, false])
        func creatingThroughADanglingLinkStaysInside(_ usesOpenat2: Bool) throws {
            let guest = try prison(usesOpenat2)
            #expect(guest.open("dangling", oflags: [.creat, .excl], rights: .fdWrite).error == .exist)
            #expect(guest.open("dangling", oflags: .creat, rights: .fdWrite).error == .success)
            #expect(guest.exists("nothing"))
            guest.makeLink("out", to: "../netwasi-escaped")
            #expect(guest.open("out", oflags: .creat, rights: .fdWrite).error == .perm)
            var status = stat()
            #expect(lstat("/tmp/netwasi-escaped", &status) != 0)
        }

        /// Someone swaps a directory and a link that leads out while the guest keeps opening a file through that name.
        @Test(arguments: [true, false])
        func renamesMeanwhileDoNotHelp(_ usesOpenat2: Bool) throws {
            let guest = try Guest(usesOpenat2: usesOpenat2)
            guest.makeDirectory("a")
            guest.makeFile("a/netwasi-secret", "inside")
            guest.makeLink("b", to: "../netwasi-outside-\(getpid())-\(usesOpenat2)")
            let outside = "/tmp/netwasi-outside-\(getpid())-\(usesOpenat2)"
            mkdir(outside, 0o755)
            defer { removeTree(outside) }
            let fd = Glibc.open("\(outside)/netwasi-secret", O_WRONLY | O_CREAT, 0o644)
            _ = Glibc.write(fd, "outside", 7)
            Glibc.close(fd)

            let swapper = Swapper(guest.hostPath("a"), guest.hostPath("b"))
            let thread = swapper.start()
            defer { swapper.stop(thread) }
            var opened = 0, refused = 0
            let (address, length) = guest.path("a/netwasi-secret")
            let (vector, bytes) = guest.vector(16)
            for _ in 0..<20_000 where opened < 2000 || refused < 100 {
                let error = guest.call("path_open", 3, 1, address, length, 0, 2, 0, 0, 512)
                guard error == .success else {
                    #expect(error == .perm || error == .noent || error == .again || error == .notdir || error == .loop)
                    refused += 1
                    continue
                }
                let fd = UInt64(guest.load(UInt32.self, 512))
                #expect(guest.call("fd_read", fd, vector, 1, 768) == .success)
                #expect(guest.text(bytes, 6) == "inside")
                guest.call("fd_close", fd)
                opened += 1
            }
            #expect(opened > 0)
        }

        /// The kernel is the oracle for the walk: the same random calls, in two directories alike, end alike.
        @Test(arguments: 1...8)
        func theWalkAgreesWithTheKernel(_ seed: Int) throws {
            let names = [
                "file", "sub", "deeper", "..", ".", "", "link-to-sub", "up-file", "chain1", "loop", "dangling", "new",
                "missing", "link-to-deeper", "nothing",
            ]
            let guests = [try prison(true), try prison(false)]
            for guest in guests { guest.makeLink("sub/link-to-deeper", to: "./deeper/../deeper/.") }
            var random = LinearRandom(state: UInt64(seed))
            for _ in 0..<400 {
                let path = (0...random.next(below: 4)).map { _ in names[random.next(below: names.count)] }
                    .joined(separator: "/")
                let other = names[random.next(below: names.count)] + "/" + names[random.next(below: names.count)]
                let operation = random.next(below: 12)
                let flags = random.next(below: 16)
                let results = guests.map { guest in
                    Self.perform(operation, guest, guest.path(path), guest.path(other), UInt64(flags))
                }
                #expect(results[0] == results[1], "\(operation) \(path) \(other) \(flags)")
            }
        }

        /// One of twelve operations; its error, and what it told.
        private static func perform(
            _ operation: Int, _ guest: Guest, _ path: (UInt64, UInt64), _ other: (UInt64, UInt64), _ flags: UInt64
        ) -> [UInt64] {
            let room: UInt64 = 256
            let follow = flags & 1
            var told: UInt64 = 0
            let error: Errno
            switch operation {
            case 0: error = guest.call("path_create_directory", 3, path.0, path.1)
            case 1: error = guest.call("path_remove_directory", 3, path.0, path.1)
            case 2: error = guest.call("path_unlink_file", 3, path.0, path.1)
            case 3: error = guest.call("path_rename", 3, path.0, path.1, 3, other.0, other.1)
            case 4: error = guest.call("path_link", 3, follow, path.0, path.1, 3, other.0, other.1)
            case 5: error = guest.call("path_symlink", other.0, other.1, 3, path.0, path.1)
            case 6:
                error = guest.call("path_readlink", 3, path.0, path.1, room, 64, 512)
                if error == .success { told = UInt64(guest.load(UInt32.self, 512)) }
            case 7: error = guest.call("path_filestat_set_times", 3, follow, path.0, path.1, 5, 5, 5)
            case 8:
                error = guest.call("path_filestat_get", 3, follow, path.0, path.1, room)
                if error == .success { told = UInt64(guest.load(UInt8.self, room + 16)) }
            default:
                // Creating with O_DIRECTORY is not alike in all kernels.
                let oflags = flags & 1 == 0 ? flags & 0x2 : flags & 0xd
                let rights = flags & 2 == 0 ? Rights.fdRead : [.fdRead, .fdWrite]
                error = guest.call(
                    "path_open", 3, flags >> 3, path.0, path.1, oflags, rights.rawValue, 0, 0, room)
                if error == .success {
                    let fd = UInt64(guest.load(UInt32.self, room))
                    if guest.call("fd_fdstat_get", fd, 512) == .success { told = UInt64(guest.load(UInt8.self, 512)) }
                    guest.call("fd_close", fd)
                }
            }
            return [UInt64(error.rawValue), told]
        }

        @Test func devicesAreNothingButDevices() throws {
            let guest = try Guest()
            try guest.system.addDevices()
            #expect(guest.call("fd_prestat_get", 4, 512) == .success)
            let null = guest.open("null", at: 4, oflags: [.creat, .trunc], rights: [.fdRead, .fdWrite]).fd
            #expect(guest.write(null, "gone") == (4, .success))
            #expect(guest.read(null) == ("", .success))
            let (name, length) = guest.path("null")
            #expect(guest.call("path_filestat_get", 4, 0, name, length, 512) == .success)
            #expect(guest.load(UInt8.self, 512 + 16) == FileType.characterDevice.rawValue)
            for path in ["tty", "shm", "shm/x", "fd/0", "./null/..", "null/", "stdin", "mem"] {
                #expect(guest.open(path, at: 4).error == .noent, "\(path)")
                let (address, length) = guest.path(path)
                #expect(guest.call("path_filestat_get", 4, 1, address, length, 512) == .noent, "\(path)")
            }
            #expect(guest.open("..", at: 4).error == .noent)
            #expect(guest.open("new", at: 4, oflags: .creat, rights: .fdWrite).error == .rofs)
            #expect(guest.open("null", at: 4, oflags: [.creat, .excl], rights: .fdWrite).error == .exist)
            #expect(guest.call("path_unlink_file", 4, name, length) == .rofs)
            let again = UInt64(guest.open(".", at: 4, rights: .directory).fd)
            #expect(guest.open("tty", at: again).error == .noent)
            // A directory given as "/" with a dev in it is enough.
            let other = try Guest()
            other.makeDirectory("dev")
            try other.system.addDevices()
            #expect(other.call("fd_prestat_get", 4, 512) == .badf)
        }

        @Test func readOnlyDirectoriesChangeNothing() throws {
            let guest = try prison(true, readOnly: true)
            let (file, length) = guest.path("file")
            let (new, newLength) = guest.path("new")
            #expect(guest.open("file").error == .success)
            #expect(guest.open("file", rights: [.fdRead, .fdWrite]).error == .rofs)
            #expect(guest.open("file", oflags: .trunc).error == .rofs)
            #expect(guest.open("new", oflags: .creat, rights: .fdRead).error == .rofs)
            #expect(guest.open("file", oflags: .creat, rights: .fdRead).error == .success)
            #expect(guest.open("file", oflags: [.creat, .excl], rights: .fdRead).error == .exist)
            #expect(guest.open("missing", rights: .fdWrite).error == .noent)
            let sub = UInt64(guest.open("sub", oflags: .directory, rights: .directory).fd)
            #expect(guest.open("file", at: sub, rights: .fdWrite).error == .rofs)
            #expect(guest.call("path_create_directory", 3, new, newLength) == .rofs)
            #expect(guest.call("path_unlink_file", 3, file, length) == .rofs)
            #expect(guest.call("path_rename", 3, file, length, 3, new, newLength) == .rofs)
            #expect(guest.call("path_link", 3, 0, file, length, 3, new, newLength) == .rofs)
            #expect(guest.call("path_symlink", file, length, 3, new, newLength) == .rofs)
            #expect(guest.call("path_filestat_set_times", 3, 0, file, length, 0, 0, 0xa) == .rofs)
            let fd = UInt64(guest.open("file", rights: .regularFile.subtracting(.fdWrite)).fd)
            #expect(guest.call("fd_filestat_set_times", fd, 0, 0, 0xa) == .rofs)
            #expect(guest.call("fd_filestat_set_size", fd, 0) != .success)
            #expect(guest.call("fd_allocate", fd, 0, 10) != .success)
            #expect(guest.call("fd_filestat_set_times", 3, 0, 0, 0xa) == .rofs)
        }
    }
}

/// The same numbers every time.
private struct LinearRandom {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}

/// A thread that exchanges two names until it is told to stop.
private final class Swapper: Sendable {
    private let stopped = Atomic(false)
    private let first: String
    private let second: String

    init(_ first: String, _ second: String) {
        self.first = first
        self.second = second
    }

    func start() -> pthread_t {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self).toOpaque()
        pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Swapper>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, context)
        return thread
    }

    func stop(_ thread: pthread_t) {
        stopped.store(true, ordering: .sequentiallyConsistent)
        pthread_join(thread, nil)
    }

    private func run() {
        while !stopped.load(ordering: .sequentiallyConsistent) {
            rename(first, first + ".aside")
            rename(second, first)
            rename(first, second)
            rename(first + ".aside", first)
        }
    }
}
