// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "services.h"

// Lines as /etc/services has them: name, port/protocol, aliases.

static const char *const common[] = {
    "echo 7/tcp",
    "echo 7/udp",
    "discard 9/tcp sink null",
    "discard 9/udp sink null",
    "daytime 13/tcp",
    "daytime 13/udp",
    "chargen 19/tcp",
    "chargen 19/udp",
    "ftp-data 20/tcp",
    "ftp 21/tcp",
    "ssh 22/tcp",
    "telnet 23/tcp",
    "smtp 25/tcp mail",
    "time 37/tcp timserver",
    "time 37/udp timserver",
    "whois 43/tcp nicname",
    "domain 53/tcp",
    "domain 53/udp",
    "bootps 67/udp",
    "bootpc 68/udp",
    "tftp 69/udp",
    "gopher 70/tcp",
    "finger 79/tcp",
    "http 80/tcp www",
    "kerberos 88/tcp kerberos5 krb5",
    "kerberos 88/udp kerberos5 krb5",
    "pop3 110/tcp pop-3",
    "sunrpc 111/tcp portmapper",
    "sunrpc 111/udp portmapper",
    "auth 113/tcp ident",
    "nntp 119/tcp",
    "ntp 123/udp",
    "imap2 143/tcp imap",
    "snmp 161/tcp",
    "snmp 161/udp",
    "snmp-trap 162/udp",
    "bgp 179/tcp",
    "irc 194/tcp",
    "ldap 389/tcp",
    "ldap 389/udp",
    "https 443/tcp",
    "https 443/udp",
    "microsoft-ds 445/tcp",
    "submissions 465/tcp smtps",
    "syslog 514/udp",
    "printer 515/tcp spooler",
    "rtsp 554/tcp",
    "rtsp 554/udp",
    "submission 587/tcp",
    "ipp 631/tcp",
    "ldaps 636/tcp",
    "domain-s 853/tcp",
    "rsync 873/tcp",
    "ftps-data 989/tcp",
    "ftps 990/tcp",
    "telnets 992/tcp",
    "imaps 993/tcp",
    "pop3s 995/tcp",
    "socks 1080/tcp",
    "openvpn 1194/tcp",
    "openvpn 1194/udp",
    "mqtt 1883/tcp",
    "nfs 2049/tcp",
    "nfs 2049/udp",
    "mysql 3306/tcp",
    "sip 5060/tcp",
    "sip 5060/udp",
    "sip-tls 5061/tcp",
    "xmpp-client 5222/tcp",
    "xmpp-server 5269/tcp",
    "mdns 5353/udp",
    "postgresql 5432/tcp postgres",
    "redis 6379/tcp",
    "ircd 6667/tcp",
    "http-alt 8080/tcp webcache",
    "secure-mqtt 8883/tcp",
};

// Blanks end words, and a "#" the line.
static bool parse(struct service *service) {
    static const char blanks[] = " \t\r\n";
    char *state, *end;
    service->line[strcspn(service->line, "#")] = '\0';
    service->name = strtok_r(service->line, blanks, &state);
    char *port = service->name != NULL ? strtok_r(NULL, blanks, &state) : NULL;
    if (port == NULL) return false;
    unsigned long number = strtoul(port, &end, 10);
    if (end == port || *end != '/' || number > UINT16_MAX) return false;
    service->port = (int)number;
    service->protocol = end + 1;
    size_t count = 0;
    char *alias;
    while (count < NET_SERVICE_ALIASES && (alias = strtok_r(NULL, blanks, &state)) != NULL)
        service->aliases[count++] = alias;
    service->aliases[count] = NULL;
    return true;
}

static bool next_line(struct service_walk *walk, struct service *service) {
    if (walk->file != NULL) return fgets(service->line, sizeof service->line, walk->file) != NULL;
    if (walk->row == sizeof common / sizeof *common) return false;
    snprintf(service->line, sizeof service->line, "%s", common[walk->row++]);
    return true;
}

bool __net_next_service(struct service_walk *walk, struct service *service) {
    if (!walk->started) {
        int saved = errno;
        walk->file = fopen("/etc/services", "r");
        walk->started = true;
        errno = saved;
    }
    while (next_line(walk, service))
        if (parse(service)) return true;
    return false;
}

void __net_end_services(struct service_walk *walk) {
    if (walk->file != NULL) fclose(walk->file);
    *walk = (struct service_walk){.file = NULL};
}

static bool named(const struct service *service, const char *name) {
    if (strcmp(service->name, name) == 0) return true;
    for (char *const *alias = service->aliases; *alias != NULL; alias++)
        if (strcmp(*alias, name) == 0) return true;
    return false;
}

static bool find(const char *name, int port, const char *protocol, struct service *service) {
    struct service_walk walk = {.file = NULL};
    bool found = false;
    while (!found && __net_next_service(&walk, service)) {
        if (protocol != NULL && strcmp(service->protocol, protocol) != 0) continue;
        found = name != NULL ? named(service, name) : service->port == port;
    }
    __net_end_services(&walk);
    return found;
}

bool __net_service_by_name(const char *name, const char *protocol, struct service *service) {
    return find(name, 0, protocol, service);
}

bool __net_service_by_port(int port, const char *protocol, struct service *service) {
    return find(NULL, port, protocol, service);
}
