// SPDX-License-Identifier: Apache-2.0
//
// ChaCha20's key stream, a block at a time. chacha-simd.c makes the same, four blocks at a time.
#include "kernel.h"

typedef uint32_t words;
#include "chacha.h"

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
