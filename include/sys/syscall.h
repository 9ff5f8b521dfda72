// SPDX-License-Identifier: Apache-2.0
//
// The calls that syscall() makes: those that programs make that way, because a C library of their time did not have
// them. They take and return what the functions of the same names do. The numbers are Linux's on x86-64, which programs
// that write them in figures mean; one that is not here is ENOSYS.
#ifndef _SYS_SYSCALL_H
#define _SYS_SYSCALL_H

#define __NR_read 0
#define __NR_write 1
#define __NR_close 3
#define __NR_readv 19
#define __NR_writev 20
#define __NR_dup 32
#define __NR_getpid 39
#define __NR_exit 60
#define __NR_kill 62
#define __NR_getuid 102
#define __NR_getgid 104
#define __NR_geteuid 107
#define __NR_getegid 108
#define __NR_getppid 110
#define __NR_prctl 157
#define __NR_gettid 186
#define __NR_tkill 200
#define __NR_sched_setaffinity 203
#define __NR_sched_getaffinity 204
#define __NR_clock_gettime 228
#define __NR_exit_group 231
#define __NR_epoll_ctl 233
#define __NR_tgkill 234
#define __NR_inotify_add_watch 254
#define __NR_inotify_rm_watch 255
#define __NR_epoll_pwait 281
#define __NR_timerfd_create 283
#define __NR_timerfd_settime 286
#define __NR_timerfd_gettime 287
#define __NR_accept4 288
#define __NR_signalfd4 289
#define __NR_eventfd2 290
#define __NR_epoll_create1 291
#define __NR_dup3 292
#define __NR_pipe2 293
#define __NR_inotify_init1 294
#define __NR_preadv 295
#define __NR_pwritev 296
#define __NR_recvmmsg 299
#define __NR_sendmmsg 307
#define __NR_getcpu 309
#define __NR_getrandom 318
#define __NR_memfd_create 319
#define __NR_copy_file_range 326
#define __NR_preadv2 327
#define __NR_pwritev2 328
#define __NR_close_range 436
#define __NR_epoll_pwait2 441

#define SYS_read __NR_read
#define SYS_write __NR_write
#define SYS_close __NR_close
#define SYS_readv __NR_readv
#define SYS_writev __NR_writev
#define SYS_dup __NR_dup
#define SYS_getpid __NR_getpid
#define SYS_exit __NR_exit
#define SYS_kill __NR_kill
#define SYS_getuid __NR_getuid
#define SYS_getgid __NR_getgid
#define SYS_geteuid __NR_geteuid
#define SYS_getegid __NR_getegid
#define SYS_getppid __NR_getppid
#define SYS_prctl __NR_prctl
#define SYS_gettid __NR_gettid
#define SYS_tkill __NR_tkill
#define SYS_sched_setaffinity __NR_sched_setaffinity
#define SYS_sched_getaffinity __NR_sched_getaffinity
#define SYS_clock_gettime __NR_clock_gettime
#define SYS_exit_group __NR_exit_group
#define SYS_epoll_ctl __NR_epoll_ctl
#define SYS_tgkill __NR_tgkill
#define SYS_inotify_add_watch __NR_inotify_add_watch
#define SYS_inotify_rm_watch __NR_inotify_rm_watch
#define SYS_epoll_pwait __NR_epoll_pwait
#define SYS_timerfd_create __NR_timerfd_create
#define SYS_timerfd_settime __NR_timerfd_settime
#define SYS_timerfd_gettime __NR_timerfd_gettime
#define SYS_accept4 __NR_accept4
#define SYS_signalfd4 __NR_signalfd4
#define SYS_eventfd2 __NR_eventfd2
#define SYS_epoll_create1 __NR_epoll_create1
#define SYS_dup3 __NR_dup3
#define SYS_pipe2 __NR_pipe2
#define SYS_inotify_init1 __NR_inotify_init1
#define SYS_preadv __NR_preadv
#define SYS_pwritev __NR_pwritev
#define SYS_recvmmsg __NR_recvmmsg
#define SYS_sendmmsg __NR_sendmmsg
#define SYS_getcpu __NR_getcpu
#define SYS_getrandom __NR_getrandom
#define SYS_memfd_create __NR_memfd_create
#define SYS_copy_file_range __NR_copy_file_range
#define SYS_preadv2 __NR_preadv2
#define SYS_pwritev2 __NR_pwritev2
#define SYS_close_range __NR_close_range
#define SYS_epoll_pwait2 __NR_epoll_pwait2

#endif
