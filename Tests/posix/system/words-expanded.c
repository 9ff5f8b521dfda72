// SPDX-License-Identifier: Apache-2.0
// env: HOME=/home/me A=one EMPTY= PATHS=x/y.tar.gz S=a:b::c
// setup: mkdir d; : > d/one; : > d/two; : > d/three.c; : > 'd/a*b'

#define _GNU_SOURCE
#include "../test.h"
#include <wordexp.h>

// wordexp: quotes, parameters, arithmetic, patterns, and what is refused. Not here: quotes inside of ${X:-…}, ${X:?…} and
// WRDE_UNDEF with either, where glibc does otherwise than POSIX says.

static const char *const results[] = {"0", "NOSPACE", "BADCHAR", "BADVAL", "CMDSUB", "SYNTAX"};

static void expand(const char *text, int flags) {
    wordexp_t words = {0};
    int result = wordexp(text, &words, flags);
    printf("%s: %s", text, results[result]);
    for (size_t i = 0; result == 0 && i < words.we_wordc; i++) printf(" <%s>", words.we_wordv[i]);
    printf("\n");
    if (result == 0) wordfree(&words);
}

int main(void) {
    setenv("B", "two  words", 1);
    static const char *const texts[] = {
        "", "  ", "a b\tc", "'a b' \"c d\" e\\ f", "'' \"\"", "a'b'\"c\"d", "$A", "${A}x", "\"$B\"", "$B", "x${B}y", "'$A'",
        "\\$A", "$NOTHING", "a${NOTHING}b", "\"$NOTHING\"", "${NOTHING:-default}", "${EMPTY:-default}", "${EMPTY-default}",
        "${A:+other}", "${NOTHING:+other}", "${#A}", "${#NOTHING}", "${PATHS%.*}", "${PATHS%%.*}", "${PATHS#*/}",
        "${PATHS##*.}", "${NEW:=made}", "$NEW", "~", "~/x", "x~", "'~'", "~nobodyatall/x", "$((1 + 2 * 3))", "$(( (1+2) * -3 ))", "$((7/2))",
        "$(($NOTHING 4))", "d/*", "d/t*", "\"d/*\"", "d/'a*'b", "d/\\*", "d/nothing*", "d/[ot]??", "d/*.c $A", "a\\\\b", "\"a\\b\\$A\"",
        "$", "a$", "\"`\"x",
    };
    static const char *const wrong[] = {
        "a|b", "a&b", "a;b", "a<b", "a>b", "a(b", "a)b", "a{b", "a}b", "a\nb", "\"a", "'a", "${A", "${", "$(( 1 + ))", "$((1/0))", "\"a|b\"",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0] - 1; i++) expand(texts[i], 0);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) expand(wrong[i], 0);
    expand("$(echo x)", WRDE_NOCMD);
    expand("`echo x`", WRDE_NOCMD);
    expand("\"$(echo x)\"", WRDE_NOCMD);
    expand("$NOTHING", WRDE_UNDEF);
    expand("${NOTHING}", WRDE_UNDEF);
    setenv("IFS", ":", 1);
    expand("$S", 0);
    expand("$B", 0);
    unsetenv("IFS");

    wordexp_t words = {.we_offs = 2};
    SHOW(wordexp("a b", &words, WRDE_DOOFFS));
    SHOW(wordexp("c", &words, WRDE_DOOFFS | WRDE_APPEND));
    printf("%zu %d %d %s %s %s %d\n", words.we_wordc, words.we_wordv[0] == NULL, words.we_wordv[1] == NULL, words.we_wordv[2],
           words.we_wordv[3], words.we_wordv[4], words.we_wordv[5] == NULL);
    SHOW(wordexp("(", &words, WRDE_DOOFFS | WRDE_APPEND));
    printf("%zu\n", words.we_wordc);
    wordfree(&words);
    return t_status;
}
