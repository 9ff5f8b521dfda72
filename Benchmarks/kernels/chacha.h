// SPDX-License-Identifier: Apache-2.0
//
// What the two ChaCha20 kernels share. `words` is defined before: a word, or a vector of one word of several blocks.
#ifndef NETWASI_CHACHA_H
#define NETWASI_CHACHA_H

#include <stdint.h>

enum { CHACHA_BLOCKS = 1000000 };

static void chacha_state(uint32_t state[16])
{
	static const uint32_t constants[4] = { 0x61707865, 0x3320646e, 0x79622d32, 0x6b206574 };
	for (int i = 0; i < 4; i++)
		state[i] = constants[i];
	for (uint32_t i = 4; i < 16; i++)
		state[i] = i * 0x9e3779b9;
	state[12] = 0;
}

/// Of a block, or of the words of one that others lie between.
static uint64_t chacha_sum(const uint32_t words[16])
{
	return words[0] + words[5] + (uint64_t)words[10] * words[15];
}

static words rotate(words x, int count) { return x << count | x >> (32 - count); }

#define QUARTER(a, b, c, d) \
	(a += b, d = rotate(d ^ a, 16), c += d, b = rotate(b ^ c, 12), a += b, d = rotate(d ^ a, 8), c += d, b = rotate(b ^ c, 7))

/// The words of one block, or of as many as `words` has lanes.
static void block(const words input[16], words output[16])
{
	words x[16];
	for (int i = 0; i < 16; i++)
		x[i] = input[i];
	for (int round = 0; round < 10; round++) {
		QUARTER(x[0], x[4], x[8], x[12]);
		QUARTER(x[1], x[5], x[9], x[13]);
		QUARTER(x[2], x[6], x[10], x[14]);
		QUARTER(x[3], x[7], x[11], x[15]);
		QUARTER(x[0], x[5], x[10], x[15]);
		QUARTER(x[1], x[6], x[11], x[12]);
		QUARTER(x[2], x[7], x[8], x[13]);
		QUARTER(x[3], x[4], x[9], x[14]);
	}
	for (int i = 0; i < 16; i++)
		output[i] = x[i] + input[i];
}

#endif
