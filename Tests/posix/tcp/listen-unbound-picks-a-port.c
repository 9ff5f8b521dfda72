// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// listen on a socket that was never bound binds it to a free port of every address.

int main(void) {
    int listener = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(listen(listener, 1));
    struct endpoint at = local_of(listener);
    printf("%s, port %s\n", address_text(&at), port_of(&at) ? "chosen" : "0");
    struct endpoint to = loopback(AF_INET, port_of(&at));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &to.any, to.len));
    SHOW_OK(accept(listener, NULL, NULL));
    return t_status;
}
