// SPDX-License-Identifier: Apache-2.0

import WasmEngine

// What one instance has of the system: arguments, environment, descriptors, signals.

/// The system as one instance sees it. Every import's body is handed the one it acts on.
///
///     let system = WASISystem(arguments: ["prog"], environment: ["HOME=/"])
///     try system.addStandardStreams()
///     try system.preopen(hostPath: ".", as: "/", readOnly: true)
///     let functions = ImportTable(Preview1.rows + HostImports.rows).hostFunctions(for: system)
///     …
///     system.attach(instance)
public final class WASISystem {
    /// The program's arguments, its name first.
    public let arguments: [String]
    /// The environment, as `NAME=value`.
    public let environment: [String]
    /// The descriptors.
    public let descriptors: DescriptorTable
    /// The signals.
    public let signals = Signals()
    /// How paths are resolved.
    var paths = PathResolver()

    /// A system with these arguments and variables, and no descriptors yet. Arguments and variables end at a NUL.
    public init(arguments: [String], environment: [String] = [], descriptorLimit: Int = 1024) {
        self.arguments = arguments
        self.environment = environment
        descriptors = DescriptorTable(limit: descriptorLimit)
    }

    /// Gives the guest the host's standard input, output and error, as 0, 1 and 2. One that is closed stays so.
    public func addStandardStreams() throws(Errno) {
        for fd: Int32 in 0...2 {
            guard let (type, rights) = try? Kernel.inspect(fd) else { continue }
            try descriptors.insert(
                Descriptor(StandardStream(hostFD: fd, fileType: type, rights: rights)), from: fd)
        }
    }

    /// Gives the guest a directory of the host, under the name `guestPath`, at the lowest free descriptor from 3 on.
    public func preopen(hostPath: String, as guestPath: String, readOnly: Bool) throws(Errno) {
        let directory = Directory(
            hostFD: try Kernel.openDirectory(hostPath), preopenName: guestPath, isReadOnly: readOnly)
        try descriptors.insert(
            Descriptor(directory, inheriting: Rights.directory.union(.regularFile)), from: 3)
    }

    /// Gives the guest a /dev with null, zero, full, random and urandom, which no daemon starts without, unless a
    /// directory given already has one for it. After the directories.
    public func addDevices() throws(Errno) {
        for directory in preopens {
            if directory.preopenName == "/dev" || directory.preopenName == "/dev/" { return }
            if directory.preopenName == "/", (try? Kernel.status(directory.hostFD, "dev")) != nil { return }
        }
        guard let fd = try? Kernel.openDirectory("/dev") else { return }
        let directory = Directory(
            hostFD: fd, preopenName: "/dev", isReadOnly: true, devices: Directory.harmlessDevices)
        try descriptors.insert(Descriptor(directory, inheriting: Rights.directory.union(.regularFile)), from: 3)
    }

    var preopens: [Directory] {
        descriptors.openNumbers.compactMap { try? descriptors.description($0) as? Directory }
    }

    /// Lets signals reach `instance`, on the calling thread, which runs it and must not block signals (as the threads
    /// of libdispatch do). Called once, before the program starts. From then on this process ignores SIGPIPE: a broken
    /// connection is EPIPE to the guest, and no end to the host.
    public func attach(_ instance: Instance) {
        Kernel.ignoreBrokenPipes()
        signals.attach(instance)
    }

    /// Ends what `attach` began: before the instance's store goes.
    public func detach() { signals.detach() }
}
