#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Prints a C program that is about 1 MB as wasm, of which a run uses little: many functions behind a table.
awk 'BEGIN {
    count = 3600
    print "#include <stdio.h>"
    for (i = 0; i < count; i++) {
        printf "static unsigned f%d(unsigned a, unsigned b) {\n", i
        printf "    for (unsigned i = 0; i < (a & 7); i++) {\n"
        printf "        if (b & %uu) a = (a << %d | a >> %d) ^ %uu; else a += b * %uu;\n", 1 + i % 30, 1 + i % 31, 31 - i % 31, i * 2654435 % 4294967296, i * 40503 + 1
        printf "        b ^= a / %uu + (a %% %uu) * %uu;\n", 3 + i, 5 + i, 7 * i + 11
        printf "        switch (b %% 5) {\n"
        printf "        case 0: a ^= b >> %d; break;\n        case 1: a -= b << %d; break;\n", 1 + i % 13, 1 + i % 11
        printf "        case 2: b += a * %uu; break;\n        case 3: a = ~a + %uu; break;\n        }\n", i * 97 + 13, i * 31
        printf "    }\n    return a ^ b ^ %uu;\n}\n", i * 69069 % 4294967296
    }
    print "static unsigned (*const table[])(unsigned, unsigned) = {"
    for (i = 0; i < count; i++) printf "f%d,%s", i, i % 12 == 11 ? "\n" : " "
    print "};"
    print "int main(int argc, char **argv) {"
    print "    unsigned sum = argc;"
    print "    for (int i = 0; i < 100; i++) sum = table[(sum + i) % (sizeof table / sizeof *table)](sum, i);"
    print "    printf(\"%u\\n\", sum);"
    print "    return 0;"
    print "}"
}'
