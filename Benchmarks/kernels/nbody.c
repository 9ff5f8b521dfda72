// SPDX-License-Identifier: Apache-2.0
//
// Floating point: five bodies that attract each other.
#include "kernel.h"

struct body {
	double position[3];
	double velocity[3];
	double mass;
};

enum { BODIES = 5 };

static struct body bodies[BODIES] = {
	{ { 0, 0, 0 }, { 0, 0, 0 }, 39.5 },
	{ { 4.84, -1.16, -0.10 }, { 0.606, 2.81, -0.02 }, 0.0377 },
	{ { 8.34, 4.12, -0.40 }, { -1.01, 1.82, 0.008 }, 0.0113 },
	{ { 12.9, -15.1, -0.22 }, { 1.08, 0.868, -0.01 }, 0.00172 },
	{ { 15.4, -25.9, 0.18 }, { 0.979, 0.594, -0.034 }, 0.00203 },
};

static void advance(double step)
{
	for (int i = 0; i < BODIES; i++) {
		struct body *a = &bodies[i];
		for (int j = i + 1; j < BODIES; j++) {
			struct body *b = &bodies[j];
			double dx = a->position[0] - b->position[0];
			double dy = a->position[1] - b->position[1];
			double dz = a->position[2] - b->position[2];
			double square = dx * dx + dy * dy + dz * dz;
			double magnitude = step / (square * __builtin_elementwise_sqrt(square));
			a->velocity[0] -= dx * b->mass * magnitude;
			a->velocity[1] -= dy * b->mass * magnitude;
			a->velocity[2] -= dz * b->mass * magnitude;
			b->velocity[0] += dx * a->mass * magnitude;
			b->velocity[1] += dy * a->mass * magnitude;
			b->velocity[2] += dz * a->mass * magnitude;
		}
	}
	for (int i = 0; i < BODIES; i++)
		for (int axis = 0; axis < 3; axis++)
			bodies[i].position[axis] += step * bodies[i].velocity[axis];
}

static uint64_t kernel(void)
{
	for (int round = 0; round < 3000000; round++)
		advance(0.001);
	return (uint64_t)((bodies[0].position[0] + 1000) * 1000000);
}
