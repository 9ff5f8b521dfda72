// SPDX-License-Identifier: Apache-2.0
// stdin: a line

#include "../test.h"
#include <sys/select.h>

// A pipe as standard input: readable while there is something, hung up at the end.

int main(void) {
    char got[32];
    printf("readable %d\n", (wait_for(0, POLLIN) & POLLIN) != 0);
    SHOW(read(0, got, sizeof got));
    printf("end: %s\n", events_text(wait_for(0, POLLIN)));
    SHOW(read(0, got, sizeof got));
    fd_set in;
    FD_ZERO(&in);
    FD_SET(0, &in);
    SHOW(select(1, &in, NULL, NULL, NULL));
    SHOW(read(0, got, sizeof got));
    return t_status;
}
