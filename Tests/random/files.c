// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <dirent.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

// Files, directories, pipes: opening, reading and writing whatever there is, copying from one to another, locks.

static const struct name open_flags[] = {NAMED(O_CREAT), NAMED(O_EXCL), NAMED(O_TRUNC), NAMED(O_APPEND), NAMED(O_NONBLOCK), NAMED(O_CLOEXEC),
                                         NAMED(O_NOFOLLOW), NAMED(O_DIRECTORY), {0, NULL}};

static const char *some_path(void) {
    const char *path = ONE_OF("f0", "f0", "f1", "f1", "f2", "folder/f", "folder/f", "folder", "link", "missing/f", ".", "f0/x", "folder/", "f0/", "loop", "s0");
    say(" '%s'", path);
    return path;
}

static void step_open(void) {
    static const struct name modes[] = {NAMED(O_RDONLY), NAMED(O_WRONLY), NAMED(O_RDWR), {0, NULL}};
    struct stat status;
    say(" open");
    const char *path = some_path();
    int mode = one_named(modes), flags = some_flags(open_flags, 25);
    // What creating and a directory together mean changed from one Linux to another.
    if (flags & O_DIRECTORY) flags &= ~O_CREAT;
    int fd = open(path, mode | flags | O_NONBLOCK, 0600);
    made(fd, fd >= 0 && fstat(fd, &status) == 0 && S_ISDIR(status.st_mode) ? DIRECTORY : REGULAR);
}

static void make_pipe(void) {
    static const struct name flags[] = {NAMED(O_NONBLOCK), NAMED(O_CLOEXEC), NAMED(O_DIRECT), {0, NULL}};
    say(" pipe2");
    int *ends = room(2 * sizeof *ends, true), chosen = some_flags(flags, 30);
    if (result(pipe2(ends, chosen)) != 0) return;
    say(" %d %d", ends[0], ends[1]);
    note(ends[0], PIPE_READ);
    note(ends[1], PIPE_WRITE);
}

static void step_change_names(void) {
    switch (rnd(7)) {
    case 0: say(" mkdir"); result(mkdir(some_path(), 0700)); break;
    case 1: say(" rmdir"); result(rmdir(some_path())); break;
    case 2:
    case 3: say(" unlink"); result(unlink(some_path())); break;
    case 4: {
        say(" rename");
        const char *from = some_path(), *to = some_path();
        result(rename(from, to));
        break;
    }
    case 5: {
        say(" link");
        const char *from = some_path(), *to = some_path();
        result(link(from, to));
        break;
    }
    default: {
        say(" symlink");
        const char *target = ONE_OF("f0", "loop", "folder", "missing"), *path = some_path();
        result(symlink(target, path));
        break;
    }
    }
}

