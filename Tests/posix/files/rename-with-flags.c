// SPDX-License-Identifier: Apache-2.0
// setup: umask 022; echo a >a; echo b >b; mkdir d e; : > d/in; ln -s a link

#define _GNU_SOURCE
#include "../test.h"
#include <grp.h>
#include <mntent.h>
#include <sys/stat.h>

// renameat2 and statx; names that glibc has for what other functions do.

static void first(const char *path) {
    char text[8] = "";
    int fd = open(path, O_RDONLY);
    ssize_t count = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
    printf("%s: %s\n", path, count < 0 ? errname(errno) : strtok(text, "\n") ? text : "nothing");
    if (fd >= 0) close(fd);
}

int main(void) {
    int folder = REQUIRE(open("d", O_RDONLY | O_DIRECTORY));
    SHOW(renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_NOREPLACE));
    SHOW(renameat2(AT_FDCWD, "a", AT_FDCWD, "c", RENAME_NOREPLACE));
    SHOW(renameat2(AT_FDCWD, "c", AT_FDCWD, "b", RENAME_EXCHANGE));
    first("b");
    first("c");
    SHOW(renameat2(AT_FDCWD, "c", AT_FDCWD, "nowhere", RENAME_EXCHANGE));
    SHOW(renameat2(AT_FDCWD, "e", AT_FDCWD, "c", RENAME_EXCHANGE));
    first("e");
    SHOW(renameat2(folder, "in", AT_FDCWD, "out", 0));
    SHOW(renameat2(AT_FDCWD, "out", folder, "in", RENAME_NOREPLACE));
    SHOW(renameat2(AT_FDCWD, "b", AT_FDCWD, "e", RENAME_EXCHANGE | RENAME_NOREPLACE));
    SHOW(renameat2(AT_FDCWD, "b", AT_FDCWD, "e", 64));
    SHOW(renameat2(99, "b", AT_FDCWD, "e", 0));
    SHOW(renameat2(AT_FDCWD, "", AT_FDCWD, "e", 0));
    SHOW(renameat2(AT_FDCWD, "nowhere", AT_FDCWD, "x", 0));

    struct statx more;
    struct stat status;
    REQUIRE(stat("b", &status));
    SHOW(statx(AT_FDCWD, "b", 0, STATX_BASIC_STATS, &more));
    EXPECT((more.stx_mask & STATX_BASIC_STATS) == STATX_BASIC_STATS);
    EXPECT(more.stx_ino == status.st_ino && more.stx_mtime.tv_sec == status.st_mtim.tv_sec);
    EXPECT(more.stx_mtime.tv_nsec == (unsigned)status.st_mtim.tv_nsec);
    printf("%o %d %d %d\n", more.stx_mode, (int)more.stx_size, (int)more.stx_nlink, more.stx_uid == getuid());
    SHOW(statx(AT_FDCWD, "link", AT_SYMLINK_NOFOLLOW, STATX_MODE, &more));
    printf("%o\n", more.stx_mode);
    SHOW(statx(folder, "", AT_EMPTY_PATH, 0, &more));
    printf("%o\n", more.stx_mode);
    SHOW(statx(folder, "in", AT_STATX_DONT_SYNC, STATX_SIZE, &more));
    SHOW(statx(folder, "nowhere", 0, STATX_SIZE, &more));
    SHOW(statx(folder, "", 0, STATX_SIZE, &more));
    SHOW(statx(99, "x", 0, STATX_SIZE, &more));
    SHOW(statx(folder, "in", AT_STATX_DONT_SYNC | AT_STATX_FORCE_SYNC, STATX_SIZE, &more));
    SHOW(statx(folder, "in", 0x800000, STATX_SIZE, &more));
    SHOW(statx(folder, "in", 0, 1u << 31, &more));

    char *real = canonicalize_file_name("d/../b");
    EXPECT(real != NULL && strcmp(real + strlen(real) - 2, "/b") == 0);
    free(real);
    EXPECT(canonicalize_file_name("nowhere") == NULL);
    FILE *table = fopen("mounts", "w");
    fputs("# a table\n/dev/one / ext4 rw,relatime 0 1\n\nproc /proc proc ro 0 0\n", table);
    fclose(table);
    table = setmntent("mounts", "r");
    struct mntent *entry;
    while (table != NULL && (entry = getmntent(table)) != NULL)
        printf("%s %s %s %s %d %d, read only %d\n", entry->mnt_fsname, entry->mnt_dir, entry->mnt_type, entry->mnt_opts, entry->mnt_freq,
               entry->mnt_passno, hasmntopt(entry, MNTOPT_RO) != NULL);
    SHOW(endmntent(table));
    return t_status;
}
