// SPDX-License-Identifier: Apache-2.0
//
// Calls: the naive Fibonacci recursion.
#include "kernel.h"

static __attribute__((noinline)) uint32_t fib(uint32_t n)
{
	return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

static uint64_t kernel(void)
{
	return fib(40);
}
