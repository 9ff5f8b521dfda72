// SPDX-License-Identifier: Apache-2.0
//
// ChaCha20's key stream, four blocks at a time: a vector has one word of each.
#include "kernel.h"

#include "chacha.h"

typedef uint32_t words __attribute__((vector_size(16)));

static words rotate(words x, int count) { return x << count | x >> (32 - count); }

#define QUARTER(a, b, c, d) \
	(a += b, d = rotate(d ^ a, 16), c += d, b = rotate(b ^ c, 12), a += b, d = rotate(d ^ a, 8), c += d, b = rotate(b ^ c, 7))

static void blocks(const words input[16], words output[16])
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

static uint64_t kernel(void)
{
	uint32_t state[16];
	words input[16], output[16];
	uint64_t sum = 0;
	chacha_state(state);
	for (int i = 0; i < 16; i++)
		input[i] = (words){ state[i], state[i], state[i], state[i] };
	input[12] += (words){ 0, 1, 2, 3 };
	for (int i = 0; i < CHACHA_BLOCKS; i += 4) {
		blocks(input, output);
		for (int lane = 0; lane < 4; lane++) {
			uint32_t block[16];
			block[0] = output[0][lane], block[5] = output[5][lane];
			block[10] = output[10][lane], block[15] = output[15][lane];
			sum += chacha_sum(block);
		}
		input[12] += 4;
	}
	return sum;
}
