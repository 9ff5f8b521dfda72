// SPDX-License-Identifier: Apache-2.0
//
// The state that the two ChaCha20 kernels begin with, and how they add up what they make.
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

#endif
