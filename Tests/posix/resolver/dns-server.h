// SPDX-License-Identifier: Apache-2.0

#ifndef DNS_SERVER_H
#define DNS_SERVER_H

#include "../test.h"

// A name server on a loopback port, over UDP and TCP. What it does is in the first label of the name it is asked about:
//   ok NAME.test        one record of the type asked for
//   nx nodata servfail refused formerr notimp
//   many                more records than a datagram of 512 bytes holds: cut over UDP, whole over TCP
//   silent              nothing over UDP
//   badid badname       first an answer to something else, then the right one
//   short query         first what is no answer, then the right one
//   loop                a name that points at itself
//   asked               a TXT record for each question since the last of this kind: NAME/PROTOCOL
//   stop                as ok; then the server ends
// Any other name of which the last label is "yes" has an address; the rest does not exist.

#define DNS_A 1
#define DNS_CNAME 5
#define DNS_MX 15
#define DNS_TXT 16
#define DNS_AAAA 28
#define DNS_SRV 33

struct dns_message {
    unsigned char bytes[4096];
    size_t size;
};

static char dns_asked[64][128];
static int dns_asked_count;

static void dns_put(struct dns_message *m, const void *bytes, size_t size) {
    memcpy(m->bytes + m->size, bytes, size);
    m->size += size;
}

static void dns_put16(struct dns_message *m, unsigned value) {
    unsigned char bytes[2] = {value >> 8, value};
    dns_put(m, bytes, 2);
}

/// The head of a record about the name asked for, up to its data.
static void dns_record(struct dns_message *m, unsigned type, unsigned size) {
    dns_put16(m, 0xc00c);
    dns_put16(m, type);
    dns_put16(m, 1);
    dns_put16(m, 0);
    dns_put16(m, 60);
    dns_put16(m, size);
    m->bytes[7]++;
}

static void dns_address(struct dns_message *m, unsigned last) {
    unsigned char address[4] = {192, 0, 2, last};
    dns_record(m, DNS_A, 4);
    dns_put(m, address, 4);
}

static void dns_text(struct dns_message *m, const char *text) {
    unsigned char length = strlen(text);
    dns_record(m, DNS_TXT, length + 1u);
    dns_put(m, &length, 1);
    dns_put(m, text, length);
}

static void dns_of_type(struct dns_message *m, unsigned type) {
    switch (type) {
    case DNS_A: dns_address(m, 1); break;
    case DNS_AAAA:
        dns_record(m, type, 16);
        dns_put(m, "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\1", 16);
        break;
    case DNS_MX:
        dns_record(m, type, 9);
        dns_put16(m, 10);
        dns_put(m, "\4mail\xc0\x0c", 7);
        break;
    case DNS_SRV:
        dns_record(m, type, 14);
        dns_put(m, "\0\1\0\2\x1f\x90\5ser.v\xc0\x0c", 14);
        break;
    case DNS_CNAME:
        dns_record(m, type, 12);
        dns_put(m, "\5other\4yes\0\0", 12);
        m->bytes[m->size - 1] = 0;
        m->size--;
        m->bytes[m->size - 12] = 11;
        break;
    case DNS_TXT: dns_text(m, "some text"); break;
    }
}

/// The name of a question as text; gives the length in the message.
static size_t dns_name(const unsigned char *query, size_t size, char *text) {
    size_t at = 12, used = 0;
    while (at < size && query[at] != 0) {
        size_t length = query[at++];
        if (length > 63 || at + length >= size || used + length + 2 > 120) return 0;
        if (used) text[used++] = '.';
        memcpy(text + used, query + at, length);
        used += length;
        at += length;
    }
    text[used] = '\0';
    return at + 5 <= size ? at - 11 : 0;
}

static int dns_is(const char *name, const char *label) {
    size_t length = strlen(label);
    return strncasecmp(name, label, length) == 0 && (name[length] == '.' || name[length] == '\0');
}

