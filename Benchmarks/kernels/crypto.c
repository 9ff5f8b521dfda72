// SPDX-License-Identifier: Apache-2.0
//
// Straight-line integer code with many live values: SHA-256 over a ChaCha20 key stream.
#include "kernel.h"

static uint32_t rotate(uint32_t value, int count)
{
	return value << count | value >> (32 - count);
}

static void quarter(uint32_t *x, int a, int b, int c, int d)
{
	x[a] += x[b], x[d] = rotate(x[d] ^ x[a], 16);
	x[c] += x[d], x[b] = rotate(x[b] ^ x[c], 12);
	x[a] += x[b], x[d] = rotate(x[d] ^ x[a], 8);
	x[c] += x[d], x[b] = rotate(x[b] ^ x[c], 7);
}

static void chacha(uint32_t output[16], const uint32_t input[16])
{
	uint32_t x[16];
	for (int i = 0; i < 16; i++)
		x[i] = input[i];
	for (int round = 0; round < 10; round++) {
		quarter(x, 0, 4, 8, 12);
		quarter(x, 1, 5, 9, 13);
		quarter(x, 2, 6, 10, 14);
		quarter(x, 3, 7, 11, 15);
		quarter(x, 0, 5, 10, 15);
		quarter(x, 1, 6, 11, 12);
		quarter(x, 2, 7, 8, 13);
		quarter(x, 3, 4, 9, 14);
	}
	for (int i = 0; i < 16; i++)
		output[i] = x[i] + input[i];
}

static uint32_t constants[64];

static void sha256(uint32_t state[8], const uint32_t block[16])
{
	uint32_t w[64];
	for (int i = 0; i < 16; i++)
		w[i] = block[i];
	for (int i = 16; i < 64; i++) {
		uint32_t s0 = rotate(w[i - 15], 25) ^ rotate(w[i - 15], 14) ^ w[i - 15] >> 3;
		uint32_t s1 = rotate(w[i - 2], 15) ^ rotate(w[i - 2], 13) ^ w[i - 2] >> 10;
		w[i] = w[i - 16] + s0 + w[i - 7] + s1;
	}
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
	uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
	for (int i = 0; i < 64; i++) {
		uint32_t s1 = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7);
		uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + constants[i] + w[i];
		uint32_t s0 = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10);
		uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
		h = g, g = f, f = e, e = d + t1;
		d = c, c = b, b = a, a = t1 + t2;
	}
	state[0] += a, state[1] += b, state[2] += c, state[3] += d;
	state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

static uint64_t kernel(void)
{
	for (uint32_t i = 0; i < 64; i++)
		constants[i] = 0x9e3779b9 * (i + 1);
	uint32_t input[16] = { 0x61707865, 0x3320646e, 0x79622d32, 0x6b206574 };
	uint32_t state[8] = { 1, 2, 3, 4, 5, 6, 7, 8 };
	for (uint32_t block = 0; block < 400000; block++) {
		uint32_t stream[16];
		input[12] = block;
		chacha(stream, input);
		sha256(state, stream);
	}
	return (uint64_t)state[0] << 32 | state[7];
}