static void step_stat(void) {
    struct stat status;
    bool by_name = chance(50);
    say(" %s", by_name ? "stat" : "fstat");
    int fd = by_name ? -1 : any_fd();
    const char *path = by_name ? some_path() : NULL;
    if (result(by_name ? stat(path, &status) : fstat(fd, &status)) != 0) return;
    const char *type = S_ISREG(status.st_mode) ? "file" : S_ISDIR(status.st_mode) ? "directory" : S_ISSOCK(status.st_mode) ? "socket" :
                       S_ISFIFO(status.st_mode) || (status.st_mode & S_IFMT) == 0 ? "pipe or such" : S_ISCHR(status.st_mode) ? "device" : "other";
    say(" %s", type);
    if (S_ISREG(status.st_mode)) say(" %lld", (long long)status.st_size);
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void step_list(void) {
    char *names[64];
    int count = 0;
    say(" readdir");
    DIR *directory = opendir(some_path());
    if (directory == NULL) {
        result(-1);
        return;
    }
    for (struct dirent *entry; count < 64 && (entry = readdir(directory)) != NULL;) names[count++] = strdup(entry->d_name);
    closedir(directory);
    qsort(names, (size_t)count, sizeof *names, by_name);
    for (int i = 0; i < count; i++) {
        say(" %s", names[i]);
        free(names[i]);
    }
}

// --- reading and writing ---

static size_t some_size(void) {
    unsigned way = rnd(100);
    size_t size = way < 10 ? 0 : way < 50 ? 8 : way < 90 ? rnd(300) : rnd(6000);
    say(" %zu", size);
    return size;
}

static bool is(int fd, unsigned mask) { return fd >= LOWEST && fd < HIGHEST && mask >> open_kinds[fd] & 1; }

// What is told in bytes that are not the same every time is read elsewhere; a timer's count is.
enum { TOLD = OF(SIGNALS) | OF(OTHER) | OF(INOTIFY) };
// Of a bad room: what is read into it is not lost.
enum { KEPT = OF(TCP) | OF(REGULAR) | OF(DIRECTORY) };

static void fill(unsigned char *bytes, size_t size) {
    unsigned char first = (unsigned char)rnd(256);
    for (size_t i = 0; i < size; i++) bytes[i] = (unsigned char)(first + i * 3);
}

static void step_read(void) {
    say(" read");
    int fd = any_fd();
    if (is(fd, TOLD)) return;
    size_t size = some_size();
    unsigned char *bytes = room(size, false);
    bool bad = bad_room;
    if (bad && !is(fd, KEPT)) return;
    long long got = result(chance(30) ? pread(fd, bytes, size, ONE_OF(0, 1, 100, -1)) : read(fd, bytes, size));
    if (got > 0 && !bad) say_bytes(bytes, (size_t)got);
    if (got >= 0 && !bad && size > 0) expect_untouched(bytes, (size_t)got, size);
}

static void step_write(void) {
    say(" write");
    int fd = any_fd();
    size_t size = some_size();
    // What is good of a room that is cut natively gets into a file.
    unsigned char *bytes = room(size, false);
    if (!bad_room) fill(bytes, size);
    // What an event counter is given is a number of eight bytes.
    if (is(fd, OF(EVENT)) && !bad_room && size >= 8) memcpy(bytes, &(uint64_t){chance(90) ? rnd(5) : ONE_OF(UINT64_MAX, UINT64_MAX - 1)}, 8);
    bool at = chance(20);
    say(" %s", at ? "at" : "on");
    result(at ? pwrite(fd, bytes, size, ONE_OF(0, 1, 100, -1)) : write(fd, bytes, size));
    learn_port(fd);
    settle(fd);
}

static struct iovec *some_vectors(int count, bool filled) {
    struct iovec *iov = good_room((size_t)count * sizeof *iov + 1);
    for (int i = 0; i < count; i++) {
        size_t size = some_size();
        iov[i] = (struct iovec){good_room(size), size};
        if (filled) fill(iov[i].iov_base, size);
    }
    return iov;
}

static void step_readv(void) {
    say(" readv");
    int fd = any_fd(), count = (int)rnd(4);
    if (is(fd, TOLD)) return;
    struct iovec *iov = some_vectors(count, false);
    if (chance(2)) count = ONE_OF(-1, 1025);
    say(" %d", count);
    unsigned way = rnd(4);
    long long got = result(way == 0 ? preadv(fd, iov, count, ONE_OF(0, 5, -1)) : way == 1 ? preadv2(fd, iov, count, ONE_OF(-1, 0, 3), 0) : readv(fd, iov, count));
    for (int i = 0; i < count && got > 0; i++) {
        size_t size = iov[i].iov_len < (size_t)got ? iov[i].iov_len : (size_t)got;
        say_bytes(iov[i].iov_base, size);
        got -= (long long)size;
    }
}

static void step_writev(void) {
    say(" writev");
    int fd = any_fd(), count = (int)rnd(4);
    struct iovec *iov = some_vectors(count, true);
    if (is(fd, OF(EVENT))) return;
    if (chance(2)) count = ONE_OF(-1, 1025);
    say(" %d", count);
    unsigned way = rnd(4);
    result(way == 0 ? pwritev(fd, iov, count, ONE_OF(0, 5, -1)) : way == 1 ? pwritev2(fd, iov, count, ONE_OF(-1, 0, 3), 0) : writev(fd, iov, count));
    learn_port(fd);
    settle(fd);
}

static void step_seek(void) {
    static const struct name ways[] = {NAMED(SEEK_SET), NAMED(SEEK_CUR), NAMED(SEEK_END), {0, NULL}};
    say(" lseek");
    int fd = any_fd();
    long long by = ONE_OF(0, 1, 10, -1, -10, 100000, 0x7fffffff);
    int way = one_named(ways);
    say(" %lld", by);
    // Places in a directory are the file system's.
    // Of what has no places it depends on the Linux whether that is an error.
    if (is(fd, OF(DIRECTORY) | OF(SIGNALS) | OF(TIMER) | OF(EVENT) | OF(EPOLL) | OF(INOTIFY) | OF(OTHER))) return;
    result(lseek(fd, by, way));
}

static void step_truncate(void) {
    say(" ftruncate");
    int fd = chance(80) ? some_fd(OF(REGULAR)) : any_fd();
    long long size = ONE_OF(0, 1, 100, 5000, -1);
    say(" %lld", size);
    result(ftruncate(fd, size));
}

// --- from one to another ---

static off_t *some_offset(off_t *offset) {
    if (chance(60)) {
        say(" on");
        return NULL;
    }
    *offset = ONE_OF(0, 1, 50, -1);
    say(" at %lld", (long long)*offset);
    return offset;
}

static void step_splice(void) {
    off_t from, to;
    say(" splice");
    bool out = chance(50);
    int in = some_fd(out ? OF(PIPE_READ) : ~0u), into = some_fd(out ? ~0u : OF(PIPE_WRITE));
    if (is(in, TOLD) || is(into, OF(SIGNALS))) return;
    off_t *from_at = some_offset(&from), *to_at = some_offset(&to);
    size_t size = some_size();
    if (result(splice(in, from_at, into, to_at, size, SPLICE_F_NONBLOCK)) > 0) {
        if (from_at != NULL) say(" %lld", (long long)from);
        if (to_at != NULL) say(" %lld", (long long)to);
    }
    learn_port(into);
    settle(into);
}

static void step_tee(void) {
    say(" tee");
    int in = some_fd(OF(PIPE_READ)), into = some_fd(OF(PIPE_WRITE));
    size_t size = some_size();
    result(tee(in, into, size, SPLICE_F_NONBLOCK));
}

static void step_sendfile(void) {
    off_t from;
    say(" sendfile");
    int into = any_fd(), in = some_fd(OF(REGULAR));
    if (is(into, OF(SIGNALS)) || is(in, OF(SIGNALS))) return;
    off_t *at = some_offset(&from);
    size_t size = some_size();
    if (result(sendfile(into, in, at, size)) > 0 && at != NULL) say(" %lld", (long long)from);
    learn_port(into);
    settle(into);
}

static void step_copy_range(void) {
    off_t from, to;
    say(" copy_file_range");
    int in = some_fd(OF(REGULAR)), into = some_fd(OF(REGULAR));
    off_t *from_at = some_offset(&from), *to_at = some_offset(&to);
    size_t size = some_size();
    unsigned flags = chance(95) ? 0 : 1;
    result(copy_file_range(in, from_at, into, to_at, size, flags));
}

// --- locks ---

static void step_flock(void) {
    static const struct name ways[] = {NAMED(LOCK_SH), NAMED(LOCK_EX), NAMED(LOCK_UN), {0, NULL}};
    say(" flock");
    int fd = chance(70) ? some_fd(OF(REGULAR)) : any_fd();
    // Natively all that are no files share one lock.
    if (is(fd, OF(SIGNALS) | OF(OTHER))) return;
    result(flock(fd, one_named(ways) | LOCK_NB));
}

static void step_record_lock(void) {
    static const struct name commands[] = {NAMED(F_SETLK), NAMED(F_GETLK), NAMED(F_OFD_SETLK), NAMED(F_OFD_GETLK), {0, NULL}};
    static const struct name types[] = {NAMED(F_RDLCK), NAMED(F_WRLCK), NAMED(F_UNLCK), {0, NULL}};
    say(" lock");
    int fd = chance(80) ? some_fd(OF(REGULAR)) : any_fd(), command = one_named(commands);
    if (is(fd, OF(SIGNALS))) return;
    struct flock lock = {.l_type = (short)one_named(types), .l_whence = SEEK_SET, .l_start = ONE_OF(0, 5, -1), .l_len = ONE_OF(0, 10, -3)};
    say(" %lld %lld", (long long)lock.l_start, (long long)lock.l_len);
    if (result(fcntl(fd, command, &lock)) == 0) say(" %s", lock.l_type == F_RDLCK ? "read" : lock.l_type == F_WRLCK ? "write" : "none");
}

const struct step file_steps[] = {
    {step_open, 20},  {make_pipe, 8},  {step_change_names, 12}, {step_stat, 6},  {step_list, 3},   {step_read, 24},    {step_write, 24},      {step_readv, 8},
    {step_writev, 8}, {step_seek, 6},  {step_truncate, 4},      {step_splice, 10}, {step_tee, 4},  {step_sendfile, 6}, {step_copy_range, 3}, {step_flock, 4},
    {step_record_lock, 6}, {NULL, 0},
};
