// SPDX-License-Identifier: Apache-2.0
//
// What text-processing programs do: words split, hashed, copied, compared and counted, byte by byte.
#include "kernel.h"

enum { TABLE = 4096, POOL = 1 << 16, WORDS = 3000 };

struct entry {
	const char *word;
	uint32_t count;
};

static struct entry table[TABLE];
static char pool[POOL];
static size_t used;
static char text[WORDS * 12];

static size_t length(const char *s)
{
	size_t n = 0;
	while (s[n])
		n++;
	return n;
}

static int compare(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	return (unsigned char)*a - (unsigned char)*b;
}

static const char *keep(const char *s)
{
	char *copy = pool + used;
	size_t n = length(s) + 1;
	for (size_t i = 0; i < n; i++)
		copy[i] = s[i];
	used += n;
	return copy;
}

static void count(const char *word)
{
	uint32_t hash = 2166136261u;
	for (const char *c = word; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 16777619u;
	for (uint32_t slot = hash & (TABLE - 1);; slot = (slot + 1) & (TABLE - 1)) {
		if (!table[slot].word)
			table[slot].word = keep(word);
		if (compare(table[slot].word, word) == 0) {
			table[slot].count++;
			return;
		}
	}
}

static void make_text(void)
{
	uint32_t random = 12345;
	size_t n = 0;
	for (int i = 0; i < WORDS; i++) {
		random = random * 1664525 + 1013904223;
		uint32_t letters = 3 + (random >> 16) % 8;
		uint32_t seed = (random >> 8) % 700;
		for (uint32_t j = 0; j < letters; j++)
			text[n++] = (char)('a' + (seed * (j + 3) + j) % 26);
		text[n++] = ' ';
	}
	text[n] = 0;
}

static uint64_t kernel(void)
{
	make_text();
	char word[32];
	for (int round = 0; round < 6000; round++) {
		size_t n = 0;
		for (const char *c = text; *c; c++) {
			if (*c != ' ') {
				word[n++] = *c;
			} else {
				word[n] = 0;
				count(word);
				n = 0;
			}
		}
	}
	uint64_t sum = used;
	for (int i = 0; i < TABLE; i++)
		sum = sum * 31 + table[i].count;
	return sum;
}
