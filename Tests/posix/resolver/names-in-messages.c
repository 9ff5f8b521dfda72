// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <resolv.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations" // of ns_samename

// Names as text, in wire form, and compressed.

static void to_wire(const char *text) {
    unsigned char wire[300];
    char back[1100];
    int result = ns_name_pton(text, wire, sizeof wire);
    if (result < 0) {
        printf("\"%s\": %s\n", text, errname(errno));
        return;
    }
    int length = ns_name_ntop(wire, back, sizeof back);
    printf("\"%s\": %d, back %d \"%s\"\n", text, result, length, back);
    EXPECT_EQ(ns_name_ntop(wire, back, length), length);
    EXPECT_EQ(ns_name_ntop(wire, back, length - 1), -1);
}

int main(void) {
    static const char *const names[] = {".", "", "a", "a.", "www.example.org", "www.example.org.", "a..b", ".a", "a.b..",
        "esc\\.aped.x", "\\065\\066.c", "\\300.x", "\\1.x", "\\", "sp ace.tab\t", "at@semi;(paren)$\"q\"", "\\\\back",
        "UPPER.lower", "1234567890.0"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) to_wire(names[i]);

    unsigned char message[512] = {0}, *pointers[4] = {message, NULL}, *p = message + 12, *end = message + sizeof message;
    unsigned char **last = pointers + 4;
    static const char *const packed[] = {"www.example.org", "mail.Example.org", "example.org", "other.org", "www.example.org", "", "ORG", "x.mail.example.org"};
    unsigned char *starts[8];
    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++) {
        int length = dn_comp(packed[i], p, end - p, pointers, last);
        printf("\"%s\" takes %d\n", packed[i], length);
        starts[i] = p;
        if (length > 0) p += length;
    }
    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++) {
        char text[256];
        int taken = dn_expand(message, p, starts[i], text, sizeof text);
        printf("%d \"%s\", skip %d\n", taken, text, dn_skipname(starts[i], p));
    }
    char text[256];
    printf("cut: %d\n", dn_expand(message, p, starts[0], text, 5));
    printf("full: %d %d\n", dn_comp("www.nowhere.test", p, 17, NULL, NULL), dn_comp("www.nowhere.test", p, 18, NULL, NULL));
    printf("full pointer: %d %d\n", dn_comp("www.example.org", p, 1, pointers, last), dn_comp("www.example.org", p, 2, pointers, last));
    printf("before the message: %d\n", dn_expand(message + 12, p, message, text, sizeof text));
    printf("at its end: %d\n", dn_expand(message, p, p, text, sizeof text));
    printf("same: %d %d %d\n", ns_samename("A.b", "a.B."), ns_samename("a", "b"), ns_samename(".", ""));
    return t_status;
}
