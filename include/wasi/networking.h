// SPDX-License-Identifier: Apache-2.0
//
// The WASI networking imports: the contract between a guest (the shim in csrc/) and a host.
//
// Everything here is portable and POSIX-neutral: addresses are one fixed record, options and flags are numbered here,
// errors are WASI preview 1 errno codes. Each function returns 0 (__WASI_ERRNO_SUCCESS) or such a code; results are
// written through pointers, and only on success unless said otherwise. A pointer or length that leaves linear memory
// is EFAULT, found before the kernel is asked; a descriptor that is not open is EBADF, which is told first where both
// apply and the call looks at it first, one of the wrong kind ENOTSOCK. A pointer documented as "may be null" is absent when it is 0.
//
// Capabilities: a *network* is a handle. Sockets are created from one and names are resolved through one; an instance
// that was given none has no way to make one. What the network does not permit is EACCES. Handles and sockets are file
// descriptors of preview 1: fd_read, fd_write, fd_close, fd_fdstat_get and poll_oneoff work on sockets.
// Handles are numbered from 2^30 up, so that they never take a number that POSIX's lowest-first rule would give out.
//
// Integers are little-endian, as linear memory is; ports are numbers, not network-order bytes.
#ifndef __WASI_NETWORKING_H
#define __WASI_NETWORKING_H

#include <stddef.h>
#include <stdint.h>
#include <wasi/api.h>
#include <wasi/descriptors.h>
#include <wasi/files.h>
#include <wasi/processes.h>
#include <wasi/socket_options.h>

