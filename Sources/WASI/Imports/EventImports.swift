// SPDX-License-Identifier: Apache-2.0

// The imports of wasi_event: counters, timers, signals and changes of files as descriptors.

/// Flags of the calls that create such a descriptor.
private struct CreateFlags: OptionSet {
    var rawValue: UInt32
    static let nonblock = CreateFlags(rawValue: 1), closeOnExec = CreateFlags(rawValue: 2)
    /// __WASI_EVENT_SEMAPHORE.
    static let semaphore = CreateFlags(rawValue: 4)
}

enum EventImports {
    static var rows: [ImportRow] {
        [
            ImportRow("wasi_event", "create_counter", [.u32("initial"), .u32("flags"), .pointer("fd")], createCounter),
            ImportRow("wasi_event", "create_timer", [.u32("clock"), .u32("flags"), .pointer("fd")], createTimer),
            ImportRow(
                "wasi_event", "set_timer",
                [.i32("fd"), .u32("flags"), .u64("first"), .u64("interval"), .pointer("previous")], setTimer),
            ImportRow("wasi_event", "get_timer", [.i32("fd"), .pointer("setting")], getTimer),
            ImportRow(
                "wasi_event", "create_signals",
                [.u64("mask"), .pointer("names"), .u32("flags"), .pointer("fd")], createSignals),
            ImportRow("wasi_event", "set_signals", [.i32("fd"), .u64("mask")], setSignals),
            ImportRow("wasi_event", "create_watcher", [.u32("flags"), .pointer("fd")], createWatcher),
            ImportRow(
                "wasi_event", "add_watch",
                [
                    .i32("fd"), .i32("directory"), .text("path"), .u32("path_length"), .u32("mask"), .pointer("watch"),
                ], addWatch),
            ImportRow("wasi_event", "remove_watch", [.i32("fd"), .i32("watch")], removeWatch),
        ]
    }

    /// Makes a descriptor and writes its number at `pointer`. EINVAL: a flag that is not in `allowed`.
    fileprivate static func create(
        _ call: GuestCall, _ system: WASISystem, flags: UInt32, allowed: CreateFlags, at pointer: UInt32,
        _ make: (CreateFlags) throws(Errno) -> OpenDescription
    ) throws(Errno) {
        let flags = CreateFlags(rawValue: flags)
        guard flags.isSubset(of: allowed) else { throw .inval }
        try call.check(pointer, count: 4)
        _ = try system.descriptors.lowestFree()
        let descriptor = Descriptor(try make(flags), closeOnExec: flags.contains(.closeOnExec))
        try call.store(try system.descriptors.insert(descriptor), at: pointer)
    }

    static func createCounter(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try create(
            call, system, flags: call.u32(1), allowed: [.nonblock, .closeOnExec, .semaphore], at: call.u32(2)
        ) { (flags) throws(Errno) in
            let fd = try Kernel.createCounter(
                call.u32(0), semaphore: flags.contains(.semaphore), nonblocking: flags.contains(.nonblock))
            return OpenDescription(hostFD: fd, fileType: .unknown, rights: .pipe)
        }
    }

    static func createTimer(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        // Those that measure processor time do not wake anyone.
        guard call.u32(0) <= 1 else { throw .inval }
        let clock = try Kernel.clock(call.u32(0))
        try create(call, system, flags: call.u32(1), allowed: [.nonblock, .closeOnExec], at: call.u32(2)) {
            (flags) throws(Errno) in
            let fd = try Kernel.createTimer(clock, nonblocking: flags.contains(.nonblock))
            return OpenDescription(hostFD: fd, fileType: .unknown, rights: .pipe)
        }
    }

    static func setTimer(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let flags = call.u32(1), previous = call.u32(4)
        guard flags & ~3 == 0 else { throw .inval }
        if previous != 0 { try call.check(previous, count: 16) }
        let before = try Kernel.setTimer(
            try system.descriptors.hostFD(call.i32(0)), TimerSetting(first: call.u64(2), interval: call.u64(3)),
            absolute: flags & 1 != 0, cancelOnSet: flags & 2 != 0)
        if previous != 0 { try before.store(call, at: previous) }
    }

    static func getTimer(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(1), count: 16)
        try Kernel.timer(try system.descriptors.hostFD(call.i32(0))).store(call, at: call.u32(1))
    }

    static func createSignals(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let names = SignalNames(try call.bytes(at: call.u32(1), count: SignalNames.size))
        try create(call, system, flags: call.u32(2), allowed: [.nonblock, .closeOnExec], at: call.u32(3)) {
            (flags) throws(Errno) in
            try SignalDescription(
                mask: call.u64(0), of: system.signals, names: names, nonblocking: flags.contains(.nonblock))
        }
    }

    static func setSignals(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        guard let signals = try system.descriptors.description(call.i32(0)) as? SignalDescription else { throw .inval }
        signals.setMask(call.u64(1))
    }
}

// MARK: - Changes of files

extension EventImports {
    static func createWatcher(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try create(call, system, flags: call.u32(0), allowed: [.nonblock, .closeOnExec], at: call.u32(1)) {
            (flags) throws(Errno) in
            let fd = try Kernel.createWatcher(nonblocking: flags.contains(.nonblock))
            return OpenDescription(hostFD: fd, fileType: .unknown, rights: Rights.pipe.subtracting(.fdWrite))
        }
    }

    /// IN_DONT_FOLLOW, and every bit that inotify_add_watch takes.
    private static let dontFollow: UInt32 = 1 << 25, watchable: UInt32 = 0xb700_0fff

    static func addWatch(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let path = try call.string(at: call.u32(2), length: call.u32(3))
        let mask = call.u32(4)
        guard mask & ~watchable == 0 else { throw .inval }
        try call.check(call.u32(5), count: 4)
        let fd = try system.descriptors.hostFD(call.i32(0))
        let directory = try system.directory(call.i32(1), .pathFilestatGet)
        try directory.requireVisible(path)
        let watch = try system.paths.withReference(directory.hostFD, path, follows: mask & dontFollow == 0) {
            (reference) throws(Errno) in try Kernel.addWatch(fd, reference: reference, mask: mask)
        }
        try call.store(watch, at: call.u32(5))
    }

    static func removeWatch(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try Kernel.removeWatch(try system.descriptors.hostFD(call.i32(0)), call.i32(1))
    }
}

extension TimerSetting {
    /// Writes __wasi_event_timer_t.
    func store(_ call: GuestCall, at pointer: UInt32) throws(Errno) {
        let record = try call.bytes(at: pointer, count: UInt32(16))
        record.storeBytes(of: first, toByteOffset: 0, as: UInt64.self)
        record.storeBytes(of: interval, toByteOffset: 8, as: UInt64.self)
    }
}
