// SPDX-License-Identifier: Apache-2.0

#include "module-file.h"

// netwasi-adapt MODULE NAME...: makes calls of functions that were declared otherwise than they are defined work, where
// a processor's calling convention would make them work too: a result that is ignored, or expected of a function without
// one (then 0), and integers of another width. wasm-ld has such calls reach a function `signature_mismatch:NAME` that
// traps; this gives it a body that converts and calls the function, which must be exported as NAME and is not any more
// afterwards. Fails, and changes nothing, when one call cannot be made so. Debugging information, whose offsets the new
// bodies would move, is left out.

struct cursor {
    const unsigned char *at, *end;
    int failed;
};

static unsigned byte(struct cursor *c) {
    if (c->at >= c->end) {
        c->failed = 1;
        return 0;
    }
    return *c->at++;
}

static uint32_t u32(struct cursor *c) {
    uint32_t value = 0;
    size_t length = read_leb(c->at, c->end, &value);
    if (!length) {
        c->failed = 1;
        c->at = c->end;
    }
    c->at += length;
    return c->failed ? 0 : value;
}

// As many bytes as the number says that comes first.
static struct cursor block(struct cursor *c) {
    uint32_t length = u32(c);
    if (length > (size_t)(c->end - c->at)) {
        c->failed = 1;
        length = 0;
    }
    struct cursor inner = {c->at, c->at + length, c->failed};
    c->at += length;
    return inner;
}

static int is(struct cursor name, const char *text) {
    size_t length = strlen(text);
    return (size_t)(name.end - name.at) == length && memcmp(name.at, text, length) == 0;
}

struct type {
    struct cursor parameters, results;
};

enum { TYPES = 1, IMPORTS = 2, FUNCTIONS = 3, EXPORTS = 7, CODE = 10, SECTIONS = 14 };
enum { I32 = 0x7f, I64 = 0x7e };
enum { NONE = UINT32_MAX };

struct module {
    struct cursor sections[SECTIONS];
    // The subsection of functions' names.
    struct cursor names;
    uint32_t type_count, function_count, imported;
    struct type *types;
    // Of each function its type, and what a stub is to call.
    uint32_t *type_of, *callee;
};

static void find_names(struct module *module, struct cursor section) {
    if (!is(block(&section), "name")) {
        return;
    }
    while (section.at < section.end) {
        unsigned kind = byte(&section);
        struct cursor subsection = block(&section);
        if (kind == 1) {
            module->names = subsection;
        }
    }
}

static int read_types(struct module *module) {
    struct cursor c = module->sections[TYPES];
    module->type_count = u32(&c);
    module->types = calloc(module->type_count + 1u, sizeof *module->types);
    for (uint32_t i = 0; module->types && i < module->type_count && !c.failed; i++) {
        c.failed |= byte(&c) != 0x60;
        module->types[i].parameters = block(&c);
        module->types[i].results = block(&c);
    }
    return module->types && !c.failed;
}

// Imports of functions come before those that are defined.
static int read_functions(struct module *module) {
    struct cursor imports = module->sections[IMPORTS], c = module->sections[FUNCTIONS];
    uint32_t import_count = imports.at ? u32(&imports) : 0, defined = u32(&c);
    module->type_of = calloc((size_t)import_count + defined + 1, sizeof *module->type_of);
    module->callee = calloc((size_t)import_count + defined + 1, sizeof *module->callee);
    if (!module->type_of || !module->callee) {
        return 0;
    }
    for (uint32_t i = 0; i < import_count; i++) {
        block(&imports);
        block(&imports);
        unsigned kind = byte(&imports);
        if (kind != 0) {
            return 0; // wasm-ld sorts functions first, and these programs import nothing else
        }
        module->type_of[module->imported++] = u32(&imports);
    }
    module->function_count = module->imported + defined;
    for (uint32_t i = module->imported; i < module->function_count; i++) {
        module->type_of[i] = u32(&c);
    }
    for (uint32_t i = 0; i < module->function_count; i++) {
        c.failed |= module->type_of[i] >= module->type_count;
        module->callee[i] = NONE;
    }
    return !c.failed && !imports.failed;
}

static int read_module(const char *path, struct bytes *file, struct module *module) {
    struct cursor c = {first_section(path, file), file->at + file->length, 0};
    while (c.at && c.at < c.end && !c.failed) {
        unsigned id = byte(&c);
        struct cursor section = block(&c);
        if (id == 0) {
            find_names(module, section);
        } else if (id < SECTIONS) {
            module->sections[id] = section;
        }
    }
    return c.at && !c.failed && read_types(module) && read_functions(module) ? 0 : fail(path, "is not what wasm-ld makes");
}

