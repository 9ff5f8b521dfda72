// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <arpa/nameser.h>
#include <inttypes.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/ether.h>
#include <resolv.h>

// Names and numbers as text, random ones.

// A text of pieces that such texts have.
static const char *some_text(void) {
    static const char *const pieces[] = {"0", "1", "127", "255", "256", ".", ".", ".", ":", ":", "::", "ffff", "0x", "a", "F", "%", "lo", "localhost", "-", "+", " ", "012",
                                         "http", "dns", "4294967295", "4294967296", "65535", "65536", "example", "\\", "/", "@", "\t", "_", "xn--", "08", "18446744073709551616"};
    static const char *const whole[] = {"127.0.0.1", "::1", "::ffff:1.2.3.4", "fe80::1%lo", "1.2.3", "0x7f.1", "localhost", "10.0.0.0", "1:2:3:4:5:6:7:8", "ab:cd:ef:1:2:3", "smtp", "80", "", "2001:db8::"};
    static char texts[4][300];
    static unsigned next;
    char *text = texts[next++ % 4];
    if (chance(35)) strcpy(text, whole[rnd(sizeof whole / sizeof *whole)]);
    else {
        text[0] = '\0';
        for (unsigned i = 1 + rnd(7); i > 0; i--) strcat(text, pieces[rnd(sizeof pieces / sizeof *pieces)]);
    }
    say(" '%s'", text);
    return text;
}

static int some_family(void) {
    static const struct name families[] = {NAMED(AF_INET), NAMED(AF_INET6), {0, NULL}};
    if (chance(97)) return one_named(families);
    say(" 99");
    return 99;
}

static void step_pton(void) {
    unsigned char *bytes = good_room(16);
    say(" inet_pton");
    int family = some_family();
    if (result(inet_pton(family, some_text(), bytes)) == 1) {
        say(" ");
        say_hex(bytes, family == AF_INET ? 4 : 16);
    }
}

static void step_ntop(void) {
    unsigned char *bytes = good_room(16);
    char *text = good_room(64);
    say(" inet_ntop");
    int family = some_family();
    for (int i = 0; i < 16; i++) bytes[i] = (unsigned char)(chance(50) ? 0 : chance(20) ? rnd(256) : ONE_OF(0u, 255u, 1u, 16u, 127u));
    if (chance(20)) memset(bytes, 0, 10);
    say(" ");
    say_hex(bytes, 16);
    socklen_t size = chance(70) ? 46 : rnd(46);
    say(" /%u", size);
    const char *got = inet_ntop(family, bytes, text, size);
    say(" %s", got != NULL ? got : error_name(errno));
}

static void step_aton(void) {
    struct in_addr at = {0};
    say(" inet_aton");
    const char *text = some_text();
    int got = inet_aton(text, &at);
    say(" = %d", got != 0);
    if (got) say(" %08x", ntohl(at.s_addr));
    say(" %08x", ntohl(inet_addr(text)));
}

static void step_network(void) {
    say(" inet_network");
    say(" = %08x", inet_network(some_text()));
}

static void step_ethernet(void) {
    struct ether_addr at = {0};
    char text[32];
    say(" ether_aton_r");
    if (ether_aton_r(some_text(), &at) != NULL) say(" %s", ether_ntoa_r(&at, text));
    else say(" none");
}

static void say_list(const struct addrinfo *list) {
    for (; list != NULL; list = list->ai_next) {
        say(" %s", list->ai_socktype == SOCK_STREAM ? "stream" : list->ai_socktype == SOCK_DGRAM ? "dgram" : "other");
        say("/%d", list->ai_protocol);
        // The port is the text's, and not one that the system chose; of both families it is at the same place.
        struct sockaddr_in6 at = {0};
        memcpy(&at, list->ai_addr, list->ai_addrlen);
        say(" port %u", ntohs(at.sin6_port));
        at.sin6_port = 0;
        say_address(&at, list->ai_addrlen, list->ai_addrlen);
        if (list->ai_canonname != NULL) say(" '%s'", list->ai_canonname);
    }
}

static const char *failure(int error) {
    // The text of this one is not in every library.
    return error == 0 ? "0" : error == EAI_OVERFLOW ? "EAI_OVERFLOW" : error == EAI_SYSTEM ? error_name(errno) : gai_strerror(error);
}

