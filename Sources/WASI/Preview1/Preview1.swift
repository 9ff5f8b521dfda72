// SPDX-License-Identifier: Apache-2.0

// WASI preview 1: its 46 functions, a row each, in the order of its witx. Bodies are in the extensions by topic.

/// The module `wasi_snapshot_preview1`.
///
/// Rights are kept and honoured: what was given up by fd_fdstat_set_rights is ENOTCAPABLE, and what a descriptor never
/// could do is what POSIX calls it (EBADF, ESPIPE, EISDIR, ENOTDIR). A path that leads out of its directory is EPERM. In
/// a directory that was given read-only, whatever would change something is EROFS.
package enum Preview1 {
    /// The module's name.
    package static let module = "wasi_snapshot_preview1"

    /// The rows.
    package static var rows: [ImportRow] { process + clocks + files + paths + sockets }

    private static func row(
        _ name: String, _ parameters: [ImportParameter], _ body: @escaping ImportRow.Body
    ) -> ImportRow {
        ImportRow(module, name, parameters, body)
    }

    private static var process: [ImportRow] {
        [
            row("args_get", [.pointer("argv"), .pointer("argv_buf")], argsGet),
            row("args_sizes_get", [.pointer("count"), .pointer("size")], argsSizesGet),
            row("environ_get", [.pointer("environ"), .pointer("environ_buf")], environGet),
            row("environ_sizes_get", [.pointer("count"), .pointer("size")], environSizesGet),
            ImportRow(module, "proc_exit", [.u32("rval")], ending: procExit),
            row("proc_raise", [.u32("sig")], procRaise),
            row("sched_yield", [], schedYield),
            row("random_get", [.pointer("buf"), .u32("buf_len")], randomGet),
        ]
    }

    private static var clocks: [ImportRow] {
        [
            row("clock_res_get", [.u32("id"), .pointer("resolution")], clockResGet),
            row("clock_time_get", [.u32("id"), .u64("precision"), .pointer("time")], clockTimeGet),
            row(
                "poll_oneoff", [.pointer("in"), .pointer("out"), .u32("nsubscriptions"), .pointer("nevents")],
                pollOneoff),
        ]
    }

    private static var files: [ImportRow] {
        [
            row("fd_advise", [.i32("fd"), .u64("offset"), .u64("len"), .u32("advice")], fdAdvise),
            row("fd_allocate", [.i32("fd"), .u64("offset"), .u64("len")], fdAllocate),
            row("fd_close", [.i32("fd")], fdClose),
            row("fd_datasync", [.i32("fd")], fdDatasync),
            row("fd_fdstat_get", [.i32("fd"), .pointer("fdstat")], fdFdstatGet),
            row("fd_fdstat_set_flags", [.i32("fd"), .u32("flags")], fdFdstatSetFlags),
            row("fd_fdstat_set_rights", [.i32("fd"), .u64("base"), .u64("inheriting")], fdFdstatSetRights),
            row("fd_filestat_get", [.i32("fd"), .pointer("filestat")], fdFilestatGet),
            row("fd_filestat_set_size", [.i32("fd"), .u64("size")], fdFilestatSetSize),
            row(
                "fd_filestat_set_times", [.i32("fd"), .u64("atim"), .u64("mtim"), .u32("fst_flags")],
                fdFilestatSetTimes),
            row(
                "fd_pread",
                [.i32("fd"), .pointer("iovs"), .u32("iovs_len"), .u64("offset"), .pointer("nread")], fdPread),
            row("fd_prestat_get", [.i32("fd"), .pointer("prestat")], fdPrestatGet),
            row("fd_prestat_dir_name", [.i32("fd"), .pointer("path"), .u32("path_len")], fdPrestatDirName),
            row(
                "fd_pwrite",
                [.i32("fd"), .pointer("iovs"), .u32("iovs_len"), .u64("offset"), .pointer("nwritten")], fdPwrite),
            row("fd_read", [.i32("fd"), .pointer("iovs"), .u32("iovs_len"), .pointer("nread")], fdRead),
            row(
                "fd_readdir",
                [.i32("fd"), .pointer("buf"), .u32("buf_len"), .u64("cookie"), .pointer("bufused")], fdReaddir),
            row("fd_renumber", [.i32("fd"), .i32("to")], fdRenumber),
            row("fd_seek", [.i32("fd"), .i64("offset"), .u32("whence"), .pointer("newoffset")], fdSeek),
            row("fd_sync", [.i32("fd")], fdSync),
            row("fd_tell", [.i32("fd"), .pointer("offset")], fdTell),
            row("fd_write", [.i32("fd"), .pointer("iovs"), .u32("iovs_len"), .pointer("nwritten")], fdWrite),
        ]
    }

    private static var paths: [ImportRow] {
        [
            row("path_create_directory", [.i32("fd"), .text("path"), .u32("path_len")], pathCreateDirectory),
            row(
                "path_filestat_get",
                [.i32("fd"), .u32("flags"), .text("path"), .u32("path_len"), .pointer("filestat")], pathFilestatGet),
            row(
                "path_filestat_set_times",
                [
                    .i32("fd"), .u32("flags"), .text("path"), .u32("path_len"), .u64("atim"), .u64("mtim"),
                    .u32("fst_flags"),
                ], pathFilestatSetTimes),
            row(
                "path_link",
                [
                    .i32("old_fd"), .u32("old_flags"), .text("old_path"), .u32("old_path_len"), .i32("new_fd"),
                    .text("new_path"), .u32("new_path_len"),
                ], pathLink),
            row(
                "path_open",
                [
                    .i32("fd"), .u32("dirflags"), .text("path"), .u32("path_len"), .u32("oflags"),
                    .u64("fs_rights_base"), .u64("fs_rights_inheriting"), .u32("fdflags"), .pointer("opened_fd"),
                ], pathOpen),
            row(
                "path_readlink",
                [
                    .i32("fd"), .text("path"), .u32("path_len"), .pointer("buf"), .u32("buf_len"),
                    .pointer("bufused"),
                ], pathReadlink),
            row("path_remove_directory", [.i32("fd"), .text("path"), .u32("path_len")], pathRemoveDirectory),
            row(
                "path_rename",
                [
                    .i32("fd"), .text("old_path"), .u32("old_path_len"), .i32("new_fd"), .text("new_path"),
                    .u32("new_path_len"),
                ], pathRename),
            row(
                "path_symlink",
                [.text("old_path"), .u32("old_path_len"), .i32("fd"), .text("new_path"), .u32("new_path_len")],
                pathSymlink),
            row("path_unlink_file", [.i32("fd"), .text("path"), .u32("path_len")], pathUnlinkFile),
        ]
    }

    private static var sockets: [ImportRow] {
        [
            row("sock_accept", [.i32("fd"), .u32("flags"), .pointer("connection")], sockAccept),
            row(
                "sock_recv",
                [
                    .i32("fd"), .pointer("ri_data"), .u32("ri_data_len"), .u32("ri_flags"), .pointer("ro_datalen"),
                    .pointer("ro_flags"),
                ], sockRecv),
            row(
                "sock_send",
                [.i32("fd"), .pointer("si_data"), .u32("si_data_len"), .u32("si_flags"), .pointer("so_datalen")],
                sockSend),
            row("sock_shutdown", [.i32("fd"), .u32("how")], sockShutdown),
        ]
    }
}
