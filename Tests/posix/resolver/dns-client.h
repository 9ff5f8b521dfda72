// SPDX-License-Identifier: Apache-2.0

#ifndef DNS_CLIENT_H
#define DNS_CLIENT_H

#include "../test.h"
#include <netdb.h>
#include <resolv.h>

/// Makes the server at a loopback port the only one, and short work of those that say nothing.
static inline void use_server(const char *port) {
    REQUIRE(res_init());
    _res.nscount = 1;
    _res.nsaddr_list[0] = loopback(AF_INET, atoi(port)).v4;
    _res.retrans = 5;
    _res.retry = 2;
    _res.options &= ~(RES_ROTATE | RES_USE_EDNS0 | RES_TRUSTAD);
    _res.ndots = 1;
    _res.dnsrch[0] = NULL;
}

static inline const char *h_error_name(int error) {
    switch (error) {
    case 0: return "0";
    case HOST_NOT_FOUND: return "HOST_NOT_FOUND";
    case TRY_AGAIN: return "TRY_AGAIN";
    case NO_RECOVERY: return "NO_RECOVERY";
    case NO_DATA: return "NO_DATA";
    case NETDB_INTERNAL: return "NETDB_INTERNAL";
    default: return "?";
    }
}

/// Prints the records of one section.
static inline void print_records(const unsigned char *answer, int size, ns_sect section) {
    ns_msg m;
    ns_rr rr;
    char text[NS_MAXDNAME];
    if (ns_initparse(answer, size, &m) != 0) {
        printf("  not a message: %s\n", errname(errno));
        return;
    }
    for (int i = 0; i < ns_msg_count(m, section); i++) {
        if (ns_parserr(&m, section, i, &rr) != 0) {
            printf("  record %d: %s\n", i, errname(errno));
            continue;
        }
        printf("  %s %d %d %u", ns_rr_name(rr), ns_rr_class(rr), ns_rr_type(rr), (unsigned)ns_rr_ttl(rr));
        const unsigned char *data = ns_rr_rdata(rr);
        int name_at = -1;
        switch (section == ns_s_qd ? 0 : ns_rr_type(rr)) {
        case ns_t_a: printf(" %s", inet_ntop(AF_INET, data, text, sizeof text)); break;
        case ns_t_aaaa: printf(" %s", inet_ntop(AF_INET6, data, text, sizeof text)); break;
        case ns_t_txt: printf(" %.*s", data[0], (const char *)data + 1); break;
        case ns_t_mx: printf(" %u", ns_get16(data)), name_at = 2; break;
        case ns_t_srv: printf(" %u %u %u", ns_get16(data), ns_get16(data + 2), ns_get16(data + 4)), name_at = 6; break;
        case ns_t_cname: name_at = 0; break;
        }
        if (name_at >= 0) {
            int taken = ns_name_uncompress(answer, answer + size, data + name_at, text, sizeof text);
            printf(" %s (%d)", taken < 0 ? errname(errno) : text, taken);
        }
        printf("\n");
    }
}

/// Prints the questions that the server has had.
static inline void print_asked(void) {
    unsigned char answer[4096];
    int size = res_query("asked.test", ns_c_in, ns_t_txt, answer, sizeof answer);
    if (size < 0 && h_errno != NO_DATA) printf("asked: %s\n", h_error_name(h_errno));
    if (size >= 0) print_records(answer, size, ns_s_an);
}

/// Ends the server.
static inline void stop_server(void) {
    unsigned char answer[512];
    EXPECT(res_query("stop.test", ns_c_in, ns_t_a, answer, sizeof answer) > 0);
}

#endif
