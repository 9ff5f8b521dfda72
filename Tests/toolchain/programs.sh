# SPDX-License-Identifier: Apache-2.0
#
# What the driver's output is: a module, or a program that the kernel starts.
. "$root/Tests/toolchain/harness.sh"
cc=$NETWASI_CC

check wasm-is-a-module sh -c '"$0" hello.c -o hello.wasm' "$cc"
check wasm-has-the-magic is_module hello.wasm
check program-links "$cc" hello.c -o hello
check program-has-an-interpreter sh -c 'head -n 1 hello | grep -qx "#!.*/netwasi-exec"'
check program-is-executable test -x hello
check program-runs sh -c './hello a "b c" | grep -qxF "hello 3 [a] [b c]"'
check program-is-a-module-too sh -c '"$NETWASI" run hello | grep -qx "hello 1"'
check program-by-path sh -c 'cp hello /tmp/netwasi-hello.$$ && /tmp/netwasi-hello.$$ x | grep -qx "hello 2 .x."; s=$?; rm -f /tmp/netwasi-hello.$$; exit $s'

cat > name.c <<'C'
#include <stdio.h>
int main(int argc, char **argv) { return puts(argc > 0 ? argv[0] : "") < 0; }
C
check program-knows-its-name sh -c '"$0" name.c -o name && ./name | grep -qx "./name"' "$cc"

cat > around.c <<'C'
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
    const char *value = getenv("AROUND");
    FILE *file = fopen(argv[1], "r");
    char line[64] = "";
    if (file) {
        fgets(line, sizeof line, file);
    }
    printf("%s %s", value ? value : "unset", file ? line : "unreadable\n");
    return argc == 2 ? 3 : 4;
}
C
check program-links-around "$cc" around.c -o around
echo inside > inside.txt
check program-gets-the-environment sh -c 'AROUND="two words" ./around inside.txt | grep -qx "two words inside"'
check program-reads-below-the-directory sh -c './around "$PWD/inside.txt" | grep -q " inside"'
check program-reads-nothing-else sh -c './around /etc/passwd | grep -q unreadable'
check program-status-is-its-own sh -c './around inside.txt > /dev/null; test $? -eq 3'
check program-takes-flags sh -c 'NETWASI_FLAGS="--dir /etc::/etc:ro" ./around /etc/passwd | grep -qv unreadable'
cat > net.c <<'C'
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
int main(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int socket_fd = socket(AF_INET, SOCK_STREAM, 0);
    int result = connect(socket_fd, (struct sockaddr *)&address, sizeof address);
    return puts(result < 0 && errno == EACCES ? "refused" : "not refused") < 0;
}
C
check program-flags-are-no-patterns sh -c 'mkdir -p tcp:/x && touch tcp:/x:80 && NETWASI_FLAGS="--allow-outbound tcp://*:80" ./around inside.txt | grep -q inside'
check program-has-no-network sh -c '"$0" net.c -o net && ./net | grep -qx refused' "$cc"

check strip-keeps-it-running sh -c '"$0" -g hello.c -o big && cp big small && "${0%cc}strip" small &&
    test "$(wc -c < small)" -lt "$(wc -c < big)" && ./small | grep -qx "hello 1"' "$cc"
check strip-debug-keeps-names sh -c 'cp big names && "${0%cc}strip" -g names && "${0%cc}nm" names | grep -q main' "$cc"
check strip-to-another-file sh -c '"${0%cc}strip" -o out.wasm hello.wasm && "$NETWASI" run out.wasm | grep -qx "hello 1"' "$cc"
check strip-refuses-text says_and_fails 'not a WebAssembly module' "${cc%cc}strip" hello.c
check nm-reads-programs sh -c '"${0%cc}nm" hello | grep -q " main"' "$cc"

cat > plus.cc <<'C'
#include <iostream>
#include <map>
#include <string>
int main() {
    std::map<std::string, int> words{{"one", 1}};
    for (auto &[word, number] : words) {
        std::cout << word << number << "\n";
    }
}
C
check c++ sh -c '"${0%cc}c++" -std=c++20 -O1 plus.cc -o plus && ./plus | grep -qx one1' "$cc"
