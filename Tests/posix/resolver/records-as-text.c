// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <resolv.h>

// Records as lines of a zone's file, and what numbers in them are called.

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static unsigned char message[512];

static void line(const char *owner, ns_type type, unsigned long ttl, const void *data, size_t size, const char *context, const char *origin) {
    char text[1024];
    memcpy(message + 64, data, size);
    errno = 0;
    int length = ns_sprintrrf(message, sizeof message, owner, ns_c_in, type, ttl, message + 64, size, context, origin, text, sizeof text);
    if (length < 0) printf("%d: %s\n", type, errname(errno));
    else printf("%d: %d\n%s|\n", type, length, text);
}

#define LINE(type, data) line("host.example.org", type, 3600, data, sizeof data - 1, NULL, NULL)

int main(void) {
    LINE(ns_t_a, "\300\0\2\1");
    LINE(ns_t_a, "\300\0\2");
    LINE(ns_t_a, "\300\0\2\1\1");
    LINE(ns_t_aaaa, "\x20\1\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\1");
    LINE(ns_t_ns, "\2ns\7example\3org\0");
    LINE(ns_t_cname, "\0");
    LINE(ns_t_ptr, "\3www\3a.b\3org\0");
    LINE(ns_t_mx, "\0\12\4mail\7example\3org\0");
    LINE(ns_t_srv, "\0\1\0\2\x1f\x90\3srv\4test\0");
    LINE(ns_t_txt, "\5hello\10a \"b\" \\c");
    LINE(ns_t_txt, "\0");
    LINE(ns_t_hinfo, "\3cpu\2os");
    LINE(ns_t_rp, "\5admin\4test\0\4text\4test\0");
    LINE(ns_t_soa, "\2ns\4test\0\12hostmaster\4test\0\0\0\0\1\0\0\x0e\x10\0\0\2\x58\0\x09\x3a\x80\0\0\0\x3c");
    LINE(ns_t_null, "abc");
    LINE(ns_t_dname, "\4test\0");
    LINE(ns_t_cname, "\300\100");
    LINE(ns_t_mx, "\0\12\300\102");
    LINE(ns_t_srv, "\0\12");
    LINE(ns_t_rp, "\1a\0\300\377");
    LINE(ns_t_a, "");
    LINE(ns_t_txt, "");
    LINE(ns_t_null, "a");
    LINE(ns_t_null, "0123456789");
    LINE(ns_t_null, "0123456789abcdef");
    LINE(ns_t_null, "0123456789abcdef0");
    LINE(ns_t_mx, "");
    LINE((ns_type)4711, "");
    LINE(ns_t_null, "");
    LINE((ns_type)257, "\0\5issueca.example.org");
    LINE((ns_type)300, "0123456789abcdef");
    LINE((ns_type)300, "");
    static const unsigned char address[] = {10, 0, 0, 1}, names[] = "\3ftp\7example\3org";
    static const char *const owners[] = {"host.example.org", "host.example.org.", "example.org", "", ".", "a.very.long.name.of.a.host.example.org", "other.test", "x.notexample.org"};
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        line(owners[i], ns_t_a, i * 3661, address, 4, NULL, NULL);
        line(owners[i], ns_t_cname, 694861, names, sizeof names, NULL, "example.org");
        line(owners[i], ns_t_a, 60, address, 4, "HOST.example.org", "example.org");
    }
    // Whatever room there is, nothing is written outside of it.
    for (size_t room = 0; room < 60; room++) {
        char text[64];
        memset(text, '#', sizeof text);
        int length = ns_sprintrrf(message, sizeof message, "host.test", ns_c_in, ns_t_a, 3600, address, 4, NULL, NULL, text, room);
        EXPECT(length < 0 || (length < (int)room && text[length] == '\0'));
        EXPECT(text[room] == '#');
        if (room % 20 == 0) printf("%zu: %s\n", room, length < 0 ? errname(errno) : "fits");
    }

    static const unsigned char answer[] = "\x12\x34\x81\x80\0\1\0\2\0\0\0\0\3www\4test\0\0\1\0\1"
        "\xc0\x0c\0\5\0\1\0\0\0\x3c\0\6\3ftp\xc0\x10\xc0\x26\0\1\0\1\0\0\0\x3c\0\4\300\0\2\1";
    ns_msg parsed;
    ns_rr record;
    REQUIRE(ns_initparse(answer, sizeof answer - 1, &parsed));
    for (int i = 0; i < 2; i++) {
        char text[256];
        REQUIRE(ns_parserr(&parsed, ns_s_an, i, &record));
        printf("%d %s\n", ns_sprintrr(&parsed, &record, NULL, NULL, text, sizeof text), "");
        printf("%s|\n", text);
    }

    char ttl[64];
    static const unsigned long times[] = {0, 1, 59, 60, 61, 3600, 3661, 86400, 90061, 604800, 694861, 2147483647};
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        printf("%d ", ns_format_ttl(times[i], ttl, sizeof ttl));
        printf("%s %s\n", ttl, p_time(times[i]));
    }
    errno = 0;
    printf("%d", ns_format_ttl(3661, ttl, 6));
    printf(" %d\n", ns_format_ttl(3661, ttl, 7));
    for (int i = 0; i < 300; i++) printf("%s ", p_type(i));
    printf("\n");
    for (int i = 0; i < 260; i++) printf("%s ", p_class(i));
    printf("\n");
    for (int i = 0; i < 30; i++) printf("%s ", p_rcode(i));
    printf("\n%s\n", p_type(-1));
    return t_status;
}
