// SPDX-License-Identifier: Apache-2.0
//
// What embedded benchmarks mix: a linked list that is searched and reversed, a matrix of 16-bit numbers, a state machine
// over text, and a CRC of it all.
#include "kernel.h"

static uint16_t crc(uint16_t value, uint32_t data)
{
	for (int bit = 0; bit < 16; bit++) {
		uint32_t carry = (value ^ data) & 1;
		value >>= 1;
		data >>= 1;
		if (carry)
			value ^= 0xa001;
	}
	return value;
}

struct node {
	struct node *next;
	int16_t key;
	int16_t data;
};

enum { NODES = 60, SIZE = 12 };

static struct node nodes[NODES];

static struct node *build(uint32_t seed)
{
	for (int i = 0; i < NODES; i++) {
		nodes[i].next = i + 1 < NODES ? &nodes[i + 1] : 0;
		nodes[i].key = (int16_t)i;
		nodes[i].data = (int16_t)((seed ^ (uint32_t)i * 7) & 0x7f);
	}
	return nodes;
}

static struct node *reverse(struct node *list)
{
	struct node *done = 0;
	while (list) {
		struct node *rest = list->next;
		list->next = done;
		done = list;
		list = rest;
	}
	return done;
}

static const struct node *find(const struct node *list, int16_t data)
{
	while (list && list->data != data)
		list = list->next;
	return list;
}

static uint16_t lists(uint32_t seed)
{
	struct node *list = build(seed);
	uint16_t sum = 0;
	for (int16_t wanted = 0; wanted < 32; wanted++) {
		list = reverse(list);
		const struct node *found = find(list, wanted);
		if (found)
			sum = crc(sum, (uint32_t)found->key);
	}
	return sum;
}

static int16_t left[SIZE][SIZE], right[SIZE][SIZE];
static int32_t product[SIZE][SIZE];

static uint16_t matrices(uint32_t seed)
{
	for (int i = 0; i < SIZE; i++) {
		for (int j = 0; j < SIZE; j++) {
			left[i][j] = (int16_t)((seed + (uint32_t)(i * j)) & 0xff);
			right[i][j] = (int16_t)((seed ^ (uint32_t)(i + j)) & 0xff);
		}
	}
	int32_t sum = 0;
	for (int i = 0; i < SIZE; i++) {
		for (int j = 0; j < SIZE; j++) {
			int32_t cell = 0;
			for (int k = 0; k < SIZE; k++)
				cell += left[i][k] * right[k][j];
			product[i][j] = cell;
			sum += cell > 10000 ? 10 : cell & 7;
		}
	}
	return crc(0, (uint32_t)sum);
}

enum state { START, SIGN, INTEGER, FRACTION, EXPONENT, INVALID, STATES };

static const char text[] = "5012,1234,-874,+122,35.54400,.1234500,-110.700,+0.64400,5.500e+3,-.123e-2,-87e+832,+0.6e-12,"
	"T0.3e-1F,-T.T++Tq,1T3.4e4z,34.0e-T^,";

static enum state step(enum state state, char c)
{
	switch (state) {
	case START:
		if (c >= '0' && c <= '9')
			return INTEGER;
		if (c == '+' || c == '-')
			return SIGN;
		return c == '.' ? FRACTION : INVALID;
	case SIGN:
		if (c >= '0' && c <= '9')
			return INTEGER;
		return c == '.' ? FRACTION : INVALID;
	case INTEGER:
		if (c == '.')
			return FRACTION;
		return c >= '0' && c <= '9' ? INTEGER : INVALID;
	case FRACTION:
		if (c == 'e' || c == 'E')
			return EXPONENT;
		return c >= '0' && c <= '9' ? FRACTION : INVALID;
	case EXPONENT:
		return (c >= '0' && c <= '9') || c == '+' || c == '-' ? EXPONENT : INVALID;
	default:
		return INVALID;
	}
}

static uint16_t states(uint32_t seed)
{
	uint32_t counts[STATES] = { seed & 3 };
	enum state state = START;
	for (const char *c = text; *c; c++) {
		if (*c == ',') {
			counts[state]++;
			state = START;
		} else {
			state = step(state, *c);
		}
	}
	uint16_t sum = 0;
	for (int i = 0; i < STATES; i++)
		sum = crc(sum, counts[i]);
	return sum;
}

static uint64_t kernel(void)
{
	uint16_t sum = 0;
	for (uint32_t round = 0; round < 40000; round++) {
		sum = crc(sum, lists(round));
		sum = crc(sum, matrices(round));
		sum = crc(sum, states(round));
	}
	return sum;
}
