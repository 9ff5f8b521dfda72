// SPDX-License-Identifier: Apache-2.0
//
// Messages of name servers: musl's header, and the functions on names and the types of records that it leaves out.
#ifndef __NETWASI_ARPA_NAMESER_H
#define __NETWASI_ARPA_NAMESER_H

#include_next <arpa/nameser.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    ns_t_ds = 43,
    ns_t_sshfp = 44,
    ns_t_ipseckey = 45,
    ns_t_rrsig = 46,
    ns_t_nsec = 47,
    ns_t_dnskey = 48,
    ns_t_dhcid = 49,
    ns_t_nsec3 = 50,
    ns_t_nsec3param = 51,
    ns_t_tlsa = 52,
    ns_t_smimea = 53,
    ns_t_hip = 55,
    ns_t_cds = 59,
    ns_t_cdnskey = 60,
    ns_t_openpgpkey = 61,
    ns_t_csync = 62,
    ns_t_spf = 99,
    ns_t_uri = 256,
    ns_t_caa = 257
};

// Wire form to text and back: the functions that end in "ress" and "pack" know compression.
int ns_name_ntop(const unsigned char *, char *, size_t);
int ns_name_pton(const char *, unsigned char *, size_t);
int ns_name_unpack(const unsigned char *, const unsigned char *, const unsigned char *, unsigned char *, size_t);
int ns_name_pack(const unsigned char *, unsigned char *, int, const unsigned char **, const unsigned char **);
int ns_name_compress(const char *, unsigned char *, size_t, const unsigned char **, const unsigned char **);
int ns_name_skip(const unsigned char **, const unsigned char *);
int ns_samename(const char *, const char *);
int ns_samedomain(const char *, const char *);
int ns_subdomain(const char *, const char *);
int ns_makecanon(const char *, char *, size_t);

// Records and times as zone files have them.
int ns_sprintrr(const ns_msg *, const ns_rr *, const char *, const char *, char *, size_t);
int ns_sprintrrf(const unsigned char *, size_t, const char *, ns_class, ns_type, unsigned long, const unsigned char *, size_t,
                 const char *, const char *, char *, size_t);
int ns_format_ttl(unsigned long, char *, size_t);

#ifdef __cplusplus
}
#endif

#endif
