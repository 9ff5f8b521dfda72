// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <arpa/nameser.h>
#include <resolv.h>

// p_query and fp_query: a message as its reader would have it, by sections; wrong messages as far as they go.

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static unsigned char message[4096];
static int used;

static void add16(unsigned value) {
    message[used++] = (unsigned char)(value >> 8);
    message[used++] = (unsigned char)value;
}

// A record owned by the question's name.
static void add_record(unsigned type, unsigned class, const char *data, int size) {
    add16(0xc00c);
    add16(type);
    add16(class);
    add16(0);
    add16(3600);
    add16((unsigned)size);
    memcpy(message + used, data, (size_t)size);
    used += size;
}

static void begin(unsigned flags, unsigned questions, unsigned answers, unsigned authorities, unsigned others) {
    used = 0;
    add16(4711);
    add16(flags);
    add16(questions);
    add16(answers);
    add16(authorities);
    add16(others);
    if (questions == 0) return;
    memcpy(message + used, "\3www\7example\3org", 17);
    used += 17;
    add16(ns_t_a);
    add16(ns_c_in);
}

static void print(const char *title, int length) {
    static const unsigned long codes[] = {0, RES_PRF_HEADX, RES_PRF_HEAD1, RES_PRF_HEAD2, RES_PRF_QUES, RES_PRF_ANS, RES_PRF_ADD | RES_PRF_AUTH,
                                          RES_PRF_HEAD1 | RES_PRF_ANS, RES_PRF_HEAD1 | RES_PRF_QUES, RES_PRF_TTLID | RES_PRF_CLASS, RES_PRF_STATS};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        _res.pfcode = codes[i];
        printf("--- %s, %#lx\n", title, codes[i]);
        fflush(stdout);
        fp_nquery(message, length, stdout);
    }
    _res.pfcode = 0;
}

int main(void) {
    res_init();
    begin(0x0100, 1, 0, 0, 0);
    print("a question", used);

    begin(0x8580, 1, 2, 1, 1);
    add_record(ns_t_a, ns_c_in, "\300\0\2\1", 4);
    add_record(ns_t_a, ns_c_in, "\300\0\2\2", 4);
    add_record(ns_t_ns, ns_c_in, "\2ns\300\020", 5);
    add_record(ns_t_txt, ns_c_in, "\5hello", 6);
    print("an answer", used);
    printf("--- p_query\n");
    p_query(message);
    printf("--- fp_query\n");
    fp_query(message, stdout);
    for (int length = used - 1; length > 0; length -= 7) {
        printf("--- %d bytes\n", length);
        fp_nquery(message, length, stdout);
    }

    for (unsigned rcode = 0; rcode < 16; rcode++) {
        begin(0x8000 | rcode | rcode << 11, 1, 0, 0, 0);
        printf("--- code %u\n", rcode);
        fp_nquery(message, used, stdout);
    }
    for (unsigned flag = 4; flag < 11; flag++) {
        begin(1u << flag, 0, 0, 0, 0);
        printf("--- flag %#x\n", 1u << flag);
        fp_nquery(message, used, stdout);
    }
    begin(0xa800, 1, 1, 1, 1);
    add_record(ns_t_a, ns_c_in, "\300\0\2\1", 4);
    add_record(ns_t_a, ns_c_any, "", 0);
    add_record(ns_t_mx, ns_c_in, "\0\12\2mx\300\020", 7);
    print("an update", used);

    begin(0x0003, 0, 0, 0, 0);
    print("nothing", used);

    // Wrong: data shorter than its type; a loop for a name; a type without a text.
    begin(0x8180, 1, 2, 0, 0);
    add_record(ns_t_a, ns_c_in, "\300\0\2", 3);
    add_record(ns_t_a, ns_c_in, "\300\0\2\2", 4);
    print("short data", used);
    begin(0x8180, 1, 1, 0, 0);
    add_record(ns_t_cname, ns_c_in, "\300\055", 2);
    message[used - 1] = (unsigned char)(used - 2);
    print("a loop", used);
    begin(0x8180, 1, 2, 0, 0);
    add_record(ns_t_a, ns_c_in, "\300\0\2\2", 4);
    add_record(ns_t_a, ns_c_in, "\300\0\2\2", 4);
    message[used - 15] = (unsigned char)(used - 16);
    print("an owner that is a loop", used);
    begin(0x8180, 1, 1, 0, 0);
    add_record(4711, 4, "abc", 3);
    print("an unknown type", used);

    printf("%d\n", fflush(stdout));
    static const unsigned long options[] = {RES_INIT, RES_DEBUG, RES_USEVC, RES_IGNTC, RES_RECURSE, RES_DEFNAMES, RES_STAYOPEN, RES_DNSRCH, RES_NOALIASES,
                                            RES_ROTATE, RES_USE_EDNS0, RES_SNGLKUP, RES_SNGLKUPREOP, RES_USE_DNSSEC, RES_NOTLDQUERY, RES_TRUSTAD, RES_NORELOAD,
                                            0x4, 0x10, 0x8000, 0x10000, 0x20000, RES_NOAAAA, 1ul << 31};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) printf("%s ", p_option(options[i]));
    printf("\n");
    struct __res_state state = {.options = RES_DEFAULT | RES_USE_EDNS0 | 0x10};
    fp_resstat(&state, stdout);
    return t_status;
}
