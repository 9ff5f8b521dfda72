// SPDX-License-Identifier: Apache-2.0
#include <arpa/nameser.h>
#include <resolv.h>
#include <stdio.h>

// What numbers in messages are called, as far as glibc calls them anything; the others are the number.

#define NUMBER_SIZE 20

static const char *name_of(const char *const *names, size_t count, int value, char number[NUMBER_SIZE]) {
    if (value >= 0 && (size_t)value < count && names[value] != NULL) return names[value];
    snprintf(number, NUMBER_SIZE, "%d", value);
    return number;
}

#define NAME_OF(names, value, number) name_of(names, sizeof(names) / sizeof *(names), value, number)

const char *p_type(int type) {
    static const char *const names[] = {
        NULL,    "A",    "NS",   "MD",    "MF",   "CNAME", "SOA", "MB",    "MG",   "MR",   "NULL", "WKS",      "PTR",  "HINFO",
        "MINFO", "MX",   "TXT",  "RP",    "AFSDB", "X25",  "ISDN", "RT",   "NSAP", "NSAP_PTR", "SIG", "KEY",    "PX",   "GPOS",
        "AAAA",  "LOC",  "NXT",  "EID",   "NIMLOC", "SRV", "ATMA", "NAPTR", "KX",  "CERT", NULL,   "DNAME",
        [250] = "TSIG", "IXFR", "AXFR", "MAILB", "MAILA", "ANY",
    };
    static char number[NUMBER_SIZE];
    return NAME_OF(names, type, number);
}

const char *p_class(int class) {
    static const char *const names[] = {[1] = "IN", [3] = "CHAOS", "HS", [254] = "NONE", "ANY"};
    static char number[NUMBER_SIZE];
    return NAME_OF(names, class, number);
}

const char *p_rcode(int code) {
    static const char *const names[] = {"NOERROR",  "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN",
                                        "YXRRSET",  "NXRRSET", "NOTAUTH",  "NOTZONE",  "",       [16] = "BADSIG",
                                        "BADKEY",   "BADTIME"};
    static char number[NUMBER_SIZE];
    return NAME_OF(names, code, number);
}

const char *p_time(uint32_t seconds) {
    static char text[40];
    if (ns_format_ttl(seconds, text, sizeof text) < 0) snprintf(text, sizeof text, "%u", seconds);
    return text;
}
