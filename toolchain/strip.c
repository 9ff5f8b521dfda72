// SPDX-License-Identifier: Apache-2.0

#include "module-file.h"

// netwasi-strip: removes the custom sections that a program runs without, from modules and from programs that start
// with a `#!` line. Options as strip has them: -g -S -d --strip-debug keep the function names, for backtraces; -o FILE
// names another output; -s --strip-all --strip-unneeded and no option remove all that can be.

// Whether a program runs as well without the custom section of that name. target_features is kept: tools ask it.
static int is_removable(const unsigned char *name, uint32_t length, int debug_only) {
    static const char *const always[] = {".debug_", "reloc.", "external_debug_info", "sourceMappingURL"};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
        size_t prefix = strlen(always[i]);
        if (length >= prefix && memcmp(name, always[i], prefix) == 0) {
            return 1;
        }
    }
    return !debug_only && ((length == 4 && memcmp(name, "name", 4) == 0) ||
                           (length == 9 && memcmp(name, "producers", 9) == 0));
}

// Moves what is kept to the front of `file` and shortens it.
static int strip(const char *path, struct bytes *file, int debug_only) {
    unsigned char *const end = file->at + file->length;
    unsigned char *from = first_section(path, file);
    if (!from) {
        return 1;
    }
    unsigned char *to = from;
    while (from < end) {
        uint32_t size, name_length;
        size_t size_bytes = read_leb(from + 1, end, &size);
        if (!size_bytes || size > (size_t)(end - from) - 1 - size_bytes) {
            return fail(path, "is truncated");
        }
        unsigned char *const content = from + 1 + size_bytes;
        unsigned char *const next = content + size;
        int remove = 0;
        if (*from == 0) {
            size_t name_bytes = read_leb(content, next, &name_length);
            if (!name_bytes || name_length > size - name_bytes) {
                return fail(path, "has a custom section without a name");
            }
            if (name_length == 7 && memcmp(content + name_bytes, "linking", 7) == 0) {
                return fail(path, "is an object file, whose symbols the linker needs");
            }
            remove = is_removable(content + name_bytes, name_length, debug_only);
        }
        if (!remove) {
            memmove(to, from, (size_t)(next - from));
            to += next - from;
        }
        from = next;
    }
    file->length = (size_t)(to - file->at);
    return 0;
}

static int strip_file(const char *input, const char *output, int debug_only) {
    struct stat status;
    struct bytes file = {0};
    if (stat(input, &status) != 0) {
        return fail(input, strerror(errno));
    }
    int result = read_file(input, &file) || strip(input, &file, debug_only) ||
                 write_file(output ? output : input, &file, status.st_mode);
    free(file.at);
    return result;
}

int main(int argc, char **argv) {
    int debug_only = 0, result = 0, files = 0;
    const char *output = NULL;
    program = "netwasi-strip";
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-o") == 0 && i + 1 < argc) {
            output = argv[++i];
        } else if (strcmp(argv[i], "--version") == 0) {
            puts("netwasi-strip, compatible with GNU strip");
            return 0;
        } else if (strcmp(argv[i], "-g") == 0 || strcmp(argv[i], "-S") == 0 || strcmp(argv[i], "-d") == 0 ||
                   strcmp(argv[i], "--strip-debug") == 0) {
            debug_only = 1;
        } else if (strcmp(argv[i], "-s") == 0 || strcmp(argv[i], "--strip-all") == 0 ||
                   strcmp(argv[i], "--strip-unneeded") == 0) {
            debug_only = 0;
        } else if (argv[i][0] == '-' && argv[i][1]) {
            fail(argv[i], "unknown option");
            return 2;
        } else {
            files++;
        }
    }
    if (files == 0 || (output && files > 1)) {
        fprintf(stderr, "usage: %s [-g | -s] [-o OUTPUT] FILE...\n", program);
        return 2;
    }
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-o") == 0) {
            i++;
        } else if (argv[i][0] != '-') {
            result |= strip_file(argv[i], output, debug_only);
        }
    }
    return result;
}