static uint32_t exported(const struct module *module, const char *name) {
    struct cursor c = module->sections[EXPORTS];
    for (uint32_t left = u32(&c); left > 0 && !c.failed; left--) {
        struct cursor found = block(&c);
        unsigned kind = byte(&c);
        uint32_t index = u32(&c);
        if (kind == 0 && index < module->function_count && is(found, name)) {
            return index;
        }
    }
    return NONE;
}

// How a value becomes another: 1 and the instruction to do it, if it takes one; 0: not at all.
static int conversion(unsigned from, unsigned to, unsigned char *instruction) {
    *instruction = 0;
    if (from == I32 && to == I64) {
        *instruction = 0xac; // i64.extend_i32_s
    } else if (from == I64 && to == I32) {
        *instruction = 0xa7; // i32.wrap_i64
    }
    return from == to || *instruction != 0;
}

// The body that calls `callee` from a function of type `own`, at `to`, which has room for it. 0: there is none.
static size_t make_body(const struct type *own, const struct type *other, uint32_t callee, unsigned char *to) {
    static const unsigned char zeros[][10] = {{0x41, 0}, {0x42, 0}, {0x43, 0, 0, 0, 0}, {0x44, 0, 0, 0, 0, 0, 0, 0, 0}};
    static const size_t lengths[] = {2, 2, 5, 9};
    unsigned char *at = to, instruction;
    size_t count = (size_t)(own->parameters.end - own->parameters.at);
    if (count != (size_t)(other->parameters.end - other->parameters.at) || count > 127) {
        return 0;
    }
    *at++ = 0; // no locals
    for (size_t i = 0; i < count; i++) {
        *at++ = 0x20; // local.get
        *at++ = (unsigned char)i;
        if (!conversion(own->parameters.at[i], other->parameters.at[i], &instruction)) {
            return 0;
        }
        if (instruction) {
            *at++ = instruction;
        }
    }
    *at++ = 0x10; // call
    for (int shift = 0; shift < 35; shift += 7) {
        *at++ = (unsigned char)((callee >> shift & 0x7f) | (shift < 28 ? 0x80 : 0));
    }
    size_t wanted = (size_t)(own->results.end - own->results.at), given = (size_t)(other->results.end - other->results.at);
    if (wanted > 1 || given > 1) {
        return 0;
    }
    if (wanted < given) {
        *at++ = 0x1a; // drop
    } else if (wanted > given) {
        unsigned kind = I32 - own->results.at[0];
        if (kind >= sizeof lengths / sizeof *lengths) {
            return 0;
        }
        memcpy(at, zeros[kind], lengths[kind]);
        at += lengths[kind];
    } else if (wanted == 1) {
        if (!conversion(other->results.at[0], own->results.at[0], &instruction)) {
            return 0;
        }
        if (instruction) {
            *at++ = instruction;
        }
    }
    *at++ = 0x0b;
    return (size_t)(at - to);
}

enum { BODY_ROOM = 512 };

// Whether a function's name is that of a stub, of which the name of what it stands for is left.
static int is_stub(struct cursor *name) {
    static const char prefix[] = "signature_mismatch:";
    size_t length = sizeof prefix - 1;
    if ((size_t)(name->end - name->at) <= length || memcmp(name->at, prefix, length) != 0) {
        return 0;
    }
    name->at += length;
    return 1;
}

// Notes for every stub of that name what it is to call. 0: one cannot be made to.
static int match(struct module *module, const char *name) {
    unsigned char body[BODY_ROOM];
    uint32_t callee = exported(module, name);
    struct cursor c = module->names;
    if (callee == NONE || !c.at) {
        return 0;
    }
    for (uint32_t left = u32(&c); left > 0 && !c.failed; left--) {
        uint32_t index = u32(&c);
        struct cursor found = block(&c);
        if (!is_stub(&found) || !is(found, name) || index < module->imported || index >= module->function_count) {
            continue;
        }
        const struct type *own = &module->types[module->type_of[index]];
        if (!make_body(own, &module->types[module->type_of[callee]], callee, body)) {
            return 0;
        }
        module->callee[index] = callee;
    }
    return !c.failed;
}

// Whether no stub is left that traps: C++'s functions have other names there (demangled) than they are exported by.
static int all_matched(const struct module *module) {
    struct cursor c = module->names;
    for (uint32_t left = u32(&c); left > 0 && !c.failed; left--) {
        uint32_t index = u32(&c);
        struct cursor name = block(&c);
        if (is_stub(&name) && index < module->function_count && module->callee[index] == NONE) {
            return 0;
        }
    }
    return !c.failed;
}

