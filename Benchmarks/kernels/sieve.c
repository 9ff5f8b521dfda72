// SPDX-License-Identifier: Apache-2.0
//
// Byte loads and stores in short loops: the sieve of Eratosthenes.
#include "kernel.h"

enum { LIMIT = 2000000 };

static uint8_t composite[LIMIT + 1];

static uint32_t sieve(void)
{
	for (uint32_t i = 0; i <= LIMIT; i++)
		composite[i] = 0;
	uint32_t count = 0;
	for (uint32_t i = 2; i <= LIMIT; i++) {
		if (composite[i])
			continue;
		count++;
		for (uint32_t multiple = i * 2; multiple <= LIMIT; multiple += i)
			composite[multiple] = 1;
	}
	return count;
}

static uint64_t kernel(void)
{
	uint64_t sum = 0;
	for (int round = 0; round < 40; round++)
		sum += sieve();
	return sum;
}
