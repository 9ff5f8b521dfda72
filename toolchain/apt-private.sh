# SPDX-License-Identifier: Apache-2.0
#
# Sourced by fetch.sh: apt over a directory of our own. The functions take the archive's address and keys from the
# machine's source lists and add what those leave out: source packages, or another release of the same archive.

# Writes to standard output the machine's one-line source entries for its own release, as deb and deb-src.
# Entries of other vendors are left out: they have no part in what we fetch, and seldom have sources.
apt_private_one_line() { # CODENAME SUITE
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | awk -v own="$1" -v want="$2" '
        $1 == "deb" {
            options = ""
            if (match($0, /\[[^]]*\]/)) {
                options = " " substr($0, RSTART, RLENGTH)
                $0 = substr($0, 1, RSTART - 1) substr($0, RSTART + RLENGTH)
            }
            sub(/#.*/, "")
            uri = $2; suite = $3; components = ""
            for (i = 4; i <= NF; i++) components = components " " $i
            if (suite !~ "^(" own "|stable|oldstable)(-updates|-security|/updates)?$") next
            if (want != "-") { if (suite != own && suite !~ /^(old)?stable$/) next; suite = want }
            print "deb" options, uri, suite components
            print "deb-src" options, uri, suite components
        }'
}

# The same for entries in the deb822 form.
apt_private_deb822() { # CODENAME SUITE
    for list in /etc/apt/sources.list.d/*.sources; do
        if [ -e "$list" ]; then cat "$list"; echo; fi
    done | awk -v own="$1" -v want="$2" '
        function flush(    n, words, i, kept) {
            n = split(suites, words, /[ \t]+/); kept = ""
            for (i = 1; i <= n; i++) {
                if (words[i] !~ "^(" own "|stable|oldstable)(-updates|-security|/updates)?$") continue
                if (want == "-") kept = kept " " words[i]
                else if (words[i] == own || words[i] ~ /^(old)?stable$/) kept = " " want
            }
            if (kept != "" && types ~ /(^|[ \t])deb([ \t]|$)/ && enabled)
                printf "Types: deb deb-src\nSuites:%s\n%s\n", kept, rest
            suites = types = rest = ""; enabled = 1
        }
        BEGIN { enabled = 1 }
        /^#/ { next }
        /^[ \t]*$/ { flush(); next }
        tolower($1) == "types:" { sub(/^[^:]*:[ \t]*/, ""); types = $0; next }
        tolower($1) == "suites:" { sub(/^[^:]*:[ \t]*/, ""); suites = $0; next }
        tolower($1) == "enabled:" { enabled = tolower($2) != "no"; next }
        { rest = rest $0 "\n" }
        END { flush() }'
}

# Makes DIRECTORY an apt of our own over SUITE (- is the machine's release) and loads its package lists, once.
apt_private_prepare() { # DIRECTORY SUITE
    apt_directory=$1
    [ -e "$apt_directory/ready" ] && return 0
    command -v apt-get >/dev/null || { say "packages are fetched with apt-get, which is not here"; return 1; }
    mkdir -p "$apt_directory/state/lists/partial" "$apt_directory/cache/archives/partial" "$apt_directory/sources"
    codename=$(. /etc/os-release && printf %s "${VERSION_CODENAME:-}")
    apt_private_one_line "$codename" "$2" > "$apt_directory/sources/machine.list"
    apt_private_deb822 "$codename" "$2" > "$apt_directory/sources/machine.sources"
    if [ ! -s "$apt_directory/sources/machine.list" ] && [ ! -s "$apt_directory/sources/machine.sources" ]; then
        say "no entry for '$codename' in /etc/apt/sources.list or /etc/apt/sources.list.d"
        return 1
    fi
    # Some machines (container images) have apt clean up after itself where only root may.
    printf '#clear %s;\n' APT::Update::Pre-Invoke APT::Update::Post-Invoke APT::Update::Post-Invoke-Success \
        > "$apt_directory/apt.conf"
    # Small rather than fast: the lists are read a few times and not again.
    cat >> "$apt_directory/apt.conf" <<'CONF'
Acquire::GzipIndexes "true";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
CONF
    say "reading the archive's package lists (kept under $apt_directory)"
    apt_private update
    touch "$apt_directory/ready"
}

# apt-get, and apt-cache, over that directory. No sandbox user: it could not write here.
apt_private() { apt_private_run apt-get -q -q "$@" >&2; }
apt_private_cache() { apt_private_run apt-cache "$@"; }
apt_private_run() {
    apt_command=$1
    shift
    "$apt_command" -c "$apt_directory/apt.conf" \
        -o Dir::State="$apt_directory/state" -o Dir::State::status=/var/lib/dpkg/status \
        -o Dir::Cache="$apt_directory/cache" \
        -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$apt_directory/sources" \
        -o APT::Sandbox::User=root -o APT::Get::List-Cleanup=0 -o Acquire::Languages=none "$@"
}
