// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Addresses and ports as numbers, into buffers that fit and buffers that do not.

static const char *name(int error) {
    return error == 0 ? "ok" : error == EAI_OVERFLOW ? "EAI_OVERFLOW" : error == EAI_FAMILY ? "EAI_FAMILY" :
           error == EAI_NONAME ? "EAI_NONAME" : error == EAI_BADFLAGS ? "EAI_BADFLAGS" : "another error";
}

static void show_name(struct endpoint e, size_t host_size, size_t service_size, int flags) {
    char host[64] = "-", service[32] = "-";
    int error = getnameinfo(&e.any, e.len, host_size ? host : NULL, host_size, service_size ? service : NULL,
                            service_size, flags);
    if (error)
        printf("%s\n", name(error));
    else
        printf("%s %s\n", host, service);
}

int main(void) {
    const int numeric = NI_NUMERICHOST | NI_NUMERICSERV;
    struct endpoint four = loopback(AF_INET, 8080), six = loopback(AF_INET6, 65535), wrong = four;
    show_name(four, 64, 32, numeric);
    show_name(six, 64, 32, numeric);
    show_name(four, 64, 0, numeric);
    show_name(four, 0, 32, numeric);
    show_name(four, 10, 5, numeric);
    show_name(four, 9, 32, numeric);
    show_name(four, 64, 4, numeric);
    inet_pton(AF_INET6, "2001:db8::1:0:0:1", &six.v6.sin6_addr);
    show_name(six, 64, 32, numeric);
    wrong.any.sa_family = 99;
    show_name(wrong, 64, 32, numeric);
    wrong = four;
    wrong.len = 8;
    show_name(wrong, 64, 32, numeric);
    wrong = six;
    wrong.len = 16;
    show_name(wrong, 64, 32, numeric);
    return t_status;
}
