// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <fnmatch.h>
#include <glob.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wordexp.h>

#include "internal.h"

// Words as the shell expands them: ~, parameters, arithmetic, patterns, quotes. What would run a command is refused.

struct text {
    char *bytes;
    size_t length, room;
};

// What is being made. A word is kept twice: as it is, and as a pattern, in which quoted characters have a backslash.
struct state {
    int flags;
    char **words;
    size_t count, room;
    struct text word, pattern;
    bool is_begun, is_pattern;
    // Null while words are made; else all goes there, as one.
    struct text *whole;
};

static int add(struct text *text, char byte) {
    if (text->length + 2 > text->room) {
        size_t room = text->room == 0 ? 64 : 2 * text->room;
        char *larger = realloc(text->bytes, room);
        if (larger == NULL) return WRDE_NOSPACE;
        text->bytes = larger;
        text->room = room;
    }
    text->bytes[text->length++] = byte;
    text->bytes[text->length] = '\0';
    return 0;
}

static const char *string_of(const struct text *text) { return text->bytes != NULL ? text->bytes : ""; }

static int add_byte(struct state *state, char byte, bool quoted) {
    if (state->whole != NULL) return add(state->whole, byte);
    state->is_begun = true;
    if (!quoted && strchr("*?[", byte) != NULL) state->is_pattern = true;
    int error = add(&state->word, byte);
    if (error == 0 && quoted) error = add(&state->pattern, '\\');
    return error != 0 ? error : add(&state->pattern, byte);
}

// --- Words ---

static int add_word(struct state *state, const char *word) {
    if (state->count == state->room) {
        size_t room = state->room == 0 ? 16 : 2 * state->room;
        char **larger = reallocarray(state->words, room, sizeof *larger);
        if (larger == NULL) return WRDE_NOSPACE;
        state->words = larger;
        state->room = room;
    }
    char *copy = strdup(word);
    if (copy == NULL) return WRDE_NOSPACE;
    state->words[state->count++] = copy;
    return 0;
}

static int add_matches(struct state *state) {
    glob_t found;
    int result = glob(string_of(&state->pattern), 0, NULL, &found), error = 0;
    if (result != 0) return result == GLOB_NOSPACE ? WRDE_NOSPACE : add_word(state, string_of(&state->word));
    for (size_t i = 0; i < found.gl_pathc && error == 0; i++) error = add_word(state, found.gl_pathv[i]);
    globfree(&found);
    return error;
}

static int end_word(struct state *state) {
    if (state->whole != NULL || !state->is_begun) return 0;
    int error = state->is_pattern ? add_matches(state) : add_word(state, string_of(&state->word));
    state->word.length = state->pattern.length = 0;
    if (state->word.bytes != NULL) state->word.bytes[0] = '\0';
    if (state->pattern.bytes != NULL) state->pattern.bytes[0] = '\0';
    state->is_begun = state->is_pattern = false;
    return error;
}

// What a parameter is: unless quoted, it is cut where IFS says.
static int add_value(struct state *state, const char *value, bool quoted) {
    const char *separators = getenv("IFS");
    if (separators == NULL) separators = " \t\n";
    int error = 0;
    for (; *value != '\0' && error == 0; value++) {
        if (quoted || state->whole != NULL || strchr(separators, *value) == NULL) {
            error = add_byte(state, *value, quoted);
        } else {
            // Other than blanks, each ends a word, even an empty one.
            if (strchr(" \t\n", *value) == NULL) state->is_begun = true;
            error = end_word(state);
        }
    }
    return error;
}

// --- Arithmetic ---

struct sum {
    const char *at;
    bool is_wrong;
};

static long long sum_of(struct sum *sum);

static void skip_blanks(struct sum *sum) {
    while (isspace((unsigned char)*sum->at)) sum->at++;
}

