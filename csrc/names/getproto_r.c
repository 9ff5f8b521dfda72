// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netdb.h>

// musl's list of protocols is constant: a caller's record of its own points into it, and needs no buffer.

static int finish(const struct protoent *found, struct protoent *protocol, struct protoent **result) {
    *result = NULL;
    if (found == NULL) return ENOENT;
    *protocol = *found;
    *result = protocol;
    return 0;
}

int getprotobyname_r(const char *name, struct protoent *protocol, char *buffer, size_t size, struct protoent **result) {
    (void)buffer, (void)size;
    return finish(getprotobyname(name), protocol, result);
}

int getprotobynumber_r(int number, struct protoent *protocol, char *buffer, size_t size, struct protoent **result) {
    (void)buffer, (void)size;
    return finish(getprotobynumber(number), protocol, result);
}
