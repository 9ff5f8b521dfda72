// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <resolv.h>

// Whatever a message holds, taking it apart ends, inside it. The checksum is over all results.

static unsigned sum = CHECKSUM_START;

static void note(long long value) {
    int small = value;
    sum = checksum(sum, &small, sizeof small);
}

static void take_apart(const unsigned char *message, int size) {
    ns_msg m;
    ns_rr rr;
    char name[NS_MAXDNAME];
    for (int i = 0; i < size; i++) {
        int taken = dn_expand(message, message + size, message + i, name, sizeof name);
        note(taken);
        if (taken >= 0) sum = checksum(sum, name, strlen(name));
        note(dn_skipname(message + i, message + size));
    }
    if (ns_initparse(message, size, &m) != 0) return note(-1);
    for (int section = 0; section < ns_s_max; section++) {
        for (int i = 0; i < ns_msg_count(m, section); i++) {
            int result = ns_parserr(&m, section, i, &rr);
            note(result);
            if (result != 0) continue;
            sum = checksum(sum, rr.name, strlen(rr.name));
            note(rr.type), note(rr.rr_class), note(rr.ttl), note(rr.rdlength);
            if (rr.rdlength > 0) sum = checksum(sum, rr.rdata, rr.rdlength);
        }
    }
}

int main(void) {
    // An answer with a question, two records and pointers between their names.
    static const unsigned char good[] = "\x12\x34\x81\x80\0\1\0\2\0\0\0\0\3www\4test\0\0\1\0\1"
        "\xc0\x0c\0\5\0\1\0\0\0\x3c\0\6\3ftp\xc0\x10\xc0\x26\0\1\0\1\0\0\0\x3c\0\4\300\0\2\1";
    enum { SIZE = sizeof good - 1 };
    unsigned char message[SIZE];
    take_apart(good, SIZE);
    printf("whole: %08x\n", sum);
    for (int size = 0; size < SIZE; size++) take_apart(good, size);
    printf("cut anywhere: %08x\n", sum);
    for (int at = 0; at < SIZE; at++) {
        for (int value = 0; value < 256; value++) {
            memcpy(message, good, SIZE);
            message[at] = value;
            take_apart(message, SIZE);
        }
    }
    printf("one byte changed: %08x\n", sum);
    for (int round = 0; round < 5000; round++) {
        for (int i = 0; i < SIZE; i++) {
            unsigned char byte = pattern(round * SIZE + i);
            message[i] = i < 12 ? good[i] : byte < 60 ? 0xc0 : byte < 180 ? byte % SIZE : byte;
        }
        take_apart(message, SIZE);
    }
    printf("noise: %08x\n", sum);
    return t_status;
}
