# SPDX-License-Identifier: Apache-2.0
#
# From the table of <wasi/socket_options.h> to docs/socket-options.md.

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
    print "What the system below does not have is `ENOPROTOOPT`, as on an older Linux. What is absent, and why, is in `docs/posix.md`."
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
}
