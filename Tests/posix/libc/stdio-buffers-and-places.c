// SPDX-License-Identifier: Apache-2.0
// setup: printf '0123456789' > digits

#define _GNU_SOURCE
#include "../test.h"
#include <limits.h>
#include <pthread.h>

// Where a stream is, what it holds back, and streams whose functions are the program's.

static void places(void) {
    FILE *file = fopen("digits", "r+");
    fpos_t place;
    SHOW(fseeko(file, 4, SEEK_SET));
    EXPECT_EQ(fgetpos(file, &place), 0);
    putchar(getc(file));
    putchar(getc(file));
    printf(" %lld\n", (long long)ftello(file));
    EXPECT_EQ(fsetpos(file, &place), 0);
    printf("%c\n", getc(file));
    SHOW(fseeko(file, -1, SEEK_END));
    printf("%c\n", getc(file));
    SHOW(fseeko(file, -11, SEEK_END));
    SHOW(fseeko(file, 0, 7));
    printf("%lld\n", (long long)ftello(file));
    SHOW(fseeko(file, 1LL << 40, SEEK_SET));
    printf("%lld\n", (long long)ftello(file));
    EXPECT_EQ(getc(file), EOF);
    SHOW(fseek(file, 2, SEEK_SET));
    EXPECT(ungetc('x', file) == 'x');
    printf("%ld ", ftell(file));
    putchar(getc(file));
    printf("%c\n", getc(file));
    SHOW(fclose(file));
    int ends[2];
    REQUIRE(pipe(ends));
    file = fdopen(ends[0], "r");
    SHOW(fseeko(file, 0, SEEK_SET));
    SHOW(ftello(file));
    SHOW(fgetpos(file, &place));
    SHOW(fclose(file));
    SHOW(close(ends[1]));
}

static long long size_of(const char *path) {
    int fd = REQUIRE(open(path, O_RDONLY));
    long long size = lseek(fd, 0, SEEK_END);
    close(fd);
    return size;
}

static void buffers(void) {
    static char own[4096];
    FILE *file = fopen("out", "w");
    setlinebuf(file);
    fputs("line\nrest", file);
    printf("by lines: %lld\n", size_of("out"));
    fclose(file);
    file = fopen("out", "w");
    setbuf(file, NULL);
    fputs("ab", file);
    printf("without: %lld\n", size_of("out"));
    fclose(file);
    file = fopen("out", "w");
    setbuffer(file, own, sizeof own);
    fputs("abc", file);
    printf("with: %lld\n", size_of("out"));
    fclose(file);
    printf("closed: %lld\n", size_of("out"));
    file = fopen("out", "a+");
    fputs("def", file);
    rewind(file);
    printf("%c", getc(file));
    fseek(file, 0, SEEK_CUR);
    fputs("g", file);
    fclose(file);
    printf(" appended: %lld\n", size_of("out"));
}

static void modes(void) {
    static const char *const names[] = {"", "x", "r", "rb", "w+x", "wx", "wbx", "a+b", "re", "rw"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        errno = 0;
        FILE *file = fopen(strchr(names[i], 'x') ? "exclusive" : "digits", names[i]);
        printf("\"%s\": %s", names[i], file ? "open" : errname(errno));
        if (file) printf(" %d", fcntl(fileno(file), F_GETFD));
        printf("\n");
        if (file) fclose(file);
    }
    FILE *file = fopen("digits", "r");
    getc(file);
    FILE *again = freopen("exclusive", "w", file);
    EXPECT(again == file);
    fputs("reopened", file);
    fclose(file);
    printf("%lld\n", size_of("exclusive"));
    file = fopen("digits", "r");
    errno = 0;
    EXPECT(freopen("nowhere/file", "r", file) == NULL);
    printf("%s\n", errname(errno));
    errno = 0;
    EXPECT(fdopen(99, "r") == NULL);
    printf("%s\n", errname(errno));
    errno = 0;
    EXPECT(fdopen(-1, "x") == NULL);
    printf("%s\n", errname(errno));
    int fd = REQUIRE(open("digits", O_RDONLY));
    errno = 0;
    EXPECT(fdopen(fd, "?") == NULL);
    printf("%s\n", errname(errno));
    close(fd);
}

struct cookie {
    char text[64];
    size_t length, place;
    int closed;
};

static ssize_t cookie_read(void *cookie, char *buffer, size_t size) {
    struct cookie *c = cookie;
    if (size > c->length - c->place) size = c->length - c->place;
    memcpy(buffer, c->text + c->place, size);
    c->place += size;
    return size;
}

static ssize_t cookie_write(void *cookie, const char *buffer, size_t size) {
    struct cookie *c = cookie;
    if (size > sizeof c->text - c->place) size = sizeof c->text - c->place;
    memcpy(c->text + c->place, buffer, size);
    c->place += size;
    if (c->place > c->length) c->length = c->place;
    return size;
}

static int cookie_seek(void *cookie, off_t *offset, int whence) {
    struct cookie *c = cookie;
    off_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (off_t)c->place : (off_t)c->length;
    if (base + *offset < 0 || base + *offset > (off_t)sizeof c->text) return -1;
    *offset = c->place = base + *offset;
    return 0;
}

static int cookie_close(void *cookie) {
    ((struct cookie *)cookie)->closed++;
    return 0;
}

static void cookies(void) {
    struct cookie c = {.length = 0};
    FILE *file = fopencookie(&c, "w+", (cookie_io_functions_t){cookie_read, cookie_write, cookie_seek, cookie_close});
    fprintf(file, "%s %d", "cookie", 12);
    fflush(file);
    printf("%.*s %d\n", (int)c.length, c.text, (int)c.length);
    rewind(file);
    char word[16];
    int number;
    EXPECT_EQ(fscanf(file, "%15s%d", word, &number), 2);
    printf("%s %d\n", word, number);
    SHOW(fclose(file));
    printf("closed %d\n", c.closed);
    // Without a function to write, writing fails; without one to close, closing does not.
    file = fopencookie(&c, "r", (cookie_io_functions_t){.read = cookie_read});
    SHOW(fclose(file));
}

// A lock on a stream is its holder's as often as it likes.
static void locks(void) {
    flockfile(stdout);
    EXPECT_EQ(ftrylockfile(stdout), 0);
    putchar_unlocked('L');
    printf("ocked\n");
    funlockfile(stdout);
    funlockfile(stdout);
}

int main(void) {
    places();
    buffers();
    modes();
    cookies();
    locks();
    return t_status;
}
