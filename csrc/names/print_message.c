// SPDX-License-Identifier: Apache-2.0
#include <arpa/nameser.h>
#include <errno.h>
#include <resolv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Messages of name servers, and the state's options, in lines for people, with glibc's words. What is printed is what the
// state's pfcode names; everything where it names nothing.

static const char *opcode_text(unsigned opcode, char number[static 4]) {
    static const char *const names[16] = {"QUERY", "IQUERY", "CQUERYM", "CQUERYU", "NOTIFY", "UPDATE", [14] = "ZONEINIT", "ZONEREF"};
    if (names[opcode & 15] != NULL) return names[opcode & 15];
    snprintf(number, 4, "%u", opcode & 15);
    return number;
}

static const char *section_text(unsigned section, unsigned opcode) {
    static const char *const usual[] = {"QUERY", "ANSWER", "AUTHORITY", "ADDITIONAL"};
    static const char *const update[] = {"ZONE", "PREREQUISITE", "UPDATE", "ADDITIONAL"};
    return (opcode == ns_o_update ? update : usual)[section];
}

static bool wants(unsigned long part) { return _res.pfcode == 0 || _res.pfcode & part; }

// A record that has no text is taken for one that needs more room, as in glibc. False: the rest is not printed.
static bool print_record(const ns_msg *message, const ns_rr *record, FILE *file) {
    for (size_t size = 2048; size <= 131072; size *= 2) {
        char *text = malloc(size);
        if (text == NULL) break;
        int length = ns_sprintrr(message, record, NULL, NULL, text, size);
        if (length >= 0) fprintf(file, "%s\n", text);
        free(text);
        if (length >= 0) return true;
    }
    fprintf(file, ";; memory allocation failure\n");
    return false;
}

static void print_section(ns_msg *message, ns_sect section, unsigned long part, FILE *file) {
    bool titled = _res.pfcode & RES_PRF_HEAD1;
    ns_rr record;
    if (!wants(part)) return;
    for (int i = 0;; i++) {
        if (ns_parserr(message, section, i, &record) != 0) {
            if (errno != ENODEV) fprintf(file, ";; ns_parserr: %s\n", strerror(errno));
            else if (i > 0 && titled) putc('\n', file);
            return;
        }
        if (i == 0 && titled) fprintf(file, ";; %s SECTION:\n", section_text(section, ns_msg_getflag(*message, ns_f_opcode)));
        if (section == ns_s_qd)
            fprintf(file, ";;\t%s, type = %s, class = %s\n", ns_rr_name(record), p_type(ns_rr_type(record)), p_class(ns_rr_class(record)));
        else if (!print_record(message, &record, file)) return;
    }
}

static void print_head(const ns_msg *message, FILE *file) {
    static const struct {
        ns_flag flag;
        const char *name;
    } flags[] = {{ns_f_qr, "qr"}, {ns_f_aa, "aa"}, {ns_f_tc, "tc"}, {ns_f_rd, "rd"}, {ns_f_ra, "ra"}, {ns_f_z, "??"}, {ns_f_ad, "ad"}, {ns_f_cd, "cd"}};
    unsigned opcode = ns_msg_getflag(*message, ns_f_opcode), code = ns_msg_getflag(*message, ns_f_rcode);
    char number[4];
    if (wants(RES_PRF_HEADX) || code != 0)
        fprintf(file, ";; ->>HEADER<<- opcode: %s, status: %s, id: %d\n", opcode_text(opcode, number), p_rcode((int)code), ns_msg_id(*message));
    if (wants(RES_PRF_HEADX)) putc(';', file);
    if (wants(RES_PRF_HEAD2)) {
        fprintf(file, "; flags:");
        for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
            if (ns_msg_getflag(*message, flags[i].flag)) fprintf(file, " %s", flags[i].name);
    }
    if (wants(RES_PRF_HEAD1))
        for (unsigned s = 0; s < ns_s_max; s++)
            fprintf(file, "%s %s: %d", s == 0 ? ";" : ",", section_text(s, opcode), ns_msg_count(*message, s));
    if (wants(RES_PRF_HEADX | RES_PRF_HEAD2 | RES_PRF_HEAD1)) putc('\n', file);
}

void fp_nquery(const unsigned char *bytes, int size, FILE *file) {
    static const unsigned long parts[ns_s_max] = {RES_PRF_QUES, RES_PRF_ANS, RES_PRF_AUTH, RES_PRF_ADD};
    ns_msg message;
    unsigned records = 0;
    if (ns_initparse(bytes, size, &message) != 0) {
        fprintf(file, ";; ns_initparse: %s\n", strerror(errno));
        return;
    }
    print_head(&message, file);
    for (unsigned s = 0; s < ns_s_max; s++) {
        print_section(&message, (ns_sect)s, parts[s], file);
        records += ns_msg_count(message, s);
    }
    if (records == 0) putc('\n', file);
}

// These know no size: only a message of the largest one without extensions is one.
void fp_query(const unsigned char *bytes, FILE *file) { fp_nquery(bytes, NS_PACKETSZ, file); }
void p_query(const unsigned char *bytes) { fp_query(bytes, stdout); }

const char *p_option(unsigned long option) {
    static const struct {
        unsigned long option;
        const char *name;
    } names[] = {{RES_INIT, "init"},         {RES_DEBUG, "debug"},           {RES_USEVC, "use-vc"},
                 {RES_IGNTC, "igntc"},       {RES_RECURSE, "recurs"},        {RES_DEFNAMES, "defnam"},
                 {RES_STAYOPEN, "styopn"},   {RES_DNSRCH, "dnsrch"},         {RES_NOALIASES, "noaliases"},
                 {RES_ROTATE, "rotate"},     {RES_USE_EDNS0, "edns0"},       {RES_SNGLKUP, "single-request"},
                 {RES_SNGLKUPREOP, "single-request-reopen"}, {RES_USE_DNSSEC, "dnssec"}, {RES_NOTLDQUERY, "no-tld-query"},
                 {RES_NORELOAD, "no-reload"}, {RES_TRUSTAD, "trust-ad"},     {RES_NOAAAA, "no-aaaa"}};
    static char other[40];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].option == option) return names[i].name;
    snprintf(other, sizeof other, "?0x%lx?", option);
    return other;
}

void fp_resstat(const struct __res_state *state, FILE *file) {
    fprintf(file, ";; res options:");
    for (unsigned long option = 1; option != 0; option <<= 1)
        if (state->options & option) fprintf(file, " %s", p_option(option));
    putc('\n', file);
}
