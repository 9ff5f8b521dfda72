// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// Calls on terminals.

extension Kernel {
    static func terminalSize(_ fd: Int32) throws(Errno) -> (rows: UInt16, columns: UInt16) {
        var size = winsize()
        try valueOrErrno { ck_terminal_size(fd, &size) }
        return (size.ws_row, size.ws_col)
    }

    static func setTerminalSize(_ fd: Int32, rows: UInt16, columns: UInt16) throws(Errno) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try valueOrErrno { ck_terminal_set_size(fd, &size) }
    }

    static func terminalSettings(_ fd: Int32) throws(Errno) -> ck_terminal {
        var settings = ck_terminal()
        try valueOrErrno { ck_terminal_get(fd, &settings) }
        return settings
    }

    /// `when`: 0 to 2, as `__WASI_FD_TERMINAL_*`.
    static func setTerminal(_ fd: Int32, when: Int32, _ settings: ck_terminal) throws(Errno) {
        var settings = settings
        try waiting { ck_terminal_set(fd, when, &settings) }
    }

    static func controlTerminal(
        _ fd: Int32, _ operation: ck_terminal_operation, _ argument: Int32
    ) throws(Errno) {
        try waiting { ck_terminal_control(fd, operation, argument) }
    }

    /// Whether this process is in the foreground of its controlling terminal. ENOTTY: that is another.
    static func isInForeground(of fd: Int32) throws(Errno) -> Bool {
        try valueOrErrno { tcgetpgrp(fd) } == getpgrp()
    }

    /// Puts back the settings that terminals had before a guest changed them. From any thread.
    package static func restoreTerminals() { ck_terminals_restore() }
}
