# SPDX-License-Identifier: Apache-2.0
#
# From the table of <wasi/socket_options.h> to docs/socket-options.md.

# Options that Linux has, and the table lacks on purpose.
function absent(names, reason) { printf "| `%s` | %s |\n", names, reason }

BEGIN {
    value["INT"] = "`int`"
    value["CODE"] = "`int`"
    value["LINGER"] = "`struct linger`"
    value["TIME"] = "`struct timeval`"
    value["CREDENTIALS"] = "`struct ucred`"
    value["TEXT"] = "text"
    value["BYTES"] = "a structure"
    value["U64"] = "`uint64_t`"
    value["INTERFACE"] = "`struct in_addr`, `ip_mreq`, `ip_mreqn`"
    value["MREQ"] = "`struct ip_mreq`, `ip_mreqn`"
    value["MREQ_SOURCE"] = "`struct ip_mreq_source`"
    value["MREQ6"] = "`struct ipv6_mreq`"
    value["GROUP"] = "`struct group_req`"
    value["GROUP_SOURCE"] = "`struct group_source_req`"
    value["FILTER4"] = "`struct ip_msfilter`"
    value["FILTER"] = "`struct group_filter`"
    access["R"] = "get"
    access["W"] = "set"
    access["RW"] = "get, set"
    print "# Socket options"
    print ""
    print "Made from the table in `include/wasi/socket_options.h` by `Tests/abi/run.sh --update`; a test compares. Each option is tried by"
    print "`Tests/posix/options/table-*.c` on seven kinds of sockets, with rooms and values of all lengths, natively and as WebAssembly."
    print "What the system below does not have is `ENOPROTOOPT`, as on an older Linux. What is absent, and why, is at the end."
}

match($0, /^ *X\([^)]*\)/) {
    row = substr($0, RSTART, RLENGTH)
    sub(/^ *X\(/, "", row)
    sub(/\)$/, "", row)
    split(row, field, / *, */)
    if (!(field[5] in rows)) order[++levels] = field[5]
    rows[field[5]] = rows[field[5]] "| `" field[6] "` | " value[field[3]] " | " access[field[4]] " |\n"
    count++
}

END {
    for (i = 1; i <= levels; i++) printf "\n## %s\n\n| option | value | |\n|---|---|---|\n%s", order[i], rows[order[i]]
    printf "\n%d in all.\n", count
    print "\n## Absent\n\nOf these only the names are there: `ENOPROTOOPT`.\n\n| option | why |\n|---|---|"
    absent("SO_ATTACH_FILTER` `SO_DETACH_FILTER` `SO_LOCK_FILTER` `SO_ATTACH_BPF` `SO_ATTACH_REUSEPORT_CBPF` `SO_BPF_EXTENSIONS", "programs for the kernel, which would run outside of the sandbox")
    absent("SO_ZEROCOPY` `TCP_ZEROCOPY_RECEIVE", "pages are the host's, not the program's")
    absent("SO_PEERSEC` `SO_PASSSEC` `IP_PASSSEC` `SO_PEERGROUPS` `SO_NETNS_COOKIE", "labels, groups and namespaces of the host")
    absent("IP_HDRINCL` `IPV6_HDRINCL` `IP_NODEFRAG` `IP_ROUTER_ALERT` `IPV6_ROUTER_ALERT", "headers that would say another address than the policy saw, and packets of others")
    absent("TCP_ULP` `TCP_MD5SIG` `TCP_MD5SIG_EXT` `UDP_ENCAP` `IP_IPSEC_POLICY` `IP_XFRM_POLICY` `IPV6_XFRM_POLICY", "keys and tunnels of the kernel's")
    absent("TCP_REPAIR` `TCP_REPAIR_QUEUE` `TCP_QUEUE_SEQ` `TCP_REPAIR_OPTIONS` `TCP_REPAIR_WINDOW` `TCP_TIMESTAMP", "the inside of a connection, for the administrator only")
    absent("IPV6_HOPOPTS` `IPV6_DSTOPTS` `IPV6_RTHDR` `IPV6_RTHDRDSTOPTS` `IPV6_RECVHOPOPTS` `IPV6_RECVDSTOPTS` `IPV6_RECVRTHDR` `IPV6_2292PKTINFO` and its kin", "extension headers, which no program of the fourteen sends; a route would lead around the policy")
    absent("IPV6_PKTINFO", "as an option; it is there as a control message")
    absent("IPV6_PATHMTU` `IPV6_RECVPATHMTU` `IPV6_ADDRFORM` `IPV6_JOIN_ANYCAST` `IPV6_LEAVE_ANYCAST` `IPV6_RECVFRAGSIZE` `IP_RECVFRAGSIZE` `IP_CHECKSUM` `IP_PKTOPTIONS", "no user among the fourteen")
    absent("TCP_INQ` `TCP_SAVE_SYN` `TCP_SAVED_SYN` `TCP_TX_DELAY` `TCP_FASTOPEN_KEY` `SO_TXTIME` `SO_RESERVE_MEM` `SO_CNX_ADVICE` `SO_NOFCS` `SO_WIFI_STATUS` `SO_RCVMARK", "no user among the fourteen")
}