static void step_getaddrinfo(void) {
    static const struct name flags[] = {NAMED(AI_PASSIVE), NAMED(AI_CANONNAME), NAMED(AI_NUMERICSERV), NAMED(AI_V4MAPPED), NAMED(AI_ALL), {0, NULL}};
    static const struct name types[] = {NAMED(SOCK_STREAM), NAMED(SOCK_DGRAM), NAMED(SOCK_SEQPACKET), {0, "0"}, {0, NULL}};
    static const struct name families[] = {NAMED(AF_UNSPEC), NAMED(AF_INET), NAMED(AF_INET6), {0, NULL}};
    struct addrinfo *list = NULL;
    say(" getaddrinfo");
    // Only numbers: what a name is asks others.
    struct addrinfo hints = {.ai_flags = some_flags(flags, 25) | AI_NUMERICHOST, .ai_family = one_named(families), .ai_socktype = one_named(types)};
    hints.ai_protocol = chance(80) ? 0 : ONE_OF(IPPROTO_TCP, IPPROTO_UDP, 99);
    say(" %d", hints.ai_protocol);
    const char *host = chance(85) ? some_text() : NULL, *service = chance(60) ? some_text() : NULL;
    int error = getaddrinfo(host, service, chance(90) ? &hints : &(struct addrinfo){.ai_flags = AI_NUMERICHOST}, &list);
    say(" = %s", failure(error));
    if (error != 0) return;
    say_list(list);
    freeaddrinfo(list);
}

static void step_getnameinfo(void) {
    static const struct name flags[] = {NAMED(NI_NAMEREQD), NAMED(NI_DGRAM), NAMED(NI_NUMERICSERV), {0, NULL}};
    char host[100] = "", service[100] = "";
    struct sockaddr_storage storage = {.ss_family = AF_INET};
    say(" getnameinfo");
    storage.ss_family = (sa_family_t)some_family();
    if (storage.ss_family == AF_INET) ((struct sockaddr_in *)&storage)->sin_addr.s_addr = htonl(ONE_OF(0x7f000001u, 0u, 0x01020304u));
    else if (chance(50)) ((struct sockaddr_in6 *)&storage)->sin6_addr = in6addr_loopback;
    ((struct sockaddr_in *)&storage)->sin_port = htons(ONE_OF(0, 80, 53, 9999));
    socklen_t len = storage.ss_family == AF_INET ? 16 : 28;
    if (chance(10)) len = ONE_OF(0u, 2u, 15u, 24u, 128u);
    say_address(&storage, len, sizeof storage);
    socklen_t host_size = chance(80) ? sizeof host : rnd(12), service_size = chance(80) ? sizeof service : rnd(5);
    int chosen = some_flags(flags, 25) | NI_NUMERICHOST;
    say(" /%u /%u", host_size, service_size);
    int error = getnameinfo((struct sockaddr *)&storage, len, host, host_size, service, service_size, chosen);
    say(" = %s '%s' '%s'", failure(error), error == 0 ? host : "", error == 0 ? service : "");
}

static void step_service(void) {
    struct servent *entry;
    const char *protocol = ONE_OF("tcp", "udp", "none", (const char *)NULL);
    say(" getserv %s", protocol != NULL ? protocol : "any");
    if (chance(50)) entry = getservbyname(some_text(), protocol);
    else {
        int port = ONE_OF(7, 22, 25, 53, 80, 443, 65535, 0);
        say(" %d", port);
        entry = getservbyport(htons((uint16_t)port), protocol);
    }
    if (entry == NULL) say(" none");
    else say(" %s %d %s", entry->s_name, ntohs((uint16_t)entry->s_port), entry->s_proto);
}

static void step_interface(void) {
    char name[IF_NAMESIZE];
    unsigned index = ONE_OF(0u, 1u, 9999u);
    say(" if_indextoname %u", index);
    const char *got = if_indextoname(index, name);
    say(" %s", got != NULL ? got : error_name(errno));
    say(" if_nametoindex");
    const char *text = chance(50) ? "lo" : some_text();
    unsigned found = if_nametoindex(text);
    say(" = %u %s", found, found == 0 ? error_name(errno) : "");
}

