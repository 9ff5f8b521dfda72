// SPDX-License-Identifier: Apache-2.0
//
// Encodes base64 three bytes at a time, by a table. base64-simd.c does the same with vectors.
#include "kernel.h"

#include "base64.h"

static void encode(void)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const uint8_t *in = base64_input;
	char *out = base64_output;
	for (size_t i = 0; i < BASE64_BYTES; i += 3, in += 3, out += 4) {
		uint32_t bits = (uint32_t)in[0] << 16 | (uint32_t)in[1] << 8 | in[2];
		out[0] = digits[bits >> 18];
		out[1] = digits[bits >> 12 & 63];
		out[2] = digits[bits >> 6 & 63];
		out[3] = digits[bits & 63];
	}
}

static uint64_t kernel(void)
{
	base64_fill();
	for (int i = 0; i < BASE64_TIMES; i++) {
		base64_input[i % BASE64_BYTES]++;
		encode();
	}
	return base64_sum();
}
