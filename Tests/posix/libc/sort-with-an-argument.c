// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"

// qsort_r: sorted by what the argument says, what is equal in the order that it had.

struct entry {
    int key;
    char name[3];
};

static int calls;

static int compare(const void *left, const void *right, void *sign) {
    const struct entry *a = left, *b = right;
    calls++;
    return *(int *)sign * ((a->key > b->key) - (a->key < b->key));
}

static void sort(size_t count, int sign) {
    struct entry entries[40];
    for (size_t i = 0; i < count; i++) {
        entries[i].key = (int)(i * 7 % 5);
        snprintf(entries[i].name, sizeof entries[i].name, "%02zu", i);
    }
    qsort_r(entries, count, sizeof *entries, compare, &sign);
    for (size_t i = 0; i < count; i++) printf("%d:%s ", entries[i].key, entries[i].name);
    printf("\n");
}

int main(void) {
    for (size_t count = 0; count <= 40; count += 5) {
        sort(count, 1);
        sort(count, -1);
    }
    sort(1, 1);
    EXPECT(calls > 0);
    return t_status;
}
