// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "CKernel.h"

#include <linux/capability.h>
#include <linux/errqueue.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <linux/openat2.h>
#include <net/if.h>
#include <netpacket/packet.h>
#include <sched.h>
#include <stdatomic.h>
#include <string.h>

_Thread_local struct ck_faults ck_faults;

int32_t ck_fault_slow(void) {
    ck_faults.calls++;
    if (ck_faults.countdown == 0) return 0;
    if (ck_faults.countdown > 1) {
        ck_faults.countdown--;
        return 0;
    }
    if (!ck_faults.persistent) ck_faults.countdown = 0;
    return ck_faults.error;
}

int ck_processors(void) {
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

const int ck_o_path = O_PATH;
const int ck_at_empty_path = AT_EMPTY_PATH;
const int ck_at_eaccess = AT_EACCESS;
const long ck_utime_now = UTIME_NOW;
const long ck_utime_omit = UTIME_OMIT;
const int ck_scm_credentials = SCM_CREDENTIALS;
const int ck_udp_segment = 103;
const int ck_udp_gro = 104;
const int ck_ipv6_flowinfo = 11;
const int ck_msg_probe = 0x10;
const int ck_msg_fastopen = MSG_FASTOPEN;
const int ck_msg_waitforone = MSG_WAITFORONE;
_Static_assert(sizeof(struct ck_credentials) == sizeof(struct ucred), "the same");
_Static_assert(sizeof(struct ck_queued_error) == sizeof(struct sock_extended_err), "the same");

// The events of wasi_poll.
_Static_assert(POLLIN == 0x1 && POLLPRI == 0x2 && POLLOUT == 0x4 && POLLERR == 0x8 && POLLHUP == 0x10, "the same");
_Static_assert(POLLNVAL == 0x20 && POLLRDNORM == 0x40 && POLLRDBAND == 0x80 && POLLWRNORM == 0x100, "the same");
_Static_assert(POLLWRBAND == 0x200 && POLLRDHUP == 0x2000 && sizeof(struct pollfd) == 8, "the same");
_Static_assert(EPOLLIN == POLLIN && EPOLLPRI == POLLPRI && EPOLLOUT == POLLOUT && EPOLLRDHUP == POLLRDHUP, "the same");
_Static_assert(EPOLLEXCLUSIVE == 1u << 28 && EPOLLWAKEUP == 1u << 29 && EPOLLONESHOT == 1u << 30, "the same");
_Static_assert(EPOLLET == 1u << 31, "the same");

static const uint32_t cap_net_admin = 1u << CAP_NET_ADMIN, cap_net_raw = 1u << CAP_NET_RAW;

typedef struct __user_cap_data_struct capabilities[_LINUX_CAPABILITY_U32S_3];

static bool get_capabilities(capabilities data) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    return syscall(SYS_capget, &header, data) == 0;
}

static void set_capabilities(capabilities data) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    syscall(SYS_capset, &header, data);
}

const int ck_o_direct = O_DIRECT;
const int ck_ofd_commands[3] = {F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW};

int ck_set_owner(int fd, bool owned) {
    struct f_owner_ex owner = {.type = F_OWNER_TID};
    if (owned) owner.pid = ck_signals.thread != 0 ? ck_signals.thread : (pid_t)syscall(SYS_gettid);
    return fcntl(fd, F_SETOWN_EX, &owner);
}

int ck_set_async(int fd, bool async) {
    int flags = fcntl(fd, F_GETFL);
    return flags < 0 ? -1 : fcntl(fd, F_SETFL, async ? flags | O_ASYNC : flags & ~O_ASYNC);
}

int ck_pipe_size(int fd) { return fcntl(fd, F_GETPIPE_SZ); }
int ck_set_pipe_size(int fd, int size) { return fcntl(fd, F_SETPIPE_SZ, size); }

void ck_drop_network_privileges(bool keep_raw) {
    capabilities data;
    if (!get_capabilities(data)) return;
    data[0].effective &= ~(cap_net_admin | cap_net_raw);
    data[0].inheritable &= ~(cap_net_admin | cap_net_raw);
    data[0].permitted &= ~(keep_raw ? cap_net_admin : cap_net_admin | cap_net_raw);
    set_capabilities(data);
}

int ck_raw_socket(int family, int type, int protocol) {
    capabilities data;
    bool raised = get_capabilities(data) && (data[0].permitted & ~data[0].effective & cap_net_raw) != 0;
    if (raised) {
        data[0].effective |= cap_net_raw;
        set_capabilities(data);
    }
    int fd = socket(family, type, protocol);
    int error = errno;
    if (raised) {
        data[0].effective &= ~cap_net_raw;
        set_capabilities(data);
    }
    errno = error;
    return fd;
}