/// Makes the answer; 0: none. The question ends at `end` of the query.
static int dns_answer(const unsigned char *query, size_t end, const char *name, int tcp, struct dns_message *m) {
    unsigned type = query[end - 4] << 8 | query[end - 3], code = 0;
    m->size = 0;
    dns_put(m, query, end);
    memset(m->bytes + 6, 0, 6);
    m->bytes[2] = 0x80 | (query[2] & 1);
    m->bytes[3] = 0x80;
    if (dns_is(name, "silent") && !tcp) return 0;
    if (dns_is(name, "nx")) code = 3;
    else if (dns_is(name, "servfail")) code = 2;
    else if (dns_is(name, "refused")) code = 5;
    else if (dns_is(name, "formerr")) code = 1;
    else if (dns_is(name, "notimp")) code = 4;
    else if (dns_is(name, "nodata")) code = 0;
    else if (dns_is(name, "many") && !tcp) m->bytes[2] |= 2;
    else if (dns_is(name, "many"))
        for (unsigned i = 1; i <= 100; i++) dns_address(m, i);
    else if (dns_is(name, "loop")) {
        dns_record(m, DNS_CNAME, 2);
        dns_put16(m, 0xc000 | (unsigned)m->size);
    } else if (dns_is(name, "asked")) {
        for (int i = 0; i < dns_asked_count; i++) dns_text(m, dns_asked[i]);
        dns_asked_count = 0;
    } else if (dns_is(name, "ok") || dns_is(name, "stop") || dns_is(name, "badid") || dns_is(name, "badname") ||
               dns_is(name, "short") || dns_is(name, "query") || dns_is(name, "silent"))
        dns_of_type(m, type);
    else if (strlen(name) > 3 && strcmp(name + strlen(name) - 4, ".yes") == 0) dns_of_type(m, type);
    else code = 3;
    m->bytes[3] |= code;
    return 1;
}

/// What is sent before the answer to some names.
static void dns_mislead(int fd, const struct endpoint *to, const char *name, struct dns_message m) {
    if (dns_is(name, "badid")) m.bytes[0] ^= 0x55;
    else if (dns_is(name, "badname")) m.bytes[13] ^= 1;
    else if (dns_is(name, "short")) m.size = 5;
    else if (dns_is(name, "query")) m.bytes[2] &= 0x7f;
    else return;
    REQUIRE(sendto(fd, m.bytes, m.size, 0, &to->any, to->len));
}

static void dns_note(const char *name, int tcp) {
    if (dns_asked_count < 64 && !dns_is(name, "asked"))
        snprintf(dns_asked[dns_asked_count++], sizeof dns_asked[0], "%s/%s", name, tcp ? "tcp" : "udp");
}

static int dns_serve_udp(int fd) {
    unsigned char query[1024];
    char name[128];
    struct dns_message m;
    struct endpoint from = {.len = sizeof from.storage};
    ssize_t size = REQUIRE(recvfrom(fd, query, sizeof query, 0, &from.any, &from.len));
    size_t length = dns_name(query, size, name);
    if (length == 0) return 1;
    dns_note(name, 0);
    if (!dns_answer(query, 12 + length + 4, name, 0, &m)) return 1;
    dns_mislead(fd, &from, name, m);
    REQUIRE(sendto(fd, m.bytes, m.size, 0, &from.any, from.len));
    return !dns_is(name, "stop");
}

/// The answer is written in pieces: a client has to put them together.
static void dns_serve_tcp(int listener) {
    unsigned char prefix[2], query[1024];
    char name[128];
    struct dns_message m;
    int fd = REQUIRE(accept(listener, NULL, NULL));
    if (read_all(fd, prefix, 2) == 2) {
        size_t size = prefix[0] << 8 | prefix[1], length;
        if (size <= sizeof query && read_all(fd, query, size) == size && (length = dns_name(query, size, name)) > 0) {
            dns_note(name, 1);
            dns_answer(query, 12 + length + 4, name, 1, &m);
            prefix[0] = m.size >> 8, prefix[1] = m.size;
            write_all(fd, prefix, 1);
            write_all(fd, prefix + 1, 1);
            write_all(fd, m.bytes, m.size / 2);
            write_all(fd, m.bytes + m.size / 2, m.size - m.size / 2);
        }
    }
    close(fd);
}

/// Prints its port and serves until it is told to stop.
static int dns_serve(int family) {
    struct endpoint at;
    int udp, tcp;
    do { // a port that is free for both
        udp = bound_socket(family, SOCK_DGRAM, &at);
        tcp = REQUIRE(socket(family, SOCK_STREAM, 0));
        if (bind(tcp, &at.any, at.len) == 0) break;
        close(udp), close(tcp);
    } while (1);
    REQUIRE(listen(tcp, 16));
    printf("%d\n", port_of(&at));
    fflush(stdout);
    struct pollfd ready[2] = {{.fd = udp, .events = POLLIN}, {.fd = tcp, .events = POLLIN}};
    int going = 1;
    while (going && REQUIRE(poll(ready, 2, -1)) > 0) {
        if (ready[1].revents) dns_serve_tcp(tcp);
        if (ready[0].revents) going = dns_serve_udp(udp);
    }
    return t_status;
}

#endif
