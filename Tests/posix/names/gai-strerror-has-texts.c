// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Every error of getaddrinfo has its own text; an unknown number has one too.

int main(void) {
    const int errors[] = {EAI_AGAIN, EAI_BADFLAGS, EAI_FAIL,    EAI_FAMILY, EAI_MEMORY,
                          EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE, EAI_SYSTEM, EAI_OVERFLOW};
    const int count = sizeof errors / sizeof errors[0];
    int distinct = 0;
    for (int i = 0; i < count; i++) {
        const char *text = gai_strerror(errors[i]);
        EXPECT(text && *text);
        int before = 0;
        for (int j = 0; j < i; j++) before += strcmp(text, gai_strerror(errors[j])) == 0;
        distinct += before == 0;
    }
    SHOW(distinct);
    EXPECT(gai_strerror(12345) && *gai_strerror(12345));
    EXPECT(gai_strerror(EAI_NONAME) == gai_strerror(EAI_NONAME));
    return t_status;
}