static void step_numbers(void) {
    static char bases[] = {0, 2, 8, 10, 16, 36, 1, 37, -1};
    char *end = NULL;
    say(" strtol");
    const char *text = some_text();
    int base = bases[rnd(sizeof bases)];
    say(" base %d", base);
    errno = 0;
    long long value = rnd(2) ? (long long)strtoull(text, &end, base) : strtoll(text, &end, base);
    say(" = %lld", value);
    // Where there is no number, POSIX leaves it open whether that is an error.
    if (base != 0 && (base < 2 || base > 36)) return;
    say(" +%d %s", (int)(end - text), end > text ? error_name(errno) : "");
}

// Names as they are in messages: damaged ones, with pointers to anywhere.
static void step_dns_name(void) {
    unsigned char *message = good_room(128);
    char *name = good_room(300);
    size_t size = 1 + rnd(100), at = 0;
    say(" dn_expand");
    while (at < size) {
        unsigned char length = chance(70) ? (unsigned char)rnd(8) : ONE_OF(0, 0xc0, 0xc1, 0x40, 0x80, 63);
        message[at++] = length;
        for (unsigned char i = 0; i < (length & 63) && at < size; i++) message[at++] = chance(90) ? (unsigned char)('a' + rnd(26)) : (unsigned char)rnd(256);
    }
    size_t start = rnd((unsigned)size);
    int space = chance(80) ? 300 : (int)rnd(20);
    say(" ");
    say_hex(message, size);
    say(" from %zu /%d", start, space);
    int got = dn_expand(message, message + size, message + start, name, space);
    say(" = %d", got);
    if (got >= 0) {
        say(" ");
        say_hex(name, strlen(name));
    }
    say(" skip %d", dn_skipname(message + start, message + size));
    unsigned char *packed = good_room(256);
    int length = ns_name_unpack(message, message + size, message + start, packed, 255);
    say(" unpack %d", length);
}

static void step_dns_pack(void) {
    unsigned char *bytes = good_room(256);
    say(" ns_name_pton");
    const char *text = some_text();
    size_t space = chance(80) ? 255 : rnd(20);
    say(" /%zu", space);
    int got = ns_name_pton(text, bytes, space);
    say(" = %d", got);
    if (got < 0) return;
    char *back = good_room(600);
    int length = ns_name_ntop(bytes, back, 600);
    say(" %d '%s'", length, length > 0 ? back : "");
    unsigned char *sent = good_room(256);
    say(" dn_comp %d", dn_comp(text, sent, (int)space, NULL, NULL));
}

static void step_dns_message(void) {
    unsigned char *message = good_room(200);
    ns_msg parsed;
    ns_rr record;
    size_t size = 12 + rnd(80);
    memset(message, 0, size);
    for (size_t i = 0; i < size; i++)
        if (i < 4 || chance(30)) message[i] = (unsigned char)(chance(10) ? rnd(256) : ONE_OF(0u, 1u, 1u, 5u, 12u, 28u, 0xc0u));
    for (size_t i = 4; i < 12; i++) message[i] = i % 2 ? (unsigned char)rnd(3) : 0;
    say(" ns_initparse ");
    say_hex(message, size);
    int got = ns_initparse(message, (int)size, &parsed);
    say(" = %d", got);
    if (got != 0) return;
    for (int section = 0; section < 4; section++) {
        if (ns_parserr(&parsed, (ns_sect)section, 0, &record) != 0) continue;
        say(" %d: '%s' type %d class %d ttl %u length %d", section, ns_rr_name(record), ns_rr_type(record), ns_rr_class(record),
            (unsigned)ns_rr_ttl(record), ns_rr_rdlen(record));
    }
}

const struct step text_steps[] = {
    {step_pton, 6},    {step_ntop, 6},      {step_aton, 4},    {step_network, 2},  {step_ethernet, 2},
    {step_getaddrinfo, 5}, {step_getnameinfo, 3}, {step_service, 2}, {step_interface, 2}, {step_numbers, 3},
    {step_dns_name, 4}, {step_dns_pack, 3},  {step_dns_message, 3},    {NULL, 0},
};
