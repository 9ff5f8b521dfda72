# SPDX-License-Identifier: Apache-2.0
#
# From <wasi/networking.h> (and the option table before it) to a C program that refers to every import and prints every
# constant, size and offset: what the header says of itself, not what this file believes. With -v what=names it writes
# the imports with the names of their parameters instead.

{
    sub(/\/\/.*/, "")
    if (match($0, /^ *X\([A-Z0-9_]+/)) {
        name = substr($0, RSTART, RLENGTH)
        sub(/^ *X\(/, "", name)
        constants[++constantCount] = "__WASI_SOCKET_OPTION_" name
    }
    # A preprocessor line, and those that continue it, are no declarations.
    directive = continued || $0 ~ /^ *#/
    continued = directive && $0 ~ /\\$/
    if (!directive) text = text " " $0
}

# The names of the parameters in a list of them.
function parameterNames(list,    parts, count, i, names) {
    count = split(list, parts, ",")
    for (i = 1; i <= count; i++) {
        sub(/^.*[ *]/, "", parts[i])
        if (parts[i] == "void") continue
        names = names (i > 1 ? ", " : "") parts[i]
    }
    return names
}

function function_(statement,    name, list, import) {
    name = statement
    sub(/\(.*/, "", name)
    sub(/^.*[ *]/, "", name)
    list = statement
    sub(/^[^(]*\(/, "", list)
    sub(/\).*/, "", list)
    import = statement
    sub(/^.*__WASI_NET_IMPORT\("/, "", import)
    sub(/"\).*/, "", import)
    sub(/", *"/, ".", import)
    functions[++functionCount] = name
    named[functionCount] = import "\t" parameterNames(list)
}

function enumeration(statement,    parts, count, i, name) {
    sub(/^[^{]*{/, "", statement)
    count = split(statement, parts, ",")
    for (i = 1; i <= count; i++)
        if (match(parts[i], /__WASI_[A-Z0-9_]+ *=/)) {
            name = substr(parts[i], RSTART, RLENGTH)
            sub(/ *=/, "", name)
            constants[++constantCount] = name
        }
}

function assertion(statement,    expression) {
    expression = statement
    sub(/^.*_Static_assert\(/, "", expression)
    sub(/ ==.*/, "", expression)
    gsub(/__alignof|_Alignof/, "_Alignof", expression)
    layouts[++layoutCount] = expression
}

END {
    count = split(text, statements, ";")
    for (i = 1; i <= count; i++) {
        if (statements[i] ~ /__WASI_NET_IMPORT/) function_(statements[i])
        else if (statements[i] ~ /_Static_assert/) assertion(statements[i])
        else if (statements[i] ~ /enum *{/) enumeration(statements[i])
    }
    if (what == "names") {
        for (i = 1; i <= functionCount; i++) print named[i]
        exit
    }
    print "#include <stdio.h>\n#include <wasi/networking.h>\n"
    print "static void *volatile imports[] = {"
    for (i = 1; i <= functionCount; i++) print "    (void *)" functions[i] ","
    print "};\n\nint main(void) {\n    if (imports[0] == NULL) return 1;"
    for (i = 1; i <= constantCount; i++)
        printf "    printf(\"%%s %%lld\\n\", \"%s\", (long long)%s);\n", constants[i], constants[i]
    for (i = 1; i <= layoutCount; i++)
        printf "    printf(\"%%s %%zu\\n\", \"%s\", %s);\n", layouts[i], layouts[i]
    print "}"
}
