# SPDX-License-Identifier: Apache-2.0
#
# Prints what can end the host by the way it is written: 'file:line: text' of each force unwrap, `try!`, `as!`, implicitly
# unwrapped type, `unsafelyUnwrapped`, `fatalError` and `precondition`. Comments and strings are left out; code within strings'
# interpolations with them.
{
    text = $0
    if (inText) {
        if (!sub(/^.*"""/, "\"", text)) next
        inText = 0
    }
    gsub(/\\./, "", text)
    if (text ~ /"""$/) { inText = 1; sub(/"""$/, "\"\"", text) }
    gsub(/"[^"]*"/, "\"\"", text)
    sub(/\/\/.*/, "", text)
    if (text ~ /[A-Za-z0-9_)\]}>]!([^=]|$)/ || text ~ /[A-Za-z0-9_)\]]!=[^ =]/ ||
        text ~ /(^|[^A-Za-z0-9_])(try|as)!/ ||
        text ~ /unsafelyUnwrapped|(^|[^A-Za-z0-9_.])(fatalError|preconditionFailure|precondition|assertionFailure)\(/) {
        sub(/^[ \t]+/, "", $0)
        print FILENAME ":" FNR ": " $0
    }
}
