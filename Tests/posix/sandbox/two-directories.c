// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@/a::/data --dir @SCRATCH@/b::/logs:ro
// setup: mkdir a b c; echo from a >a/file; echo from b >b/file; echo from c >c/file

#include "../test.h"

// Two grants under their own names, each with its own rights; what lies between them on the host is not there.

static void content(const char *path) {
    char got[16] = "";
    int fd = open(path, O_RDONLY);
    if (fd >= 0) read_all(fd, got, sizeof got - 1);
    got[strcspn(got, "\n")] = 0;
    printf("%s: %s\n", path, fd < 0 ? "refused" : got);
}

int main(void) {
    content("/data/file");
    content("/logs/file");
    content("/c/file");
    content("/data/../c/file");
    content("file");
    printf("write to data: %s\n", open("/data/new", O_WRONLY | O_CREAT, 0644) < 0 ? "refused" : "allowed");
    printf("write to logs: %s\n", open("/logs/new", O_WRONLY | O_CREAT, 0644) < 0 ? "refused" : "ALLOWED");
    printf("rename into logs: %s\n", rename("/data/file", "/logs/other") < 0 ? "refused" : "ALLOWED");
    printf("rename out of logs: %s\n", rename("/logs/file", "/data/other") < 0 ? "refused" : "ALLOWED");
    printf("rename over: %s\n", rename("/data/file", "/data/other") < 0 ? "refused" : "allowed");
    content("/data/other");
    return t_status;
}
