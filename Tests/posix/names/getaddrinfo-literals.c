// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <net/if.h>
#include <netdb.h>

// Addresses in all the forms that they are written in, good ones and others, and services in theirs.

static void host(const char *text) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST}, *list = NULL;
    int error = getaddrinfo(text, NULL, &hints, &list);
    printf("\"%s\": ", text);
    if (error) {
        printf("%d\n", error);
        return;
    }
    struct endpoint e = {.len = list->ai_addrlen};
    memcpy(&e.storage, list->ai_addr, list->ai_addrlen);
    printf("%s", address_text(&e));
    if (list->ai_family == AF_INET6) {
        unsigned scope = e.v6.sin6_scope_id;
        printf(" scope %s", scope == 0 ? "none" : scope == if_nametoindex("lo") ? "lo" : "other");
    }
    printf("%s\n", list->ai_next ? " and more" : "");
    freeaddrinfo(list);
}

static void service(const char *text) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV}, *list = NULL;
    int error = getaddrinfo("127.0.0.1", text, &hints, &list);
    if (error) printf("\"%s\": %d\n", text, error);
    else {
        printf("\"%s\": port %d\n", text, ntohs(((struct sockaddr_in *)list->ai_addr)->sin_port));
        freeaddrinfo(list);
    }
}

static void mapped(const char *host) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST}, *list = NULL;
    int error = getaddrinfo(host, "80", &hints, &list);
    char text[INET_ADDRSTRLEN] = "";
    if (error == 0) {
        const struct sockaddr_in *in = (const struct sockaddr_in *)list->ai_addr;
        printf("%s as IPv4: %s\n", host, inet_ntop(AF_INET, &in->sin_addr, text, sizeof text));
        freeaddrinfo(list);
    } else {
        printf("%s as IPv4: %d\n", host, error);
    }
}

int main(void) {
    static const char *const hosts[] = {
        "127.1", "0x7f.1", "0177.0.0.1", "127.0.1", "2130706433", "0x7f000001", "017700000001", "127.0.0.256", "127.0.0.01",
        "127.0.0.08", "1.2.3", "1.65536.3", "1.2.65535", "256.1", "1.16777215", "1.16777216", "4294967295", "4294967296",
        "1.2.3.4.", ".1.2.3.4", "1..2", "0x", "0x.1", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4x", "+1.2.3.4", "-1",
        "::", "::1%1", "::1%lo", "fe80::1%1", "fe80::1%lo", "fe80::1%none", "fe80::1%", "fe80::1%%lo", "fe80::1%4294967296",
        "fe80::1%1x", "ff02::1%lo", "ff01::1%lo", "ff05::1%lo", "2001:db8::1%lo", "2001:db8::1%1", "1.2.3.4%lo", "::ffff:1.2.3.4", "::1.2.3.4",
        "::ffff:1.2.3", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", ":1", "1:", ":::", "12345::",
        "[::1]", "::g", "0:0:0:0:0:0:0:0", "ABCD::ef", "::00001", ""};
    static const char *const services[] = {"0", "00080", "65535", "18446744073709551696",
        "-1", "+80", " 80", "80 ", "80x", "0x50", "", "99999999999999999999999"};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) host(hosts[i]);
    for (size_t i = 0; i < sizeof services / sizeof *services; i++) service(services[i]);
    mapped("::ffff:1.2.3.4");
    mapped("::ffff:102:304");
    mapped("::1.2.3.4");
    mapped("::1");
    return t_status;
}
