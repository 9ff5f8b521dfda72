// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <errno.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

// Records as lines of a zone's file, in glibc's columns. Types beyond those of hosts, mail and services are written as any
// unknown type is, in hexadecimal.

struct text {
    char *next;
    size_t left;
    bool full;
};

static void add(struct text *text, const char *format, ...) __attribute__((__format__(__printf__, 2, 3)));

static void add(struct text *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text->next, text->left, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= text->left) {
        text->full = true;
        return;
    }
    text->next += length;
    text->left -= (size_t)length;
}

// --- Times ---

int ns_format_ttl(unsigned long seconds, char *buffer, size_t size) {
    static const struct {
        unsigned long length;
        char letter;
    } units[] = {{604800, 'W'}, {86400, 'D'}, {3600, 'H'}, {60, 'M'}, {1, 'S'}};
    struct text text = {.next = buffer, .left = size};
    int parts = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        unsigned long count = seconds / units[i].length;
        seconds %= units[i].length;
        if (count == 0 && !(parts == 0 && units[i].letter == 'S')) continue;
        add(&text, "%lu%c", count, units[i].letter);
        parts++;
    }
    if (text.full) return __net_ret(EMSGSIZE);
    // One unit stands in capitals, several do not.
    for (char *p = buffer; parts > 1 && *p != '\0'; p++)
        if (*p >= 'A' && *p <= 'Z') *p = (char)(*p - 'A' + 'a');
    return (int)(text.next - buffer);
}

// --- Columns ---

// Two blanks where a column was left too narrow, or the one before it was.
static bool tab_to(struct text *text, size_t used, size_t column, bool spaced) {
    if (spaced || used + 1 >= column) {
        add(text, "  ");
        return true;
    }
    for (size_t at = used; at < column; at = at / 8 * 8 + 8) add(text, "\t");
    return false;
}

static bool is_empty(const char *name) { return name == NULL || *name == '\0'; }

// How much of a name stands before an origin that it ends in.
static size_t before_origin(const char *name, const char *origin) {
    size_t length = strlen(name);
    if (is_empty(origin)) return length;
    for (const char *at = name; *at != '\0';) {
        if (ns_samename(at, origin) == 1) return (size_t)(at - name) - (at > name);
        for (; *at != '\0' && *at != '.'; at++)
            if (*at == '\\' && at[1] != '\0') at++;
        if (*at == '.') at++;
    }
    return length;
}

static bool ends_in_dot(const char *name) { return *name != '\0' && name[strlen(name) - 1] == '.'; }

static bool owner(struct text *text, const char *name, const char *context, const char *origin) {
    size_t length = before_origin(name, origin);
    if (context != NULL && ns_samename(context, name) == 1) {
        add(text, "\t\t\t");
        return false;
    }
    if (length == 0 && *name != '\0') {
        add(text, "@\t\t\t");
        return false;
    }
    bool dot = *name == '\0' || (name[length] == '\0' && !ends_in_dot(name));
    add(text, "%.*s%s", (int)length, name, dot ? "." : "");
    return tab_to(text, length + dot, 24, false);
}

// --- Data ---

struct record {
    const unsigned char *message, *message_end, *data, *end;
    const char *origin;
    bool wrong;   // it is written in hexadecimal
    bool unnamed; // not even that: a name in it is none
};

static unsigned number(struct record *record, int size) {
    unsigned value = 0;
    if (record->end - record->data < size) {
        record->wrong = true;
        return 0;
    }
    for (; size > 0; size--) value = value << 8 | *record->data++;
    return value;
}

static void name(struct text *text, struct record *record) {
    char full[NS_MAXDNAME];
    if (record->wrong) return;
    int taken = dn_expand(record->message, record->message_end, record->data, full, sizeof full);
    if (taken < 0) record->unnamed = true;
    if (taken < 0 || taken > record->end - record->data) {
        record->wrong = true;
        return;
    }
    record->data += taken;
    size_t length = before_origin(full, record->origin);
    if (*full == '\0') add(text, ".");
    else if (length == 0) add(text, "@");
    else add(text, "%.*s%s", (int)length, full, full[length] == '\0' && !ends_in_dot(full) ? "." : "");
}

static void string(struct text *text, struct record *record) {
    unsigned length = number(record, 1);
    if (record->end - record->data < (ptrdiff_t)length) {
        record->wrong = true;
        return;
    }
    add(text, "\"");
    for (; length > 0; length--, record->data++) {
        if (*record->data == '"' || *record->data == '\\' || *record->data == '\n') add(text, "\\");
        if (*record->data == '\0') record->wrong = true;
        else add(text, "%c", *record->data);
    }
    add(text, "\"");
}

