// SPDX-License-Identifier: Apache-2.0
//
// ChaCha20's key stream, four blocks at a time: a vector has one word of each.
#include "kernel.h"

typedef uint32_t words __attribute__((vector_size(16)));
#include "chacha.h"

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
		block(input, output);
		for (int lane = 0; lane < 4; lane++) {
			uint32_t lanes[16];
			lanes[0] = output[0][lane], lanes[5] = output[5][lane];
			lanes[10] = output[10][lane], lanes[15] = output[15][lane];
			sum += chacha_sum(lanes);
		}
		input[12] += 4;
	}
	return sum;
}