int ck_pipe2(int ends[2], int flags) { return pipe2(ends, flags); }

intptr_t ck_openat2_beneath(int directory, const char *path, int flags, mode_t mode) {
    struct open_how how = {
        .flags = (uint64_t)flags,
        // The system call refuses a mode without O_CREAT.
        .mode = (flags & O_CREAT) ? mode : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    return ck_wait_syscall(SYS_openat2, directory, (intptr_t)path, (intptr_t)&how, sizeof how, 0, 0);
}

const uint32_t ck_iff_up = IFF_UP, ck_iff_broadcast = IFF_BROADCAST, ck_iff_loopback = IFF_LOOPBACK;
const uint32_t ck_iff_pointopoint = IFF_POINTOPOINT, ck_iff_running = IFF_RUNNING, ck_iff_noarp = IFF_NOARP;
const uint32_t ck_iff_promisc = IFF_PROMISC, ck_iff_allmulti = IFF_ALLMULTI, ck_iff_multicast = IFF_MULTICAST;

int ck_link_address(const struct sockaddr *address, uint16_t *type, uint8_t bytes[8]) {
    struct sockaddr_ll link;
    memcpy(&link, address, sizeof link);
    *type = link.sll_hatype;
    int length = link.sll_halen < sizeof link.sll_addr ? link.sll_halen : (int)sizeof link.sll_addr;
    memcpy(bytes, link.sll_addr, (size_t)length);
    return length;
}

static int interface_setting(int fd, const char *name, unsigned long request, struct ifreq *asked) {
    memset(asked, 0, sizeof *asked);
    strncpy(asked->ifr_name, name, IFNAMSIZ - 1);
    return ioctl(fd, request, asked);
}

int ck_interface_mtu(int fd, const char *name) {
    struct ifreq asked;
    return interface_setting(fd, name, SIOCGIFMTU, &asked) == 0 ? asked.ifr_mtu : 0;
}

int ck_interface_queue_length(int fd, const char *name) {
    struct ifreq asked;
    return interface_setting(fd, name, SIOCGIFTXQLEN, &asked) == 0 ? asked.ifr_ifru.ifru_ivalue : 0;
}

int ck_rename(int directory, const char *name, int new_directory, const char *new_name, uint32_t flags) {
    // Without flags as the older call, which more file systems have.
    if (flags == 0) return renameat(directory, name, new_directory, new_name);
    return renameat2(directory, name, new_directory, new_name, flags);
}

int ck_syncfs(int fd) { return syncfs(fd); }

const uint32_t ck_proc_magic = PROC_SUPER_MAGIC;

int ck_get_file_system(int fd, struct ck_file_system *result) {
    struct statfs status;
    if (fstatfs(fd, &status) < 0) return -1;
    uint64_t id;
    memcpy(&id, &status.f_fsid, sizeof id);
    *result = (struct ck_file_system){
        .block_size = (uint64_t)status.f_bsize,
        .fragment_size = (uint64_t)(status.f_frsize != 0 ? status.f_frsize : status.f_bsize),
        .blocks = status.f_blocks,
        .blocks_free = status.f_bfree,
        .blocks_available = status.f_bavail,
        .files = status.f_files,
        .files_free = status.f_ffree,
        .files_available = status.f_ffree,
        .id = id,
        // Without the bit that says that they are there.
        .flags = (uint32_t)status.f_flags & ~0x20u,
        .name_length = (uint32_t)status.f_namelen,
        .kind = (uint32_t)status.f_type,
    };
    return 0;
}

int ck_inotify_create(bool nonblocking) { return inotify_init1(IN_CLOEXEC | (nonblocking ? IN_NONBLOCK : 0)); }

int ck_inotify_add(int fd, int reference, uint32_t mask) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", reference);
    // The path is a link to what is meant, and to be followed.
    return inotify_add_watch(fd, path, mask & ~(uint32_t)IN_DONT_FOLLOW);
}

int ck_inotify_remove(int fd, int watch) { return inotify_rm_watch(fd, watch); }

int ck_duplicate_to(int fd, int target) { return dup3(fd, target, O_CLOEXEC); }

bool ck_are_one(int fd, int other) {
    static atomic_bool unknown;
    enum { DUPFD_QUERY = 1024 + 3 };
    if (atomic_load_explicit(&unknown, memory_order_relaxed)) return false;
    int result = fcntl(fd, DUPFD_QUERY, other);
    if (result < 0 && errno == EINVAL) atomic_store_explicit(&unknown, true, memory_order_relaxed);
    return result == 1;
}