static long long factor(struct sum *sum) {
    skip_blanks(sum);
    if (*sum->at == '-' || *sum->at == '+') {
        bool negative = *sum->at++ == '-';
        long long value = factor(sum);
        return negative ? (long long)(0 - (unsigned long long)value) : value;
    }
    if (*sum->at == '(') {
        sum->at++;
        long long value = sum_of(sum);
        skip_blanks(sum);
        if (*sum->at == ')') sum->at++;
        else sum->is_wrong = true;
        return value;
    }
    char *end;
    long long value = strtoll(sum->at, &end, 0);
    if (end == sum->at) sum->is_wrong = true;
    sum->at = end;
    return value;
}

static long long product(struct sum *sum) {
    long long value = factor(sum);
    for (;;) {
        skip_blanks(sum);
        char operation = *sum->at;
        if (sum->is_wrong || (operation != '*' && operation != '/' && operation != '%')) return value;
        sum->at++;
        long long other = factor(sum);
        if (operation == '*') value = (long long)((unsigned long long)value * (unsigned long long)other);
        else if (other == 0) sum->is_wrong = true;
        else if (other == -1) value = operation == '%' ? 0 : (long long)(0 - (unsigned long long)value);
        else value = operation == '/' ? value / other : value % other;
    }
}

static long long sum_of(struct sum *sum) {
    long long value = product(sum);
    for (;;) {
        skip_blanks(sum);
        char operation = *sum->at;
        if (sum->is_wrong || (operation != '+' && operation != '-')) return value;
        sum->at++;
        unsigned long long other = (unsigned long long)product(sum);
        value = (long long)((unsigned long long)value + (operation == '+' ? other : 0 - other));
    }
}

// --- The text ---

// `end` is what stops it: 0, or the '}' of the parameter that it is in.
static int expand(struct state *state, const char **at, char end, bool quoted);

// Expands a part of the text into one string, which the caller frees.
static int expand_whole(struct state *state, const char **at, char end, struct text *result) {
    struct text *outer = state->whole;
    state->whole = result;
    int error = expand(state, at, end, true);
    state->whole = outer;
    return error;
}

static int arithmetic(struct state *state, const char **at, bool quoted) {
    const char *start = *at + 3, *p = start;
    for (int depth = 0; depth > 0 || p[0] != ')' || p[1] != ')'; p++) {
        if (*p == '\0') return WRDE_SYNTAX;
        depth += (*p == '(') - (*p == ')');
    }
    *at = p + 2;
    char *inside = strndup(start, (size_t)(p - start)), number[24];
    const char *rest = inside;
    struct text expanded = {0};
    int error = inside == NULL ? WRDE_NOSPACE : expand_whole(state, &rest, '\0', &expanded);
    struct sum sum = {string_of(&expanded), false};
    long long value = 0;
    if (error == 0) {
        skip_blanks(&sum);
        if (*sum.at != '\0') value = sum_of(&sum);
        skip_blanks(&sum);
        if (sum.is_wrong || *sum.at != '\0') error = WRDE_SYNTAX;
    }
    free(inside);
    free(expanded.bytes);
    snprintf(number, sizeof number, "%lld", value);
    return error != 0 ? error : add_value(state, number, quoted);
}

// % and %% take the end of a value away, # and ## its beginning: the shortest or the longest that matches.
static int add_without(struct state *state, char *value, const char *pattern, char where, bool longest, bool quoted) {
    size_t length = strlen(value);
    for (size_t i = 0; i <= length; i++) {
        size_t cut = (where == '#') != longest ? i : length - i;
        char saved = value[cut];
        if (where == '#') value[cut] = '\0';
        bool matches = fnmatch(pattern, where == '#' ? value : value + cut, 0) == 0;
        value[cut] = saved;
        if (!matches) continue;
        if (where == '#') return add_value(state, value + cut, quoted);
        value[cut] = '\0';
        break;
    }
    return add_value(state, value, quoted);
}

