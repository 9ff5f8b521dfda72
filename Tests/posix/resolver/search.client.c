// SPDX-License-Identifier: Apache-2.0

#include "dns-client.h"

// Which names are tried, in which order: with few dots the domains first, with enough the name as it is.

static char first[] = "one.test", second[] = "two.yes";

static void search(const char *name) {
    unsigned char answer[512];
    int size = res_search(name, ns_c_in, ns_t_a, answer, sizeof answer);
    printf("%s: %d %s\n", name, size, h_error_name(size < 0 ? h_errno : 0));
    print_asked();
}

// HOSTALIASES names a file of the user's own names, for those without dots.
static void aliases(const char *text) {
    FILE *file = fopen("aliases", "w");
    fputs(text, file);
    fclose(file);
    printf("aliases\n");
    search("host");
    search("nick");
    search("NICK");
    search("nick.");
    search("nick.two");
    search("other");
}

int main(int argc, char **argv) {
    unsigned char answer[512];
    use_server(argv[1]);
    _res.retry = 1;
    search("host");
    _res.dnsrch[0] = first;
    _res.dnsrch[1] = second;
    _res.dnsrch[2] = NULL;
    search("host");
    search("host.");
    search("a.host");
    search("a.yes");
    search("servfail");
    _res.ndots = 2;
    search("a.host");
    search("a.b.host");
    _res.dnsrch[1] = NULL;
    _res.ndots = 1;
    search("host");
    search("nodata");
    _res.options |= RES_NOTLDQUERY;
    search("host");
    _res.options &= ~(RES_NOTLDQUERY | RES_DNSRCH);
    search("a.host");
    search("host");
    _res.options &= ~RES_DEFNAMES;
    search("host");
    SHOW(res_querydomain("host", "two.yes", ns_c_in, ns_t_a, answer, sizeof answer));
    SHOW(res_querydomain("ok", NULL, ns_c_in, ns_t_a, answer, sizeof answer));
    print_asked();
    _res.options |= RES_DEFNAMES;
    setenv("HOSTALIASES", "aliases", 1);
    aliases("nick ok.two.yes\nother  \t ok rest\nhost\n");
    aliases("nick. ok\nbroken\nother ok\n");
    aliases(" nick ok\nother \n");
    _res.options |= RES_NOALIASES;
    aliases("nick ok\n");
    _res.options &= ~RES_NOALIASES;
    setenv("HOSTALIASES", "no-file", 1);
    search("nick");
    stop_server();
    return t_status;
}
