// SPDX-License-Identifier: Apache-2.0
//
// ChaCha20's key stream, a block at a time. chacha-simd.c makes the same, four blocks at a time.
#include "kernel.h"

#include "chacha.h"

static uint32_t rotate(uint32_t x, int count) { return x << count | x >> (32 - count); }

#define QUARTER(a, b, c, d) \
	(a += b, d = rotate(d ^ a, 16), c += d, b = rotate(b ^ c, 12), a += b, d = rotate(d ^ a, 8), c += d, b = rotate(b ^ c, 7))

static void block(const uint32_t input[16], uint32_t output[16])
{
	uint32_t x[16];
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

static uint64_t kernel(void)
{
	uint32_t input[16], output[16];
	uint64_t sum = 0;
	chacha_state(input);
	for (int i = 0; i < CHACHA_BLOCKS; i++) {
		block(input, output);
		sum += chacha_sum(output);
		input[12]++;
	}
	return sum;
}
