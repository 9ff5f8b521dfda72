// SPDX-License-Identifier: Apache-2.0
#include <ctype.h>
#include <netinet/ether.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Ethernet addresses as text, and the names that /etc/ethers gives them where it is granted.

// Six numbers of one or two hexadecimal digits; returns what follows them, or null.
static const char *read_address(const char *text, struct ether_addr *address) {
    for (int i = 0; i < ETH_ALEN; i++) {
        char digits[3] = {0}, *end;
        if (i > 0 && *text++ != ':') return NULL;
        for (int digit = 0; digit < 2 && isxdigit((unsigned char)*text); digit++) digits[digit] = *text++;
        if (digits[0] == '\0') return NULL;
        address->ether_addr_octet[i] = (uint8_t)strtoul(digits, &end, 16);
    }
    return text;
}

struct ether_addr *ether_aton_r(const char *text, struct ether_addr *address) {
    const char *end = read_address(text, address);
    return end != NULL && (*end == '\0' || isspace((unsigned char)*end)) ? address : NULL;
}

struct ether_addr *ether_aton(const char *text) {
    static struct ether_addr address;
    return ether_aton_r(text, &address);
}

char *ether_ntoa_r(const struct ether_addr *address, char *text) {
    const uint8_t *bytes = address->ether_addr_octet;
    sprintf(text, "%x:%x:%x:%x:%x:%x", bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]);
    return text;
}

char *ether_ntoa(const struct ether_addr *address) {
    static char text[18];
    return ether_ntoa_r(address, text);
}

// An address, blanks, a name, as a line of /etc/ethers.
int ether_line(const char *line, struct ether_addr *address, char *name) {
    const char *rest = read_address(line, address);
    if (rest == NULL) return -1;
    while (isspace((unsigned char)*rest)) rest++;
    size_t length = strcspn(rest, " \t\r\n\v\f#");
    if (length == 0) return -1;
    memcpy(name, rest, length);
    name[length] = '\0';
    return 0;
}

// The first line with the name, or else with the address.
static int find(const char *name, const struct ether_addr *wanted, struct ether_addr *address, char *found,
                size_t room) {
    char line[1024], own[sizeof line];
    struct ether_addr at;
    int result = -1;
    FILE *file = fopen("/etc/ethers", "re");
    while (file != NULL && result != 0 && fgets(line, sizeof line, file) != NULL) {
        if (ether_line(line, &at, own) != 0) continue;
        if (name != NULL ? strcmp(own, name) != 0 : memcmp(&at, wanted, sizeof at) != 0) continue;
        *address = at;
        snprintf(found, room, "%s", own);
        result = 0;
    }
    if (file != NULL) fclose(file);
    return result;
}

int ether_hostton(const char *name, struct ether_addr *address) {
    char found[1];
    return find(name, NULL, address, found, sizeof found);
}

int ether_ntohost(char *name, const struct ether_addr *address) {
    struct ether_addr found;
    return find(NULL, address, &found, name, 1024);
}