#ifdef __cplusplus
extern "C" {
#endif

// ---------------------------------------------------------------------------------------------------------------
// Types
// ---------------------------------------------------------------------------------------------------------------

/// A network: the capability to create sockets and to resolve names.
typedef int32_t __wasi_network_t;

/// Address families, and the kind of record that carries them.
enum {
    __WASI_NET_FAMILY_UNSPEC = 0,
    __WASI_NET_FAMILY_INET = 1,
    __WASI_NET_FAMILY_INET6 = 2,
    __WASI_NET_FAMILY_UNIX = 3,
    /// In the family of a resolve: leave out families of which this machine has no address but loopback's.
    __WASI_NET_FAMILY_CONFIGURED = 0x100,
};

/// An internet address: 28 bytes.
typedef struct __wasi_net_ip_address {
    /// __WASI_NET_FAMILY_INET, __WASI_NET_FAMILY_INET6, or __WASI_NET_FAMILY_UNSPEC where that has a meaning.
    uint16_t family;
    /// As a number: 80, not htons(80).
    uint16_t port;
    /// IPv6 only, as in sin6_flowinfo but as a number.
    uint32_t flow_info;
    /// IPv6 only: interface index of a link-local address.
    uint32_t scope_id;
    /// Network order. IPv4: the first four, the rest 0.
    uint8_t address[16];
} __wasi_net_ip_address_t;
_Static_assert(sizeof(__wasi_net_ip_address_t) == 28, "size");
_Static_assert(_Alignof(__wasi_net_ip_address_t) == 4, "alignment");
_Static_assert(offsetof(__wasi_net_ip_address_t, port) == 2, "offset");
_Static_assert(offsetof(__wasi_net_ip_address_t, flow_info) == 4, "offset");
_Static_assert(offsetof(__wasi_net_ip_address_t, scope_id) == 8, "offset");
_Static_assert(offsetof(__wasi_net_ip_address_t, address) == 12, "offset");

/// The address of a unix domain socket: 124 bytes.
typedef struct __wasi_net_unix_address {
    uint16_t family;
    /// Bytes of `name`; 0 is unnamed.
    uint16_t length;
    /// Input, for a name in the file system: an open directory, from which `path` leads to the place that is meant, and
    /// which it cannot leave, as in path_open. Otherwise ignored; as an output -1.
    __wasi_fd_t directory;
    /// Not read unless `directory` is; as an output null.
    const char *path;
    size_t path_length;
    /// The name as programs spell it: what peers are told, and what the socket itself is told. A first byte of 0 is the
    /// abstract namespace, otherwise it is a path.
    uint8_t name[108];
} __wasi_net_unix_address_t;
_Static_assert(sizeof(__wasi_net_unix_address_t) == 124, "size");
_Static_assert(offsetof(__wasi_net_unix_address_t, length) == 2, "offset");
_Static_assert(offsetof(__wasi_net_unix_address_t, directory) == 4, "offset");
_Static_assert(offsetof(__wasi_net_unix_address_t, path) == 8, "offset");
_Static_assert(offsetof(__wasi_net_unix_address_t, path_length) == 12, "offset");
_Static_assert(offsetof(__wasi_net_unix_address_t, name) == 16, "offset");

/// Any address. As an input the host reads `family` and then only that family's record; as an output all 124 bytes
/// must be inside memory, and the host writes the record of the family that it has.
typedef union __wasi_net_address {
    uint16_t family;
    __wasi_net_ip_address_t ip;
    __wasi_net_unix_address_t local;
} __wasi_net_address_t;
_Static_assert(sizeof(__wasi_net_address_t) == 124, "size");
_Static_assert(_Alignof(__wasi_net_address_t) == 4, "alignment");

/// Flags of an interface.
enum {
    __WASI_NET_INTERFACE_UP = 1 << 0,
    /// Its addresses have one that reaches all of the network.
    __WASI_NET_INTERFACE_BROADCAST = 1 << 1,
    __WASI_NET_INTERFACE_LOOPBACK = 1 << 2,
    /// Its addresses have one that is the other end.
    __WASI_NET_INTERFACE_POINT_TO_POINT = 1 << 3,
    __WASI_NET_INTERFACE_RUNNING = 1 << 4,
    __WASI_NET_INTERFACE_NO_ARP = 1 << 5,
    __WASI_NET_INTERFACE_PROMISCUOUS = 1 << 6,
    __WASI_NET_INTERFACE_ALL_MULTICAST = 1 << 7,
    __WASI_NET_INTERFACE_MULTICAST = 1 << 8,
};

/// A network interface: 44 bytes.
typedef struct __wasi_net_interface {
    uint32_t index;
    /// __WASI_NET_INTERFACE_*
    uint32_t flags;
    /// The longest packet, in bytes; 0: not known.
    uint32_t mtu;
    /// How many packets may wait; 0: not known.
    uint32_t queue_length;
    /// As IANA numbers it for ARP; loopback is 772.
    uint16_t hardware_type;
    /// Bytes of the hardware address; 0 where the network does not tell it. No more than 8 of them are there.
    uint8_t hardware_length;
    uint8_t name_length;
    uint8_t name[16];
    uint8_t hardware_address[8];
} __wasi_net_interface_t;
_Static_assert(sizeof(__wasi_net_interface_t) == 44, "size");
_Static_assert(offsetof(__wasi_net_interface_t, flags) == 4, "offset");
_Static_assert(offsetof(__wasi_net_interface_t, mtu) == 8, "offset");
_Static_assert(offsetof(__wasi_net_interface_t, queue_length) == 12, "offset");
_Static_assert(offsetof(__wasi_net_interface_t, hardware_type) == 16, "offset");
_Static_assert(offsetof(__wasi_net_interface_t, hardware_length) == 18, "offset");
_Static_assert(offsetof(__wasi_net_interface_t, name_length) == 19, "offset");
_Static_assert(offsetof(__wasi_net_interface_t, name) == 20, "offset");
_Static_assert(offsetof(__wasi_net_interface_t, hardware_address) == 36, "offset");

/// An address of an interface: 64 bytes.
typedef struct __wasi_net_interface_address {
    uint32_t index;
    /// How many bits of the address name the network.
    uint32_t prefix_length;
    __wasi_net_ip_address_t address;
    /// Where it reaches all of the network when the interface can broadcast, otherwise the other end; of family UNSPEC
    /// where there is neither.
    __wasi_net_ip_address_t peer;
} __wasi_net_interface_address_t;
_Static_assert(sizeof(__wasi_net_interface_address_t) == 64, "size");
_Static_assert(offsetof(__wasi_net_interface_address_t, prefix_length) == 4, "offset");
_Static_assert(offsetof(__wasi_net_interface_address_t, address) == 8, "offset");
_Static_assert(offsetof(__wasi_net_interface_address_t, peer) == 36, "offset");

/// Flags of the calls that create a descriptor.
enum {
    __WASI_NET_CREATE_NONBLOCK = 1 << 0,
    /// Only remembered (see fd_flags): there is no exec inside an instance.
    __WASI_NET_CREATE_CLOEXEC = 1 << 1,
};

/// Flags of send and receive, and of what receive reports.
enum {
    __WASI_NET_MSG_PEEK = 1 << 0,
    __WASI_NET_MSG_WAITALL = 1 << 1,
    __WASI_NET_MSG_DONTWAIT = 1 << 2,
    /// Input: report the datagram's real length. Output: the datagram was cut.
    __WASI_NET_MSG_TRUNC = 1 << 3,
    /// Output: control data was cut.
    __WASI_NET_MSG_CTRUNC = 1 << 4,
    __WASI_NET_MSG_OOB = 1 << 5,
    __WASI_NET_MSG_EOR = 1 << 6,
    __WASI_NET_MSG_MORE = 1 << 7,
    __WASI_NET_MSG_DONTROUTE = 1 << 8,
    __WASI_NET_MSG_CONFIRM = 1 << 9,
    /// Receive: what was sent and failed, from the error queue, with an error's control record. Never waits.
    __WASI_NET_MSG_ERRQUEUE = 1 << 10,
    /// Receive: descriptors that arrive are closed on exec (see fd_flags).
    __WASI_NET_MSG_CMSG_CLOEXEC = 1 << 11,
    /// Send, tcp: connects to the address and sends, with the first packet where both sides can (RFC 7413). The network must
    /// permit connecting.
    __WASI_NET_MSG_FASTOPEN = 1 << 12,
    /// Send: only finds out about the path, and sends nothing.
    __WASI_NET_MSG_PROBE = 1 << 13,
    /// Receive_messages: waits for one message only.
    __WASI_NET_MSG_WAITFORONE = 1 << 14,
};

/// In receive, only as an input.
enum {
    /// Nothing but the size is asked for: the host may leave `flags` 0.
    __WASI_NET_MSG_SIZE_ONLY = 1 << 30,
};

/// The head of a control record: 12 bytes, with the data behind it. The next record begins where this one ends, rounded
/// up to a multiple of 4. Sending, a record that is shorter than its head or longer than the rest is EINVAL, and a rest
/// too short for a head is ignored. Receiving, a record that does not fit is cut (MSG_CTRUNC): `length` is what is there.
typedef struct __wasi_net_control {
    /// Bytes of the record, this head included.
    uint32_t length;
    /// __WASI_NET_CONTROL_*.
    uint32_t kind;
    /// 0.
    uint32_t reserved;
} __wasi_net_control_t;
_Static_assert(sizeof(__wasi_net_control_t) == 12, "size");
_Static_assert(offsetof(__wasi_net_control_t, kind) == 4, "offset");
_Static_assert(offsetof(__wasi_net_control_t, reserved) == 8, "offset");

/// Kinds of control records, each with its data. S: can be sent, R: is received, once the option named is set.
enum {
    /// S, R, unix: int32_t each, descriptors of the instance, at most 253. They arrive as descriptors with the rights that
    /// they had. What does not fit is closed; so is a directory that another process sent (both MSG_CTRUNC). EINVAL: poll sets and
    /// descriptors of signals are not passed on.
    __WASI_NET_CONTROL_RIGHTS = 1,
    /// S, R (PASSCRED), unix: __wasi_net_credentials_t. EPERM: sent with anything but __WASI_NET_OWN_ID.
    __WASI_NET_CONTROL_CREDENTIALS = 2,
    /// S, R (IP_PKTINFO): uint32_t interface; uint8_t local[4]: this machine's address; uint8_t destination[4]: the one in
    /// the packet, ignored when sent. Sent from a local address that is not 0, the network must permit the datagram
    /// socket to be bound there (EACCES).
    __WASI_NET_CONTROL_IP_PACKET_INFO = 3,
    /// S, R (IPV6_RECVPKTINFO): uint8_t address[16]: this machine's; uint32_t interface. As above.
    __WASI_NET_CONTROL_IPV6_PACKET_INFO = 4,
    /// S, R (IP_RECVTTL): int32_t.
    __WASI_NET_CONTROL_IP_TTL = 5,
    /// S, R (IP_RECVTOS): uint8_t; S also int32_t, of 0 to 255.
    __WASI_NET_CONTROL_IP_TOS = 6,
    /// S, R (IPV6_RECVHOPLIMIT): int32_t.
    __WASI_NET_CONTROL_IPV6_HOP_LIMIT = 7,
    /// S, R (IPV6_RECVTCLASS): int32_t.
    __WASI_NET_CONTROL_IPV6_TRAFFIC_CLASS = 8,
    /// R (TIMESTAMP): int64_t seconds since 1970; uint64_t nanoseconds, here whole microseconds.
    __WASI_NET_CONTROL_TIMESTAMP = 9,
    /// R (TIMESTAMPNS): the same, to the nanosecond.
    __WASI_NET_CONTROL_TIMESTAMP_NANOSECONDS = 10,
    /// R with ERRQUEUE (IP_RECVERR): uint32_t error, a code of preview 1; uint8_t origin, type, code, zero; uint32_t info,
    /// data; then who reported it: uint16_t family, port; uint8_t address[4]; 8 bytes of 0.
    __WASI_NET_CONTROL_IP_ERROR = 11,
    /// R with ERRQUEUE (IPV6_RECVERR): the same, but who reported it as __wasi_net_ip_address_t.
    __WASI_NET_CONTROL_IPV6_ERROR = 12,
    /// S: uint16_t, the size of the datagrams that what is sent is cut into.
    __WASI_NET_CONTROL_UDP_SEGMENT = 13,
    /// R (UDP_GRO): int32_t, the size of the datagrams that what was received is made of.
    __WASI_NET_CONTROL_UDP_GRO = 14,
    /// R (RXQ_OVFL): uint32_t, how many datagrams found no room so far.
    __WASI_NET_CONTROL_DROPPED = 15,
    /// R (TIMESTAMPING): three times TIMESTAMP_NANOSECONDS: by the system, nothing, by the device.
    __WASI_NET_CONTROL_TIMESTAMPING = 16,
    /// R (IP_RECVORIGDSTADDR): where it was sent to: uint16_t family, port; uint8_t address[4]; 8 bytes of 0.
    __WASI_NET_CONTROL_IP_ORIGINAL_ADDRESS = 17,
    /// R (IPV6_RECVORIGDSTADDR): the same as __wasi_net_ip_address_t.
    __WASI_NET_CONTROL_IPV6_ORIGINAL_ADDRESS = 18,
    /// S, R (IPV6_FLOWINFO): uint8_t[4], as in the packet.
    __WASI_NET_CONTROL_IPV6_FLOW_INFO = 19,
    /// R (IP_RECVOPTS): bytes, at most 40: the options in the packet's header, RFC 791's.
    __WASI_NET_CONTROL_IP_OPTIONS = 20,
    /// R (IP_RETOPTS): the same as an answer would have them.
    __WASI_NET_CONTROL_IP_RETURN_OPTIONS = 21,
};

/// Who a process is: 12 bytes. __WASI_NET_OWN_ID stands for what the instance's process itself is.
typedef struct __wasi_net_credentials {
    uint32_t process;
    uint32_t user;
    uint32_t group;
} __wasi_net_credentials_t;
_Static_assert(sizeof(__wasi_net_credentials_t) == 12, "size");
enum { __WASI_NET_OWN_ID = 0x7ffffffe };

/// What receive found out besides the bytes: 12 bytes.
typedef struct __wasi_net_received {
    /// Bytes received; with MSG_TRUNC as input the datagram's length, which may be more than the iovecs hold.
    uint32_t size;
    /// __WASI_NET_MSG_* bits: TRUNC, CTRUNC, OOB, EOR.
    uint32_t flags;
    /// Bytes of control data written.
    uint32_t control_length;
} __wasi_net_received_t;
_Static_assert(sizeof(__wasi_net_received_t) == 12, "size");
_Static_assert(offsetof(__wasi_net_received_t, flags) == 4, "offset");
_Static_assert(offsetof(__wasi_net_received_t, control_length) == 8, "offset");

/// A message of send_messages and receive_messages: 32 bytes. Its members are as the arguments of send and receive.
typedef struct __wasi_net_message {
    __wasi_net_address_t *address;
    const __wasi_iovec_t *iovs;
    size_t iovs_count;
    void *control;
    size_t control_length;
    /// Written where the message was received; where it was sent, only the size.
    __wasi_net_received_t result;
} __wasi_net_message_t;
_Static_assert(sizeof(__wasi_net_message_t) == 32, "size");
_Static_assert(offsetof(__wasi_net_message_t, iovs) == 4, "offset");
_Static_assert(offsetof(__wasi_net_message_t, iovs_count) == 8, "offset");
_Static_assert(offsetof(__wasi_net_message_t, control) == 12, "offset");
_Static_assert(offsetof(__wasi_net_message_t, control_length) == 16, "offset");
_Static_assert(offsetof(__wasi_net_message_t, result) == 20, "offset");
/// More than this with one call: EINVAL.
enum { __WASI_NET_MESSAGES_MAX = 1024 };

/// Socket options; <wasi/socket_options.h> has the table.
enum {
#define __WASI_SOCKET_OPTION_ROW(name, code, kind, access, level, option) __WASI_SOCKET_OPTION_##name = code,
    __WASI_SOCKET_OPTIONS(__WASI_SOCKET_OPTION_ROW)
#undef __WASI_SOCKET_OPTION_ROW
};

/// Values of the option TYPE.
enum {
    __WASI_NET_TYPE_STREAM = 1,
    __WASI_NET_TYPE_DGRAM = 2,
    __WASI_NET_TYPE_RAW = 3,
    __WASI_NET_TYPE_SEQPACKET = 5,
};

/// Membership in a multicast group, as the options of the kinds INTERFACE, MREQ… and GROUP… take it: 64 bytes.
typedef struct __wasi_net_membership {
    /// An interface by its index; 0: see the next, else the system picks.
    uint32_t interface;
    /// MREQ, MREQ_SOURCE and INTERFACE: an interface by its IPv4 address, where `interface` is 0; 0: the system picks.
    uint8_t interface_address[4];
    /// Port 0.
    __wasi_net_ip_address_t group;
    /// MREQ_SOURCE, GROUP_SOURCE: whose datagrams are meant.
    __wasi_net_ip_address_t source;
} __wasi_net_membership_t;
_Static_assert(sizeof(__wasi_net_membership_t) == 64, "size");
_Static_assert(offsetof(__wasi_net_membership_t, interface_address) == 4, "offset");
_Static_assert(offsetof(__wasi_net_membership_t, group) == 8, "offset");
_Static_assert(offsetof(__wasi_net_membership_t, source) == 36, "offset");

/// What an address is used for, in questions about policy.
enum {
    __WASI_NET_USE_TCP_CONNECT = 0,
    __WASI_NET_USE_TCP_BIND = 1,
    __WASI_NET_USE_UDP_SEND = 2,
    __WASI_NET_USE_UDP_BIND = 3,
    /// Membership in a multicast group; port 0 while the socket is not bound.
    __WASI_NET_USE_UDP_JOIN = 4,
    __WASI_NET_USE_ICMP_SEND = 5,
    __WASI_NET_USE_ICMP_BIND = 6,
    __WASI_NET_USE_RAW_SEND = 7,
    __WASI_NET_USE_RAW_BIND = 8,
};

// ---------------------------------------------------------------------------------------------------------------
// wasi_instance_network: what this instance was given
// ---------------------------------------------------------------------------------------------------------------

/// The default network of this instance. ENOENT: it was given none. The same handle each time.
int32_t __wasi_instance_network_default(__wasi_network_t *network)
    __WASI_NET_IMPORT("wasi_instance_network", "default_network");

/// Whether `network` permits `use` (__WASI_NET_USE_*) of `address`: 0, or EACCES. Asks, and does nothing else.
int32_t __wasi_instance_network_permits(__wasi_network_t network, uint32_t use, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_instance_network", "permits");

// ---------------------------------------------------------------------------------------------------------------
// wasi_socket: what every socket has
// ---------------------------------------------------------------------------------------------------------------

/// getsockname. An unbound socket has the zero address of its family.
int32_t __wasi_socket_local_address(__wasi_fd_t fd, __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket", "local_address");

/// getpeername. ENOTCONN when there is none.
int32_t __wasi_socket_remote_address(__wasi_fd_t fd, __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket", "remote_address");

/// shutdown. `how`: 1 no more receiving, 2 no more sending, 3 both (the bits of preview 1's sdflags). ENOTCONN.
int32_t __wasi_socket_shutdown(__wasi_fd_t fd, uint32_t how) __WASI_NET_IMPORT("wasi_socket", "shutdown");

/// getsockopt. `*size` is the room at `value` and becomes the value's length; a longer value is cut, but a U64 is not:
/// EINVAL. The option's kind says what is written. FILTER4, FILTER: the record at `value` says which interface, which
/// group and, as `count`, how many sources fit; `count` becomes how many there are. ENOPROTOOPT: no such option, not on
/// this socket, or one that can only be set.
int32_t __wasi_socket_get_option(__wasi_fd_t fd, uint32_t option, void *value, uint32_t *size)
    __WASI_NET_IMPORT("wasi_socket", "get_option");

/// setsockopt. EINVAL: `size` is less than the kind's length, or the value is not allowed. ENOPROTOOPT: no such option,
/// not on this socket, or one that can only be read. EPERM: it takes a privilege. Joining a group is a use of the network
/// (__WASI_NET_USE_UDP_JOIN), at the port the socket is bound to: EACCES. IP_OPTIONS with a source route is EACCES.
int32_t __wasi_socket_set_option(__wasi_fd_t fd, uint32_t option, const void *value, uint32_t size)
    __WASI_NET_IMPORT("wasi_socket", "set_option");

/// sendmsg. `address` may be null; of a datagram, family UNSPEC is as good. Flags: DONTWAIT, OOB, EOR, MORE, DONTROUTE, CONFIRM, FASTOPEN, PROBE. Never raises a signal: a broken
/// connection is EPIPE. `control`, which may be null, has records (see above); those that mean nothing to the kind of
/// socket are ignored. EINVAL for an unknown flag, kind or length. EAGAIN: would block and the descriptor or DONTWAIT says
/// not to. EACCES: not permitted.
int32_t __wasi_socket_send(__wasi_fd_t fd, const __wasi_ciovec_t *iovs, size_t iovs_count, uint32_t flags,
                           const __wasi_net_address_t *address, const void *control, size_t control_length,
                           uint32_t *sent) __WASI_NET_IMPORT("wasi_socket", "send");

/// recvmsg. `address` may be null; where the sender has no address (a connected stream) its family becomes
/// UNSPEC. Flags: PEEK, WAITALL, DONTWAIT, TRUNC, OOB, ERRQUEUE, CMSG_CLOEXEC, SIZE_ONLY. `control`, which may be null, gets records.
int32_t __wasi_socket_receive(__wasi_fd_t fd, const __wasi_iovec_t *iovs, size_t iovs_count, uint32_t flags,
                              __wasi_net_address_t *address, void *control, size_t control_length,
                              __wasi_net_received_t *received) __WASI_NET_IMPORT("wasi_socket", "receive");

/// sendmmsg, as far as it is of datagrams to internet addresses or none, without control records: EINVAL for a message that
/// has them or a unix address. Flags: as of send. EOPNOTSUPP: a stream, or packets in sequence; what an error raises there has to
/// be known of each message. The messages before the first that fails are sent; only where there is none of these is its
/// error told.
int32_t __wasi_socket_send_messages(__wasi_fd_t fd, __wasi_net_message_t *messages, size_t count, uint32_t flags,
                                    uint32_t *sent) __WASI_NET_IMPORT("wasi_socket", "send_messages");

/// recvmmsg. Flags: as of receive, WAITFORONE. `timeout`, which may be null, has nanoseconds, and after success what is left
/// of them; it is looked at after each message. An error after the first message is kept for the next call. With no messages
/// an error that the socket has kept is told.
int32_t __wasi_socket_receive_messages(__wasi_fd_t fd, __wasi_net_message_t *messages, size_t count, uint32_t flags,
                                       uint64_t *timeout, uint32_t *received)
    __WASI_NET_IMPORT("wasi_socket", "receive_messages");

/// sockatmark. `*mark` is 1 where the next byte is the first behind urgent data, else 0. ENOTTY: it has no such thing.
int32_t __wasi_socket_at_mark(__wasi_fd_t fd, uint32_t *mark) __WASI_NET_IMPORT("wasi_socket", "at_mark");

// ---------------------------------------------------------------------------------------------------------------
// wasi_socket_tcp and wasi_socket_udp: creating, binding, connecting
// ---------------------------------------------------------------------------------------------------------------

/// socket(family, SOCK_STREAM). `family` INET or INET6, else EAFNOSUPPORT. `flags`: __WASI_NET_CREATE_*.
/// EBADF: `network` is not a network.
int32_t __wasi_socket_tcp_create(__wasi_network_t network, uint32_t family, uint32_t flags, __wasi_fd_t *fd)
    __WASI_NET_IMPORT("wasi_socket_tcp", "create_tcp_socket");

/// bind. EACCES: the network does not permit listening there.
int32_t __wasi_socket_tcp_bind(__wasi_fd_t fd, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_tcp", "bind");

/// connect. EINPROGRESS on a nonblocking descriptor, EALREADY, EISCONN, ECONNREFUSED, ETIMEDOUT, EACCES.
int32_t __wasi_socket_tcp_connect(__wasi_fd_t fd, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_tcp", "connect");

/// listen. An unbound socket is bound to any address and a free port, which the network must permit.
int32_t __wasi_socket_tcp_listen(__wasi_fd_t fd, int32_t backlog) __WASI_NET_IMPORT("wasi_socket_tcp", "listen");

/// accept4. `address` (the peer's) may be null. The new descriptor has the flags given, none of the listener's.
int32_t __wasi_socket_tcp_accept(__wasi_fd_t fd, uint32_t flags, __wasi_fd_t *connection, __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_tcp", "accept");

/// socket(family, SOCK_DGRAM), as create_tcp_socket.
int32_t __wasi_socket_udp_create(__wasi_network_t network, uint32_t family, uint32_t flags, __wasi_fd_t *fd)
    __WASI_NET_IMPORT("wasi_socket_udp", "create_udp_socket");

/// bind, as for tcp.
int32_t __wasi_socket_udp_bind(__wasi_fd_t fd, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_udp", "bind");

/// connect: sets the peer; family UNSPEC dissolves the association.
int32_t __wasi_socket_udp_connect(__wasi_fd_t fd, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_udp", "connect");

// ---------------------------------------------------------------------------------------------------------------
// wasi_socket_raw: ICMP, and protocols that the system does not speak itself. Ports are 0, but the identifier of ICMP.
// ---------------------------------------------------------------------------------------------------------------

/// socket(family, type, protocol). `type` DGRAM with ICMP (1, or 58 for IPv6), or RAW with any protocol's number from 1 to
/// 254, else EPROTONOSUPPORT. A raw socket hears every packet of its protocol that comes to this machine; IPv4's come with
/// their headers. EPERM: the network permits no raw sockets, or the system does not. EACCES: the system permits no ICMP.
int32_t __wasi_socket_raw_create(__wasi_network_t network, uint32_t family, uint32_t type, uint32_t protocol,
                                 uint32_t flags, __wasi_fd_t *fd) __WASI_NET_IMPORT("wasi_socket_raw", "create_raw_socket");

/// bind, as for udp.
int32_t __wasi_socket_raw_bind(__wasi_fd_t fd, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_raw", "bind");

/// connect, as for udp.
int32_t __wasi_socket_raw_connect(__wasi_fd_t fd, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_raw", "connect");

// ---------------------------------------------------------------------------------------------------------------
// wasi_socket_unix: sockets of this machine. A pair has no name and needs no network. Every use of a name is asked of
// the instance's default network: an abstract one as it is, one in the file system as the instance's directories call
// the place that it leads to. The directory has its say too: binding makes a file there, connecting and sending write
// to one. A socket that was bound in a directory keeps that directory open. Peers outside of the instance whose names
// the instance's directories do not show are unnamed.
// ---------------------------------------------------------------------------------------------------------------

/// socket(AF_UNIX, type). `type`: __WASI_NET_TYPE_*, else EPROTONOSUPPORT. `flags`: __WASI_NET_CREATE_*.
int32_t __wasi_socket_unix_create(uint32_t type, uint32_t flags, __wasi_fd_t *fd)
    __WASI_NET_IMPORT("wasi_socket_unix", "create_unix_socket");

/// socketpair: two sockets of `type` that are connected to each other.
int32_t __wasi_socket_unix_pair(uint32_t type, uint32_t flags, __wasi_fd_t *first, __wasi_fd_t *second)
    __WASI_NET_IMPORT("wasi_socket_unix", "pair");

/// bind. An address with `length` 0 asks for any free abstract name. EACCES: not permitted. EADDRINUSE: there is a file
/// of that name. EROFS: the directory may not be written. ENAMETOOLONG: the last component is too long for this system
/// (at least 80 bytes fit).
int32_t __wasi_socket_unix_bind(__wasi_fd_t fd, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_unix", "bind");

/// connect. For type DGRAM: sets the peer, and family UNSPEC undoes that. EACCES: not permitted. EROFS: the directory
/// may not be written.
int32_t __wasi_socket_unix_connect(__wasi_fd_t fd, const __wasi_net_address_t *address)
    __WASI_NET_IMPORT("wasi_socket_unix", "connect");

/// listen. EINVAL: the socket is not bound.
int32_t __wasi_socket_unix_listen(__wasi_fd_t fd, int32_t backlog) __WASI_NET_IMPORT("wasi_socket_unix", "listen");

/// accept4, as for tcp.
int32_t __wasi_socket_unix_accept(__wasi_fd_t fd, uint32_t flags, __wasi_fd_t *connection,
                                  __wasi_net_address_t *address) __WASI_NET_IMPORT("wasi_socket_unix", "accept");

// ---------------------------------------------------------------------------------------------------------------
// wasi_ip_name_lookup
// ---------------------------------------------------------------------------------------------------------------

/// Resolves `name` (`name_length` bytes, no NUL; not a literal address) to addresses of `family` (UNSPEC: both; with
/// CONFIGURED or-ed in: as AI_ADDRCONFIG), in the order in which to try them, ports 0. At most `capacity` records are
/// written; `*count` is how many there are. ENOENT: no such name. ENOMSG: the name exists, without addresses of that
/// family. EAGAIN: try later. EIO: the resolver failed. EACCES: the network does not permit this name. EINVAL: empty,
/// over 255 bytes, or with a NUL.
int32_t __wasi_ip_name_lookup_resolve(__wasi_network_t network, const char *name, size_t name_length, uint32_t family,
                                      __wasi_net_ip_address_t *addresses, size_t capacity, uint32_t *count)
    __WASI_NET_IMPORT("wasi_ip_name_lookup", "resolve");

/// The canonical name of `name`. `*length` is its length; at most `capacity` bytes of it are written, no NUL.
/// Errors as resolve.
int32_t __wasi_ip_name_lookup_canonical_name(__wasi_network_t network, const char *name, size_t name_length,
                                             char *canonical, size_t capacity, uint32_t *length)
    __WASI_NET_IMPORT("wasi_ip_name_lookup", "canonical_name");

/// The name of `address` (getnameinfo, gethostbyaddr). Errors as resolve. What is permitted is a lookup of any name.
int32_t __wasi_ip_name_lookup_reverse(__wasi_network_t network, const __wasi_net_address_t *address, char *name,
                                      size_t capacity, uint32_t *length)
    __WASI_NET_IMPORT("wasi_ip_name_lookup", "reverse");

/// Reads what needs no lookup, and so no network: an address in numbers as RFC 4291 and inet_pton have it, without a scope, and a
/// decimal port without leading zeros (null: 0). Both end with a NUL. EINVAL: one of them is something else. It is here because
/// a host reads text several times as fast as an interpreted program.
int32_t __wasi_ip_name_lookup_numeric(const char *text, const char *port, __wasi_net_ip_address_t *address)
    __WASI_NET_IMPORT("wasi_ip_name_lookup", "numeric");

// ---------------------------------------------------------------------------------------------------------------
// wasi_net_interface
// ---------------------------------------------------------------------------------------------------------------

/// The name of the machine (gethostname): `*length` bytes, at most `capacity` of them written.
int32_t __wasi_net_interface_host_name(__wasi_network_t network, char *name, size_t capacity, uint32_t *length)
    __WASI_NET_IMPORT("wasi_net_interface", "host_name");

/// if_nametoindex. ENODEV: no such interface.
int32_t __wasi_net_interface_index(__wasi_network_t network, const char *name, size_t name_length, uint32_t *index)
    __WASI_NET_IMPORT("wasi_net_interface", "name_to_index");

/// if_indextoname. ENXIO: no such interface.
int32_t __wasi_net_interface_name(__wasi_network_t network, uint32_t index, char *name, size_t capacity,
                                  uint32_t *length) __WASI_NET_IMPORT("wasi_net_interface", "index_to_name");

/// All interfaces: at most `capacity` records are written; `*count` is how many there are. Hardware addresses are there
/// only where the network permits everything.
int32_t __wasi_net_interface_list(__wasi_network_t network, __wasi_net_interface_t *interfaces, size_t capacity,
                                  uint32_t *count) __WASI_NET_IMPORT("wasi_net_interface", "list");

/// Addresses of all interfaces, as list: those of loopback, and those where the network permits to bind at some port.
int32_t __wasi_net_interface_addresses(__wasi_network_t network, __wasi_net_interface_address_t *addresses,
                                       size_t capacity, uint32_t *count)
    __WASI_NET_IMPORT("wasi_net_interface", "addresses");

#ifdef __cplusplus
}
#endif

#endif
