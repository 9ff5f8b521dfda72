// SPDX-License-Identifier: Apache-2.0
// setup: : > f; mkdir d; ln -s d link; ln -s nowhere broken

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

// What file systems tell of themselves: the same whatever in them is asked about, and numbers that go together.

static void tell(const char *what, const struct statvfs *status) {
    printf("%s: blocks of %lu %lu, %d %d %d, files %d %d, names %lu, flags %lu\n", what, status->f_bsize, status->f_frsize,
           status->f_blocks > 0, status->f_bfree <= status->f_blocks, status->f_bavail <= status->f_bfree,
           status->f_ffree <= status->f_files, status->f_favail == status->f_ffree, status->f_namemax, status->f_flag);
}

int main(void) {
    struct statvfs one, two;
    struct statfs linux_one, linux_two;
    int fd = REQUIRE(open("f", O_RDWR)), folder = REQUIRE(open("d", O_RDONLY | O_DIRECTORY)), ends[2];
    SHOW(statvfs("f", &one));
    tell("f", &one);
    SHOW(fstatvfs(fd, &two));
    tell("the same", &two);
    EXPECT(one.f_fsid == two.f_fsid && one.f_blocks == two.f_blocks && one.f_files == two.f_files);
    SHOW(statvfs("link", &two));
    EXPECT(one.f_fsid == two.f_fsid);
    SHOW(fstatvfs(folder, &two));
    EXPECT(one.f_fsid == two.f_fsid);
    SHOW(statfs(".", &linux_one));
    SHOW(fstatfs(fd, &linux_two));
    EXPECT(linux_one.f_type == linux_two.f_type && linux_one.f_blocks == linux_two.f_blocks);
    EXPECT((unsigned long)linux_one.f_bsize == one.f_bsize && (unsigned long)linux_one.f_frsize == one.f_frsize);
    EXPECT(linux_one.f_blocks == one.f_blocks && linux_one.f_files == one.f_files);
    printf("%lx %ld\n", (long)linux_one.f_type & 0xffffffff, (long)linux_one.f_namelen);
    SHOW(memcmp(&linux_one.f_fsid, &linux_two.f_fsid, sizeof linux_one.f_fsid));
    SHOW(statvfs("nowhere", &one));
    SHOW(statvfs("broken", &one));
    SHOW(statvfs("", &one));
    SHOW(statvfs("f/x", &one));
    SHOW(statfs("nowhere", &linux_one));
    SHOW(fstatvfs(99, &one));
    SHOW(fstatfs(-1, &linux_one));
    REQUIRE(pipe(ends));
    SHOW(fstatfs(ends[0], &linux_one));
    printf("%lx\n", (long)linux_one.f_type);
    SHOW(fstatfs(REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), &linux_one));
    printf("%lx\n", (long)linux_one.f_type);
    SHOW(write(fd, "abc", 3));
    SHOW(fsync(fd));
    SHOW(fdatasync(fd));
    SHOW(syncfs(fd));
    SHOW(syncfs(folder));
    SHOW(syncfs(99));
    SHOW(fsync(folder));
    sync();
    return t_status;
}
