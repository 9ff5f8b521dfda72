// SPDX-License-Identifier: Apache-2.0
// stdin: 12 words of input

#define _GNU_SOURCE
#include "../test.h"

// Characters one by one, with and without locks, through every function that does it.

static void written(FILE *file) {
    EXPECT_EQ(putc('a', file), 'a');
    EXPECT_EQ(putc_unlocked('b', file), 'b');
    EXPECT_EQ(fputc_unlocked('c', file), 'c');
    EXPECT_EQ(putw(0x64636261, file), 0);
    EXPECT(fputs_unlocked("text\n", file) >= 0);
    EXPECT_EQ(fwrite("12345678", 2, 4, file), 4);
    EXPECT_EQ(fwrite_unlocked("90", 1, 2, file), 2);
    EXPECT_EQ(fwrite("x", 0, 5, file), 0);
    EXPECT_EQ(fwrite("x", 5, 0, file), 0);
    EXPECT_EQ(putc(0x1ff, file), 0xff);
    EXPECT_EQ(fflush_unlocked(file), 0);
    printf("%ld\n", ftell(file));
}

static void read_back(FILE *file) {
    char buffer[16];
    rewind(file);
    printf("%c", getc(file));
    printf("%c", getc_unlocked(file));
    printf("%c\n", fgetc_unlocked(file));
    printf("%#x\n", getw(file));
    printf("%s", fgets_unlocked(buffer, sizeof buffer, file));
    EXPECT_EQ(fread(buffer, 3, 2, file), 2);
    printf("%.6s\n", buffer);
    EXPECT_EQ(fread_unlocked(buffer, 1, 4, file), 4);
    printf("%.4s\n", buffer);
    printf("%d\n", getc(file));
    EXPECT_EQ(getc(file), EOF);
    EXPECT(feof_unlocked(file) && !ferror_unlocked(file));
    EXPECT_EQ(fread(buffer, 1, 1, file), 0);
    clearerr(file);
    EXPECT(!feof(file));
    EXPECT_EQ(getw(file), EOF);
    clearerr_unlocked(file);
    EXPECT(!feof_unlocked(file));
    // An item that is cut is not counted, but was read.
    rewind(file);
    EXPECT_EQ(fread(buffer, 1000, 1, file), 0);
    EXPECT(feof(file));
    EXPECT_EQ(fileno_unlocked(file), fileno(file));
}

int main(void) {
    FILE *file = fopen("file", "w+");
    written(file);
    read_back(file);
    // Writing to what is open for reading only sets the stream's error.
    SHOW(fclose(file));
    file = fopen("file", "r");
    EXPECT_EQ(putc('x', file), EOF);
    printf("%d\n", ferror_unlocked(file) != 0);
    clearerr_unlocked(file);
    printf("%d %c\n", ferror(file), getc(file));
    SHOW(fclose(file));
    file = fopen("file", "w");
    EXPECT_EQ(getc(file), EOF);
    printf("%d %d\n", ferror(file) != 0, feof(file));
    SHOW(fclose(file));

    EXPECT_EQ(getchar(), '1');
    EXPECT_EQ(getchar_unlocked(), '2');
    char word[8];
    EXPECT_EQ(scanf("%7s", word), 1);
    EXPECT_EQ(putchar_unlocked('<'), '<');
    printf("%s>\n", word);
    int number = 7;
    EXPECT_EQ(scanf("%d", &number), 0);
    EXPECT_EQ(scanf(" of input%d", &number), EOF);
    EXPECT_EQ(number, 7);
    return t_status;
}
