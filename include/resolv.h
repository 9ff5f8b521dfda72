// SPDX-License-Identifier: Apache-2.0
//
// The resolver: questions to name servers, in the form that BIND gave them. Members and values are glibc's.
#ifndef _RESOLV_H
#define _RESOLV_H

#include <arpa/nameser.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/param.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define __RES 19991006

#define MAXNS 3
#define MAXDFLSRCH 3
#define MAXDNSRCH 6
#define MAXRESOLVSORT 10
#define LOCALDOMAINPARTS 2

#define RES_TIMEOUT 5
#define RES_MAXNDOTS 15
#define RES_MAXRETRANS 30
#define RES_MAXRETRY 5
#define RES_DFLRETRY 2
#define RES_MAXTIME 65535

#ifndef _PATH_RESCONF
#define _PATH_RESCONF "/etc/resolv.conf"
#endif

struct __res_state {
    int retrans; // seconds
    int retry;
    unsigned long options;
    int nscount;
    // A server with an IPv6 address is in _u._ext.nsaddrs; here its family is 0.
    struct sockaddr_in nsaddr_list[MAXNS];
#define nsaddr nsaddr_list[0]
    unsigned short id;
    char *dnsrch[MAXDNSRCH + 1];
    char defdname[256];
    unsigned long pfcode;
    unsigned ndots : 4;
    unsigned nsort : 4;
    unsigned ipv6_unavail : 1;
    unsigned unused : 23;
    struct {
        struct in_addr addr;
        uint32_t mask;
    } sort_list[MAXRESOLVSORT];
    int res_h_errno;
    int _vcsock;
    unsigned _flags;
    union {
        char pad[52];
        struct {
            uint16_t nscount;
            uint16_t nsmap[MAXNS];
            int nssocks[MAXNS];
            uint16_t nscount6;
            uint16_t nsinit;
            struct sockaddr_in6 *nsaddrs[MAXNS];
        } _ext;
    } _u;
};
typedef struct __res_state *res_state;

#define RES_INIT 0x00000001
#define RES_DEBUG 0x00000002
#define RES_AAONLY 0x00000004
#define RES_USEVC 0x00000008
#define RES_PRIMARY 0x00000010
#define RES_IGNTC 0x00000020
#define RES_RECURSE 0x00000040
#define RES_DEFNAMES 0x00000080
#define RES_STAYOPEN 0x00000100
#define RES_DNSRCH 0x00000200
#define RES_NOALIASES 0x00001000
#define RES_ROTATE 0x00004000
#define RES_NOCHECKNAME 0x00008000
#define RES_KEEPTSIG 0x00010000
#define RES_BLAST 0x00020000
#define RES_USE_EDNS0 0x00100000
#define RES_SNGLKUP 0x00200000
#define RES_SNGLKUPREOP 0x00400000
#define RES_USE_DNSSEC 0x00800000
#define RES_NOTLDQUERY 0x01000000
#define RES_NORELOAD 0x02000000
#define RES_TRUSTAD 0x04000000
#define RES_NOAAAA 0x08000000

#define RES_DEFAULT (RES_RECURSE | RES_DEFNAMES | RES_DNSRCH)

// What fp_nquery prints, in pfcode.
#define RES_PRF_STATS 0x00000001
#define RES_PRF_UPDATE 0x00000002
#define RES_PRF_CLASS 0x00000004
#define RES_PRF_CMD 0x00000008
#define RES_PRF_QUES 0x00000010
#define RES_PRF_ANS 0x00000020
#define RES_PRF_AUTH 0x00000040
#define RES_PRF_ADD 0x00000080
#define RES_PRF_HEAD1 0x00000100
#define RES_PRF_HEAD2 0x00000200
#define RES_PRF_TTLID 0x00000400
#define RES_PRF_HEADX 0x00000800
#define RES_PRF_QUERY 0x00001000
#define RES_PRF_REPLY 0x00002000
#define RES_PRF_INIT 0x00004000

struct __res_state *__res_state(void);
#define _res (*__res_state())

int res_init(void);
void res_close(void);
int res_query(const char *, int, int, unsigned char *, int);
int res_search(const char *, int, int, unsigned char *, int);
int res_querydomain(const char *, const char *, int, int, unsigned char *, int);
int res_mkquery(int, const char *, int, int, const unsigned char *, int, const unsigned char *, unsigned char *, int);
int res_send(const unsigned char *, int, unsigned char *, int);

int res_ninit(res_state);
void res_nclose(res_state);
int res_nquery(res_state, const char *, int, int, unsigned char *, int);
int res_nsearch(res_state, const char *, int, int, unsigned char *, int);
int res_nquerydomain(res_state, const char *, const char *, int, int, unsigned char *, int);
int res_nmkquery(res_state, int, const char *, int, int, const unsigned char *, int, const unsigned char *,
                 unsigned char *, int);
int res_nsend(res_state, const unsigned char *, int, unsigned char *, int);

int dn_comp(const char *, unsigned char *, int, unsigned char **, unsigned char **);
int dn_expand(const unsigned char *, const unsigned char *, const unsigned char *, char *, int);
int dn_skipname(const unsigned char *, const unsigned char *);

// Under glibc's names, which programs and configure scripts look for.
#define p_class __p_class
#define p_rcode __p_rcode
#define p_time __p_time
#define p_type __p_type
const char *p_class(int);
const char *p_rcode(int);
const char *p_time(uint32_t);
const char *p_type(int);

#define p_option __p_option
#define p_query __p_query
#define fp_query __fp_query
#define fp_nquery __fp_nquery
#define fp_resstat __fp_resstat
#define dn_count_labels __dn_count_labels
const char *p_option(unsigned long);
void p_query(const unsigned char *);
void fp_query(const unsigned char *, FILE *);
void fp_nquery(const unsigned char *, int, FILE *);
void fp_resstat(const struct __res_state *, FILE *);
int dn_count_labels(const char *);

int res_hnok(const char *);
int res_ownok(const char *);
int res_mailok(const char *);
int res_dnok(const char *);

// So are these, which configure scripts look for.
#define b64_ntop __b64_ntop
#define b64_pton __b64_pton
int b64_ntop(const unsigned char *, size_t, char *, size_t);
int b64_pton(const char *, unsigned char *, size_t);

#ifdef __cplusplus
}
#endif

#endif
