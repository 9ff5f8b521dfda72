// SPDX-License-Identifier: Apache-2.0

import CKernel

// The imports of wasi_fd about terminals: those that the program was started with, hardly ever others.

enum TerminalImports {
    static var rows: [ImportRow] {
        [
            ImportRow("wasi_fd", "terminal_size", [.i32("fd"), .pointer("rows"), .pointer("columns")], size),
            ImportRow("wasi_fd", "terminal_set_size", [.i32("fd"), .u32("rows"), .u32("columns")], setSize),
            ImportRow("wasi_fd", "terminal_get", [.i32("fd"), .pointer("settings")], get),
            ImportRow("wasi_fd", "terminal_set", [.i32("fd"), .u32("when"), .pointer("settings")], set),
            ImportRow("wasi_fd", "terminal_control", [.i32("fd"), .u32("operation"), .i32("argument")], control),
            ImportRow("wasi_fd", "terminal_foreground", [.i32("fd"), .pointer("foreground")], foreground),
        ]
    }

    static func size(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.descriptors.hostFD(call.i32(0))
        try call.check(call.u32(1), count: 2)
        try call.check(call.u32(2), count: 2)
        let size = try Kernel.terminalSize(fd)
        try call.store(size.rows, at: call.u32(1))
        try call.store(size.columns, at: call.u32(2))
    }

    static func setSize(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.descriptors.hostFD(call.i32(0))
        guard let rows = UInt16(exactly: call.u32(1)), let columns = UInt16(exactly: call.u32(2)) else { throw .inval }
        try Kernel.setTerminalSize(fd, rows: rows, columns: columns)
    }

    /// __wasi_fd_terminal_t, which is the kernel's structure.
    private static let settingsSize = UInt32(MemoryLayout<ck_terminal>.size)

    static func get(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let record = try call.bytes(at: call.u32(1), count: settingsSize)
        let settings = try Kernel.terminalSettings(try system.descriptors.hostFD(call.i32(0)))
        withUnsafeBytes(of: settings) { record.copyMemory(from: $0) }
    }

    static func set(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let record = try call.bytes(at: call.u32(2), count: settingsSize)
        let fd = try system.descriptors.hostFD(call.i32(0))
        guard call.u32(1) <= 2 else { throw .inval }
        var settings = ck_terminal()
        withUnsafeMutableBytes(of: &settings) { $0.copyMemory(from: UnsafeRawBufferPointer(record)) }
        try Kernel.setTerminal(fd, when: call.i32(1), settings)
    }

    static func control(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.descriptors.hostFD(call.i32(0))
        let operation = ck_terminal_operation(rawValue: call.u32(1))
        let arguments: ClosedRange<Int32>
        switch operation {
        case CK_TERMINAL_WAIT: arguments = 0...0
        case CK_TERMINAL_DISCARD: arguments = 0...2
        case CK_TERMINAL_FLOW: arguments = 0...3
        case CK_TERMINAL_BREAK: arguments = .min ... .max
        default: throw .inval
        }
        // What is no terminal is that first.
        guard arguments.contains(call.i32(2)) else {
            _ = try Kernel.terminalSettings(fd)
            throw .inval
        }
        try Kernel.controlTerminal(fd, operation, call.i32(2))
    }

    static func foreground(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(1), count: 4)
        let isInForeground = try Kernel.isInForeground(of: try system.descriptors.hostFD(call.i32(0)))
        let value: UInt32 = isInForeground ? 1 : 0
        try call.store(value, at: call.u32(1))
    }
}