// ${NAME} and all that there can be after the name; `*at` is behind it.
static int operation(struct state *state, const char **at, const char *name, const char *value, bool quoted) {
    bool colon = **at == ':' && strchr("-=?+", (*at)[1]) != NULL && (*at)[1] != '\0';
    if (colon) ++*at;
    char kind = **at;
    if (kind == '}') {
        ++*at;
        if (value == NULL) return state->flags & WRDE_UNDEF ? WRDE_BADVAL : 0;
        return add_value(state, value, quoted);
    }
    if (kind == '\0' || strchr("-=?+#%", kind) == NULL) return WRDE_SYNTAX;
    ++*at;
    bool is_there = value != NULL && (!colon || *value != '\0'), twice = (kind == '#' || kind == '%') && **at == kind;
    if (twice) ++*at;
    struct text word = {0};
    int error = 0;
    if ((kind == '-' && !is_there) || (kind == '+' && is_there)) return expand(state, at, '}', quoted);
    error = expand_whole(state, at, '}', &word);
    if (error != 0 || kind == '+') {
    } else if (kind == '#' || kind == '%') {
        char *copy = strdup(value != NULL ? value : "");
        error = copy == NULL ? WRDE_NOSPACE : add_without(state, copy, string_of(&word), kind, twice, quoted);
        free(copy);
    } else if (is_there) {
        error = add_value(state, value, quoted);
    } else if (kind == '?') {
        if (state->flags & WRDE_SHOWERR)
            fprintf(stderr, "%s: %s\n", name, word.length > 0 ? word.bytes : "parameter null or not set");
        error = WRDE_BADVAL;
    } else {
        error = setenv(name, string_of(&word), 1) != 0 ? WRDE_NOSPACE : add_value(state, string_of(&word), quoted);
    }
    free(word.bytes);
    return error;
}

static size_t name_length(const char *text) {
    size_t length = 0;
    if (isdigit((unsigned char)*text)) return 0;
    while (isalnum((unsigned char)text[length]) || text[length] == '_') length++;
    return length;
}

static int parameter(struct state *state, const char **at, bool quoted) {
    if ((*at)[1] == '(') return (*at)[2] == '(' ? arithmetic(state, at, quoted) : WRDE_CMDSUB;
    bool braces = (*at)[1] == '{', counts = braces && (*at)[2] == '#' && (*at)[3] != '}';
    const char *start = *at + 1 + braces + counts;
    size_t length = name_length(start);
    if (length == 0) {
        if (braces) return WRDE_SYNTAX;
        ++*at;
        return add_byte(state, '$', quoted);
    }
    char *name = strndup(start, length), number[24];
    if (name == NULL) return WRDE_NOSPACE;
    const char *value = getenv(name);
    int error;
    *at = start + length;
    if (counts) {
        snprintf(number, sizeof number, "%zu", value != NULL ? strlen(value) : 0);
        error = **at != '}' ? WRDE_SYNTAX : add_value(state, number, quoted);
        if (error == 0) ++*at;
    } else if (braces) {
        error = operation(state, at, name, value, quoted);
    } else if (value == NULL) {
        error = state->flags & WRDE_UNDEF ? WRDE_BADVAL : 0;
    } else {
        error = add_value(state, value, quoted);
    }
    free(name);
    return error;
}

static int tilde(struct state *state, const char **at) {
    size_t length = strcspn(*at + 1, "/ \t\n\"'\\$`");
    char *name = strndup(*at + 1, length);
    if (name == NULL) return WRDE_NOSPACE;
    const char *home = length == 0 ? getenv("HOME") : NULL;
    struct passwd *user = home == NULL ? length == 0 ? getpwuid(getuid()) : getpwnam(name) : NULL;
    if (user != NULL) home = user->pw_dir;
    free(name);
    if (home == NULL) return ++*at, add_byte(state, '~', false);
    *at += 1 + length;
    return add_value(state, home, true);
}