static void put(struct bytes *out, const void *from, size_t length) {
    memcpy(out->at + out->length, from, length);
    out->length += length;
}

// Numbers of five bytes, as wasm-ld writes those that it changes.
static void put_u32(struct bytes *out, uint32_t value) {
    for (int shift = 0; shift < 35; shift += 7) {
        out->at[out->length++] = (unsigned char)((value >> shift & 0x7f) | (shift < 28 ? 0x80 : 0));
    }
}

static void write_code(const struct module *module, struct bytes *out) {
    struct cursor c = module->sections[CODE];
    unsigned char body[BODY_ROOM];
    uint32_t count = u32(&c);
    put_u32(out, count);
    for (uint32_t i = module->imported; i < module->imported + count && i < module->function_count; i++) {
        struct cursor old = block(&c);
        uint32_t callee = module->callee[i];
        if (callee == NONE) {
            put_u32(out, (uint32_t)(old.end - old.at));
            put(out, old.at, (size_t)(old.end - old.at));
        } else {
            const struct type *types = module->types;
            size_t length = make_body(&types[module->type_of[i]], &types[module->type_of[callee]], callee, body);
            put_u32(out, (uint32_t)length);
            put(out, body, length);
        }
    }
}

static void write_exports(const struct module *module, char **names, int name_count, struct bytes *out) {
    struct cursor c = module->sections[EXPORTS];
    uint32_t count = u32(&c), kept = 0;
    size_t start = out->length;
    put_u32(out, 0);
    for (uint32_t i = 0; i < count; i++) {
        const unsigned char *row = c.at;
        struct cursor name = block(&c);
        byte(&c);
        u32(&c);
        int removed = 0;
        for (int n = 0; n < name_count; n++) {
            removed |= is(name, names[n]);
        }
        if (!removed) {
            kept++;
            put(out, row, (size_t)(c.at - row));
        }
    }
    struct bytes number = {out->at + start, 0};
    put_u32(&number, kept);
}

static int is_debugging(struct cursor section) {
    struct cursor name = block(&section);
    return name.end - name.at >= 7 && memcmp(name.at, ".debug_", 7) == 0;
}

static int write_module(const char *path, const struct bytes *file, const struct module *module, char **names,
                        int name_count, mode_t mode) {
    // Every body may take a longer length, and a stub a body.
    size_t room = file->length + 64 + (size_t)module->function_count * 5;
    for (uint32_t i = 0; i < module->function_count; i++) {
        room += module->callee[i] == NONE ? 0 : BODY_ROOM;
    }
    struct bytes out = {malloc(room), 0};
    if (!out.at) {
        return fail(path, "out of memory");
    }
    struct cursor c = {file->at, file->at + file->length, 0};
    c.at = first_section(path, file);
    put(&out, file->at, (size_t)(c.at - file->at));
    while (c.at < c.end) {
        const unsigned char *start = c.at;
        unsigned id = byte(&c);
        struct cursor section = block(&c);
        if (id == CODE || id == EXPORTS) {
            put(&out, start, 1);
            size_t head = out.length;
            put_u32(&out, 0);
            if (id == CODE) {
                write_code(module, &out);
            } else {
                write_exports(module, names, name_count, &out);
            }
            struct bytes size = {out.at + head, 0};
            put_u32(&size, (uint32_t)(out.length - head - 5));
        } else if (id != 0 || !is_debugging(section)) {
            put(&out, start, (size_t)(c.at - start));
        }
    }
    int result = write_file(path, &out, mode);
    free(out.at);
    return result;
}

int main(int argc, char **argv) {
    struct module module = {0};
    struct bytes file = {0};
    struct stat status;
    program = "netwasi-adapt";
    if (argc < 3) {
        fprintf(stderr, "usage: %s MODULE NAME...\n", program);
        return 2;
    }
    if (stat(argv[1], &status) != 0) {
        return fail(argv[1], strerror(errno));
    }
    if (read_file(argv[1], &file) || read_module(argv[1], &file, &module)) {
        return 1;
    }
    for (int i = 2; i < argc; i++) {
        if (!match(&module, argv[i])) {
            return 1;
        }
    }
    if (!all_matched(&module)) {
        return 1;
    }
    return write_module(argv[1], &file, &module, argv + 2, argc - 2, status.st_mode);
}
