// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Texts that are nearly addresses, the same on every run, to all that reads addresses and back.

static unsigned state = 1;

static unsigned below(unsigned limit) {
    state = state * 1103515245u + 12345u;
    return (state >> 16) % limit;
}

static void number(char *text) {
    static const char *const forms[] = {"%u", "%u", "%u", "%u", "0%u", "00%u", "%#x", "%#o", "%u "};
    static const unsigned limits[] = {10, 256, 256, 300, 70000};
    const char *form = forms[below(9)];
    unsigned limit = limits[below(5)];
    sprintf(text + strlen(text), form, below(limit));
}

static void group(char *text) {
    static const char *const forms[] = {"%x", "%x", "%X", "%04x", "%05x", "0"};
    static const unsigned limits[] = {1, 16, 256, 65536, 1u << 20};
    const char *form = forms[below(6)];
    unsigned limit = limits[below(5)];
    sprintf(text + strlen(text), form, below(limit));
}

static void generate(char *text) {
    *text = '\0';
    if (below(3) == 0) {
        for (unsigned i = 0, count = below(8) ? 4 : below(6); i < count; i++) {
            if (i > 0) strcat(text, ".");
            number(text);
        }
    } else {
        unsigned count = below(3) ? 8 : below(10), gap = below(2) ? below(10) : 99;
        if (gap != 99 && below(4)) count = count > 1 ? count - 1 - below(count - 1) : count;
        for (unsigned i = 0; i < count; i++) {
            if (i > 0 || gap == 0) strcat(text, ":");
            if (i == gap) strcat(text, ":");
            group(text);
        }
        if (gap >= count && gap != 99) strcat(text, "::");
        if (below(6) == 0) {
            if (below(4)) strcat(text, ":");
            for (unsigned i = 0; i < 4; i++) {
                if (i > 0) strcat(text, ".");
                sprintf(text + strlen(text), "%u", below(260));
            }
        }
        if (below(12) == 0) strcat(text, "%7");
    }
    size_t length = strlen(text);
    if (length == 0 || below(10) != 0) return;
    unsigned place = below((unsigned)length);
    text[place] = ".:0aFg% /"[below(9)];
}

static void judge(const char *text) {
    struct in_addr four = {0}, old = {0};
    struct in6_addr six = {0};
    char back[INET6_ADDRSTRLEN] = "-";
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST}, *list = NULL;
    int is_four = inet_pton(AF_INET, text, &four), is_six = inet_pton(AF_INET6, text, &six), is_old = inet_aton(text, &old);
    if (is_six == 1) inet_ntop(AF_INET6, &six, back, sizeof back);
    printf("%s | %d %08x | %d %s | %d %08x | ", text, is_four, (unsigned)ntohl(four.s_addr), is_six, back, !!is_old, (unsigned)ntohl(old.s_addr));
    int error = getaddrinfo(text, "80", &hints, &list);
    if (error != 0) {
        printf("%d\n", error);
        return;
    }
    char host[NI_MAXHOST] = "", service[NI_MAXSERV] = "";
    error = getnameinfo(list->ai_addr, list->ai_addrlen, host, sizeof host, service, sizeof service, NI_NUMERICHOST | NI_NUMERICSERV);
    printf("%d %s %s %d\n", error, host, service, (int)list->ai_addrlen);
    freeaddrinfo(list);
}

int main(void) {
    char text[256];
    for (int i = 0; i < 4000; i++) {
        generate(text);
        judge(text);
    }
    // Runs of zeros of every kind, as text.
    for (unsigned zeros = 0; zeros < 256; zeros++) {
        uint8_t address[16] = {0};
        for (int i = 0; i < 8; i++) {
            unsigned word = below(4) == 0 ? 0xffff : below(65536);
            word >>= below(16);
            if (zeros >> i & 1) word = 0;
            address[2 * i] = (uint8_t)(word >> 8);
            address[2 * i + 1] = (uint8_t)word;
        }
        for (socklen_t room = 14; room < 50; room += 8) {
            char back[50] = "-";
            errno = 0;
            const char *result = inet_ntop(AF_INET6, address, back, room);
            printf("%s %s, ", result != NULL ? result : "none", errno ? errname(errno) : "");
        }
        printf("%s\n", inet_ntoa((struct in_addr){htonl(zeros * 0x01000001u + below(65536) * 256)}));
    }
    return t_status;
}
