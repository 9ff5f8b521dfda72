// SPDX-License-Identifier: Apache-2.0

#ifndef STATE_H
#define STATE_H

// What only main.c asks of support.c.

/// What is random in a step depends on these.
void seed_step(uint64_t seed, uint64_t step);
/// After a step: takes the errors that wait at sockets, and SIGPIPE, if the step had bad rooms.
void forget_errors(void);
/// Gives the memory of the step before back.
void begin_memory(void);

#endif
