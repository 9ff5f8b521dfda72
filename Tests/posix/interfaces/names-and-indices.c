// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <net/if.h>

// Names of interfaces and their numbers, one by one and all together.

int main(void) {
    char name[IF_NAMESIZE];
    unsigned loopback = if_nametoindex("lo"), index;
    int found;
    EXPECT(loopback > 0);
    printf("%s\n", if_indextoname(loopback, name) == name ? name : errname(errno));
    errno = 0;
    index = if_nametoindex("no-such");
    printf("%u %s\n", index, errname(errno));
    errno = 0;
    index = if_nametoindex("");
    printf("%u %s\n", index, errname(errno));
    errno = 0;
    index = if_nametoindex("a-name-that-is-much-too-long");
    printf("%u %s\n", index, errname(errno));
    errno = 0;
    found = if_indextoname(0, name) != NULL;
    printf("%d %s\n", found, errname(errno));
    errno = 0;
    found = if_indextoname(123456789, name) != NULL;
    printf("%d %s\n", found, errname(errno));
    struct if_nameindex *list = if_nameindex();
    EXPECT(list);
    for (struct if_nameindex *entry = list; list && entry->if_index; entry++) {
        printf("%s\n", entry->if_name);
        EXPECT_EQ(if_nametoindex(entry->if_name), entry->if_index);
        EXPECT(if_indextoname(entry->if_index, name) && strcmp(name, entry->if_name) == 0);
    }
    if_freenameindex(list);
    return t_status;
}
