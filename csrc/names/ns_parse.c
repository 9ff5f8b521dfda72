// SPDX-License-Identifier: Apache-2.0
#include <arpa/nameser.h>
#include <errno.h>
#include <resolv.h>

#include "internal.h"

// Messages of name servers taken apart: a header, then four sections of records.

const struct _ns_flagdata _ns_flagdata[16] = {
    [ns_f_qr] = {0x8000, 15}, [ns_f_opcode] = {0x7800, 11}, [ns_f_aa] = {0x0400, 10}, [ns_f_tc] = {0x0200, 9},
    [ns_f_rd] = {0x0100, 8},  [ns_f_ra] = {0x0080, 7},      [ns_f_z] = {0x0040, 6},   [ns_f_ad] = {0x0020, 5},
    [ns_f_cd] = {0x0010, 4},  [ns_f_rcode] = {0x000f, 0},
};

unsigned ns_get16(const unsigned char *p) { return (unsigned)p[0] << 8 | p[1]; }
unsigned long ns_get32(const unsigned char *p) { return (unsigned long)ns_get16(p) << 16 | ns_get16(p + 2); }

void ns_put16(unsigned value, unsigned char *p) {
    p[0] = (unsigned char)(value >> 8);
    p[1] = (unsigned char)value;
}

void ns_put32(unsigned long value, unsigned char *p) {
    ns_put16((unsigned)(value >> 16), p);
    ns_put16((unsigned)value, p + 2);
}

// Bytes of `count` records at `start`. A question has a name, a type and a class only.
int ns_skiprr(const unsigned char *start, const unsigned char *end, ns_sect section, int count) {
    const unsigned char *p = start;
    for (; count > 0; count--) {
        ptrdiff_t size = dn_skipname(p, end);
        if (size < 0) return __net_ret(EMSGSIZE);
        p += size;
        size = section == ns_s_qd ? NS_QFIXEDSZ : NS_RRFIXEDSZ;
        if (end - p < size) return __net_ret(EMSGSIZE);
        p += size;
        if (section == ns_s_qd) continue;
        size = (ptrdiff_t)ns_get16(p - NS_INT16SZ);
        if (end - p < size) return __net_ret(EMSGSIZE);
        p += size;
    }
    return (int)(p - start);
}

int ns_initparse(const unsigned char *message, int size, ns_msg *handle) {
    *handle = (ns_msg){._msg = message, ._eom = message + size, ._sect = ns_s_max, ._rrnum = -1};
    if (size < NS_HFIXEDSZ) return __net_ret(EMSGSIZE);
    handle->_id = (uint16_t)ns_get16(message);
    handle->_flags = (uint16_t)ns_get16(message + 2);
    const unsigned char *p = message + NS_HFIXEDSZ;
    for (int i = 0; i < ns_s_max; i++) {
        handle->_counts[i] = (uint16_t)ns_get16(message + 4 + 2 * i);
        if (handle->_counts[i] == 0) continue;
        handle->_sections[i] = p;
        int taken = ns_skiprr(p, handle->_eom, (ns_sect)i, handle->_counts[i]);
        if (taken < 0) return -1;
        p += taken;
    }
    return __net_ret(p == handle->_eom ? 0 : EMSGSIZE);
}

static void enter_section(ns_msg *handle, ns_sect section) {
    handle->_sect = section;
    handle->_rrnum = section < ns_s_max ? 0 : -1;
    handle->_msg_ptr = section < ns_s_max ? handle->_sections[section] : NULL;
}

// Record number `number` of a section; -1: the next one.
int ns_parserr(ns_msg *handle, ns_sect section, int number, ns_rr *record) {
    if ((unsigned)section >= ns_s_max) return __net_ret(ENODEV);
    if (section != handle->_sect) enter_section(handle, section);
    if (number == -1) number = handle->_rrnum;
    if (number < 0 || number >= handle->_counts[section]) return __net_ret(ENODEV);
    if (number < handle->_rrnum) enter_section(handle, section);
    if (number > handle->_rrnum) {
        int taken = ns_skiprr(handle->_msg_ptr, handle->_eom, section, number - handle->_rrnum);
        if (taken < 0) return -1;
        handle->_msg_ptr += taken;
        handle->_rrnum = number;
    }
    int taken = dn_expand(handle->_msg, handle->_eom, handle->_msg_ptr, record->name, NS_MAXDNAME);
    if (taken < 0) return -1;
    // ns_initparse has seen that the rest is inside.
    const unsigned char *p = handle->_msg_ptr + taken;
    record->type = (uint16_t)ns_get16(p);
    record->rr_class = (uint16_t)ns_get16(p + 2);
    record->ttl = section == ns_s_qd ? 0 : (uint32_t)ns_get32(p + 4);
    record->rdlength = section == ns_s_qd ? 0 : (uint16_t)ns_get16(p + 8);
    record->rdata = section == ns_s_qd ? NULL : p + NS_RRFIXEDSZ;
    handle->_msg_ptr = p + (section == ns_s_qd ? NS_QFIXEDSZ : NS_RRFIXEDSZ + record->rdlength);
    if (++handle->_rrnum > handle->_counts[section]) enter_section(handle, (ns_sect)(section + 1));
    return 0;
}
