// SPDX-License-Identifier: Apache-2.0
//
// What the CPU kernels share: a start and an end. Each kernel is one file that includes this one and defines
// `kernel()`, whose result is printed, so that builds can be compared. As WebAssembly a kernel imports `fd_write` only.
#ifndef NETWASI_KERNEL_H
#define NETWASI_KERNEL_H

#include <stddef.h>
#include <stdint.h>

static uint64_t kernel(void);

static void write_line(const char *bytes, size_t count);

static void print(uint64_t value)
{
	char line[24];
	size_t start = sizeof line;
	line[--start] = '\n';
	do {
		line[--start] = (char)('0' + value % 10);
		value /= 10;
	} while (value != 0);
	write_line(line + start, sizeof line - start);
}

#ifdef __wasm__

struct vector {
	const void *base;
	size_t count;
};

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write")))
int fd_write(int fd, const struct vector *vectors, int count, size_t *written);

static void write_line(const char *bytes, size_t count)
{
	struct vector vector = { bytes, count };
	size_t written;
	fd_write(1, &vector, 1, &written);
}

__attribute__((export_name("_start")))
void start(void)
{
	print(kernel());
}

#else

#include <unistd.h>

static void write_line(const char *bytes, size_t count)
{
	if (write(1, bytes, count) < 0)
		_exit(1);
}

int main(void)
{
	print(kernel());
	return 0;
}

#endif
#endif
