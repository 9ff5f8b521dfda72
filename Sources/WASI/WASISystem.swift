// SPDX-License-Identifier: Apache-2.0

import WasmEngine

// What one instance has of the system: arguments, environment, descriptors, signals.

/// The system as one instance sees it. Every import's body is handed the one it acts on.
///
///     let system = WASISystem(arguments: ["prog"], environment: ["HOME=/"])
///     try system.addStandardStreams()
///     try system.preopen(hostPath: ".", as: "/", readOnly: true)
///     let store = Store()
///     let instance = try Instance(module: module, imports: system.imports, store: store) { system.attach($0) }
///     defer { system.detach() }
///     _ = try instance.invoke("_start")
///
/// A program that ends by `exit` throws a trap whose reason is `.exit`. A system is for one instance and one thread.
public final class WASISystem {
    /// The program's arguments, its name first.
    public let arguments: [String]
    /// The environment, as `NAME=value`.
    public let environment: [String]
    /// The descriptors.
    package let descriptors: DescriptorTable
    /// The signals.
    package let signals = Signals()
    /// The processes of the program, this one among them.
    package let processes = Processes()
    /// What a network adds to the imports.
    package var networkRows: [ImportRow] = []
    /// The files in its memory.
    let mappings = FileMappings()
    /// How paths are resolved.
    var paths = PathResolver()
    /// The permissions, of 0o777, that files made by the guest do not get: its umask, which it can change. What the
    /// mask of this process takes away (see `umask(2)`) they do not get either.
    public var fileModeMask: UInt32 = 0o022

    /// A system with these arguments and variables, and no descriptors yet. Arguments and variables end at a NUL.
    public init(arguments: [String], environment: [String] = [], descriptorLimit: Int = 1024) {
        self.arguments = arguments
        self.environment = environment
        descriptors = DescriptorTable(limit: descriptorLimit)
        // Nobody keeps these but the system itself.
        processes.whenForked.append { [unowned self] in
            signals.startOver()
            for case let signals as SignalDescription in descriptors.openDescriptions { signals.startOver() }
        }
    }

    /// The imports that this system provides: WASI preview 1, and what this package has beyond it. Sockets are among them
    /// once the system was given a network (`WASINetworking`).
    public var imports: Imports {
        var imports = Imports()
        for (name, function) in ImportTable(rows).hostFunctions(for: self) {
            imports[name.module, name.name] = .host(function)
        }
        return imports
    }

    /// The imports as rows.
    package var rows: [ImportRow] { Preview1.rows + HostImports.rows + networkRows }

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
    /// of libdispatch do). Called once, before the program starts: `Instance`'s `beforeStart` is the place. From then on this process ignores SIGPIPE: a broken
    /// connection is EPIPE to the guest, and no end to the host.
    public func attach(_ instance: Instance) {
        Kernel.ignoreBrokenPipes()
        signals.attach(instance)
    }

    /// Ends what `attach` began: before the instance's store goes.
    public func detach() { signals.detach() }
}
