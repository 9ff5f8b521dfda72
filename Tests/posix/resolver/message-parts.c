// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <resolv.h>

// Numbers and names in messages: put, got, skipped, compressed, compared.

static void print_bytes(const unsigned char *bytes, int count) {
    for (int i = 0; i < count; i++) printf("%02x", bytes[i]);
    printf("\n");
}

int main(void) {
    unsigned char bytes[8];
    ns_put16(0x12345, bytes);
    ns_put32(0xdeadbeef, bytes + 2);
    print_bytes(bytes, 6);
    printf("%x %lx\n", ns_get16(bytes), (unsigned long)ns_get32(bytes + 2));

    static const unsigned char message[] = "\x12\x34\x81\x80\0\1\0\2\0\0\0\0\3www\4test\0\0\1\0\1"
        "\xc0\x0c\0\5\0\1\0\0\0\x3c\0\6\3ftp\xc0\x10\xc0\x26\0\1\0\1\0\0\0\x3c\0\4\300\0\2\1";
    const unsigned char *end = message + sizeof message - 1, *place = message + 12;
    SHOW(ns_skiprr(message + 12, end, ns_s_qd, 1));
    SHOW(ns_skiprr(message + 26, end, ns_s_an, 1));
    SHOW(ns_skiprr(message + 26, end, ns_s_an, 2));
    SHOW(ns_skiprr(message + 26, end, ns_s_an, 3));
    SHOW(ns_skiprr(message + 26, end, ns_s_an, 0));
    SHOW(ns_skiprr(message + 12, message + 20, ns_s_qd, 1));
    SHOW(ns_name_skip(&place, end));
    printf("%d\n", (int)(place - message));
    place = message + 26;
    SHOW(ns_name_skip(&place, end));
    printf("%d\n", (int)(place - message));
    place = message + 12;
    SHOW(ns_name_skip(&place, message + 15));

    unsigned char wire[NS_MAXCDNAME], packed[64];
    char text[NS_MAXDNAME];
    SHOW(ns_name_unpack(message, end, message + 38, wire, sizeof wire));
    printf("%d ", ns_name_ntop(wire, text, sizeof text));
    printf("%s\n", text);
    SHOW(ns_name_unpack(message, end, message + 38, wire, 4));
    SHOW(ns_name_unpack(message, message + 30, message + 38, wire, sizeof wire));

    const unsigned char *names[8] = {packed, NULL}, **last = names + 8;
    memset(packed, 0, sizeof packed);
    // A name is not at the very start of a message, whose offset 0 would be no pointer.
    int length = ns_name_compress("host.example.org", packed + 12, 40, names, last);
    printf("%d ", length);
    print_bytes(packed + 12, length);
    int second = ns_name_compress("mail.Example.ORG", packed + 12 + length, 20, names, last);
    printf("%d ", second);
    print_bytes(packed + 12 + length, second);
    SHOW(ns_name_compress("too.long.for.the.room", packed + 50, 4, names, last));
    SHOW(ns_name_compress("a..b", packed + 50, 14, NULL, NULL));
    ns_name_pton("ftp.example.org", wire, sizeof wire);
    memset(packed, 0, sizeof packed);
    SHOW(ns_name_pack(wire, packed + 12, 40, NULL, NULL));
    print_bytes(packed + 12, 17);
    SHOW(ns_name_pack(wire, packed + 12, 5, NULL, NULL));

    struct __res_state state;
    memset(&state, 0, sizeof state);
    SHOW(res_ninit(&state));
    unsigned char query[128];
    int size = res_nmkquery(&state, ns_o_query, "www.test", ns_c_in, ns_t_a, NULL, 0, NULL, query, sizeof query);
    SHOW(size);
    print_bytes(query + 2, size - 2);
    SHOW(res_nmkquery(&state, ns_o_query, "www.test", ns_c_in, ns_t_a, NULL, 0, NULL, query, 16));
    res_nclose(&state);
    return t_status;
}
