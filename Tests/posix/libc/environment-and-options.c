// SPDX-License-Identifier: Apache-2.0
// env: KEPT=1

#define _GNU_SOURCE
#include "../test.h"
#include <getopt.h>

// The environment emptied, getopt's short form, getsubopt, swab.

extern char **environ;

static void options(void) {
    static char *words[] = {"program", "-ab", "value", "-c", "-x", "--", "rest", NULL};
    int option;
    opterr = 0;
    while ((option = getopt(7, words, "ab:c")) != -1) printf("%c %s %c\n", option, option == 'b' ? optarg : "-", option == '?' ? optopt : '0');
    printf("%s\n", words[optind]);
    static char *missing[] = {"program", "-b", NULL};
    optind = 1;
    printf("%c", getopt(2, missing, "b:"));
    optind = 1;
    printf("%c\n", getopt(2, missing, ":b:"));
}

static void suboptions(void) {
    char text[] = "rw,size=10,,name=,unknown=5", *rest = text, *value;
    static char *const keys[] = {"rw", "size", "name", NULL};
    while (*rest) {
        int key = getsubopt(&rest, keys, &value);
        printf("%d %s\n", key, value ? value : "none");
    }
}

int main(void) {
    printf("%s %s\n", getenv("KEPT"), secure_getenv("KEPT"));
    EXPECT_EQ(setenv("A", "b", 1), 0);
    EXPECT_EQ(clearenv(), 0);
    EXPECT(getenv("KEPT") == NULL && secure_getenv("A") == NULL && (environ == NULL || *environ == NULL));
    EXPECT_EQ(setenv("NEW", "1", 1), 0);
    EXPECT_EQ(setenv("NEW", "2", 0), 0);
    printf("%s %d\n", getenv("NEW"), environ[1] == NULL);
    SHOW(setenv("", "x", 1));
    SHOW(setenv("a=b", "x", 1));
    SHOW(unsetenv("a=b"));
    options();
    suboptions();
    char from[] = "abcdef", to[8] = "......";
    swab(from, to, 5);
    printf("%.6s\n", to);
    volatile ssize_t less = -1;
    swab(from, to, less);
    swab(from, to, 6);
    printf("%.6s\n", to);
    return t_status;
}