static int single_quotes(struct state *state, const char **at) {
    if (state->whole == NULL) state->is_begun = true;
    for (++*at; **at != '\''; ++*at) {
        if (**at == '\0') return WRDE_SYNTAX;
        int error = add_byte(state, **at, true);
        if (error != 0) return error;
    }
    ++*at;
    return 0;
}

static int double_quotes(struct state *state, const char **at) {
    if (state->whole == NULL) state->is_begun = true;
    ++*at;
    return expand(state, at, '"', true);
}

static int backslash(struct state *state, const char **at, bool quoted) {
    char next = (*at)[1];
    if (next == '\0') return WRDE_SYNTAX;
    bool stays = quoted && strchr("$`\"\\\n", next) == NULL;
    *at += stays ? 1 : 2;
    if (stays) return add_byte(state, '\\', true);
    return next == '\n' ? 0 : add_byte(state, next, true);
}

static int expand(struct state *state, const char **at, char end, bool quoted) {
    int error = 0;
    bool inside_quotes = end == '"';
    while (error == 0) {
        char byte = **at;
        if (byte == end) {
            if (end != '\0') ++*at;
            return 0;
        }
        if (byte == '\0') return WRDE_SYNTAX;
        if (byte == '`') return WRDE_CMDSUB;
        if (byte == '$') error = parameter(state, at, quoted);
        else if (byte == '\\') error = backslash(state, at, quoted);
        else if (byte == '"') error = double_quotes(state, at);
        else if (byte == '\'' && !inside_quotes) error = single_quotes(state, at);
        else if (quoted) error = add_byte(state, byte, true), ++*at;
        else if (byte == ' ' || byte == '\t') error = end_word(state), ++*at;
        else if (strchr("\n|&;<>(){}", byte) != NULL) return WRDE_BADCHAR;
        else if (byte == '~' && !state->is_begun) error = tilde(state, at);
        else error = add_byte(state, byte, false), ++*at;
    }
    return error;
}

// --- The result ---

static void free_words(struct state *state) {
    for (size_t i = 0; i < state->count; i++) free(state->words[i]);
    free(state->words);
}

// Puts the words behind those that are there, and a null behind all.
static int deliver(struct state *state, wordexp_t *result, size_t before, size_t there) {
    char **old = there > 0 || state->flags & WRDE_APPEND ? result->we_wordv : NULL;
    char **words = reallocarray(old, before + there + state->count + 1, sizeof *words);
    if (words == NULL) return WRDE_NOSPACE;
    if (old == NULL) memset(words, 0, before * sizeof *words);
    if (state->count > 0) memcpy(words + before + there, state->words, state->count * sizeof *words);
    words[before + there + state->count] = NULL;
    result->we_wordv = words;
    result->we_wordc = there + state->count;
    state->count = 0;
    return 0;
}

int wordexp(const char *restrict text, wordexp_t *restrict result, int flags) {
    struct state state = {.flags = flags};
    if (flags & WRDE_REUSE && !(flags & WRDE_APPEND)) wordfree(result);
    size_t before = flags & WRDE_DOOFFS ? result->we_offs : 0, there = flags & WRDE_APPEND ? result->we_wordc : 0;
    const char *at = text;
    int error = expand(&state, &at, '\0', false);
    if (error == 0) error = end_word(&state);
    if (error == 0) error = deliver(&state, result, before, there);
    if (error == 0 && !(flags & WRDE_DOOFFS)) result->we_offs = 0;
    free_words(&state);
    free(state.word.bytes);
    free(state.pattern.bytes);
    return error;
}

void wordfree(wordexp_t *words) {
    if (words->we_wordv == NULL) return;
    for (size_t i = 0; i < words->we_wordc; i++) free(words->we_wordv[words->we_offs + i]);
    free(words->we_wordv);
    words->we_wordv = NULL;
    words->we_wordc = 0;
}