static void address(struct text *text, struct record *record, int family, size_t size) {
    char form[INET6_ADDRSTRLEN];
    if (record->end - record->data != (ptrdiff_t)size) {
        record->wrong = true;
        return;
    }
    add(text, "%s", inet_ntop(family, record->data, form, sizeof form));
    record->data += size;
}

static void authority(struct text *text, struct record *record) {
    static const char *const names[] = {"serial", "refresh", "retry", "expiry", "minimum"};
    char ttl[64];
    name(text, record);
    add(text, " ");
    name(text, record);
    add(text, " (\n");
    for (int i = 0; i < 5; i++) {
        unsigned value = number(record, 4);
        if (i == 0) snprintf(ttl, sizeof ttl, "%u", value);
        else if (ns_format_ttl(value, ttl, sizeof ttl) < 0) record->wrong = true;
        add(text, "\t\t\t\t\t%s", ttl);
        if (i == 4) add(text, " )");
        tab_to(text, strlen(ttl) + (i == 4 ? 2 : 0), 16, false);
        add(text, "; %s\n", names[i]);
    }
}

// False: of no type that is known here.
static bool known(struct text *text, struct record *record, ns_type type) {
    switch (type) {
    case ns_t_a: address(text, record, AF_INET, 4); break;
    case ns_t_aaaa: address(text, record, AF_INET6, 16); break;
    case ns_t_ns:
    case ns_t_cname:
    case ns_t_mb:
    case ns_t_mg:
    case ns_t_mr:
    case ns_t_ptr:
    case ns_t_dname: name(text, record); break;
    case ns_t_mx:
    case ns_t_afsdb:
    case ns_t_rt:
        add(text, "%u ", number(record, 2));
        name(text, record);
        break;
    case ns_t_srv:
        for (int i = 0; i < 3; i++) add(text, "%u ", number(record, 2));
        name(text, record);
        break;
    case ns_t_minfo:
    case ns_t_rp:
        name(text, record);
        add(text, " ");
        name(text, record);
        break;
    case ns_t_hinfo:
        string(text, record);
        add(text, " ");
        string(text, record);
        break;
    case ns_t_txt:
        while (record->data < record->end && !record->wrong) {
            string(text, record);
            if (record->data < record->end) add(text, " ");
        }
        break;
    case ns_t_soa: authority(text, record); break;
    default: return false;
    }
    return true;
}

static void hexadecimal(struct text *text, const unsigned char *data, size_t size, const char *why) {
    add(text, "\\# %zu%s\t; %s", size, size > 0 ? " (" : "", why);
    for (size_t line = 0; line < size; line += 16) {
        size_t count = size - line < 16 ? size - line : 16;
        add(text, "\n\t");
        for (size_t i = 0; i < count; i++) add(text, "%02x ", data[line + i]);
        if (count < 16) {
            add(text, ")");
            tab_to(text, count * 3 + 2, 48, false);
        }
        add(text, "; ");
        for (size_t i = 0; i < count; i++) {
            unsigned char c = data[line + i];
            add(text, "%c", c >= 0x20 && c < 0x7f ? c : '.');
        }
    }
}

int ns_sprintrrf(const unsigned char *message, size_t message_size, const char *owner_name, ns_class class, ns_type type,
                 unsigned long ttl, const unsigned char *data, size_t size, const char *context, const char *origin,
                 char *buffer, size_t room) {
    struct text text = {.next = buffer, .left = room};
    struct record record = {message, message + message_size, data, data + size, origin, false, false};
    char lifetime[64], why[40];
    bool spaced = owner(&text, owner_name, context, origin);
    int length = ns_format_ttl(ttl, lifetime, sizeof lifetime);
    if (length < 0) return -1;
    const char *start = text.next;
    add(&text, "%s %s %s", lifetime, p_class(class), p_type(type));
    tab_to(&text, (size_t)(text.next - start), 16, spaced);
    struct text before = text;
    bool is_known = known(&text, &record, type);
    if (record.unnamed) return __net_ret(ENOSPC);
    if (!is_known || record.wrong || record.data != record.end) {
        text = before;
        snprintf(why, sizeof why, is_known ? "RR format error" : "unknown RR type %d", (int)type);
        hexadecimal(&text, data, size, why);
    }
    if (text.full) {
        errno = ENOSPC;
        return -1;
    }
    return (int)(text.next - buffer);
}

int ns_sprintrr(const ns_msg *message, const ns_rr *record, const char *context, const char *origin, char *buffer,
                size_t room) {
    return ns_sprintrrf(ns_msg_base(*message), (size_t)ns_msg_size(*message), ns_rr_name(*record), ns_rr_class(*record),
                        ns_rr_type(*record), ns_rr_ttl(*record), ns_rr_rdata(*record), ns_rr_rdlen(*record), context,
                        origin, buffer, room);
}
