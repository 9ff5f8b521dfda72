// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <getopt.h>

// Short and long options, in all the ways that they are written.

static int flag;
static const struct option options[] = {
    {"help", no_argument, NULL, 'h'},      {"port", required_argument, NULL, 'p'}, {"level", optional_argument, NULL, 'l'},
    {"verbose", no_argument, &flag, 1},    {"version", no_argument, NULL, 'V'},    {"portable", no_argument, NULL, 'P'},
    {NULL, 0, NULL, 0}};

static void parse(const char *what, const char *shorts, int only, char **words) {
    int count = 0, option, index = -1;
    while (words[count]) count++;
    optind = 0, flag = 0, opterr = 0;
    printf("%s:", what);
    while ((option = only ? getopt_long_only(count, words, shorts, options, &index) : getopt_long(count, words, shorts, options, &index)) != -1) {
        printf(" %c", option ? option : '0');
        if (option == '?' || option == ':') printf("(%c)", optopt ? optopt : '0');
        else if (optarg) printf("=%s", optarg);
    }
    printf(" flag %d, rest", flag);
    for (int i = optind; i < count; i++) printf(" %s", words[i]);
    printf("\n");
}

#define PARSE(shorts, only, ...) parse(#__VA_ARGS__, shorts, only, (char *[]){"program", __VA_ARGS__, NULL})

int main(void) {
    PARSE("hp:l::", 0, "-h", "-p", "80", "-p81", "-l", "-l5", "file");
    PARSE("hp:l::", 0, "--help", "--port=80", "--port", "81", "--level", "--level=3", "--verbose");
    PARSE("hp:l::", 0, "--hel", "--por", "1", "--port", "1", "--verb", "--vers", "--ver");
    PARSE("hp:l::", 0, "file", "-h", "other", "--port=1", "--", "-p", "x");
    PARSE("+hp:l::", 0, "-h", "file", "-h");
    PARSE("-hp:l::", 0, "-h", "file", "-h");
    PARSE("hp:", 0, "-p");
    PARSE(":hp:", 0, "-p");
    PARSE(":hp:", 0, "--port");
    PARSE("hp:", 0, "-x", "--nothing", "--help=yes", "-hx");
    PARSE("hp:", 1, "-help", "-port", "80", "-h", "-p5", "-verbose");
    PARSE("hp:", 0, "-", "--", "a");
    return t_status;
}
