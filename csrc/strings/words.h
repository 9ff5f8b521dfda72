// SPDX-License-Identifier: Apache-2.0
//
// Bytes eight at a time, for the functions of <string.h> that look through many: an interpreter takes as long for a word
// as for a byte. wasi-libc's go byte by byte, or by words of 32 bits.
#ifndef NETWASI_WORDS_H
#define NETWASI_WORDS_H

#include <stddef.h>
#include <stdint.h>

typedef uint64_t word;

#define WORD sizeof(word)
#define EACH_BYTE(byte) ((word)-1 / 255 * (word)(byte))
#define HIGH_BITS EACH_BYTE(0x80)
#define LOW_BITS EACH_BYTE(0x7f)

/// The word at any address.
static inline word word_at(const unsigned char *place) {
    word bytes;
    __builtin_memcpy(&bytes, place, sizeof bytes);
    return bytes;
}

/// Of a word, high bits: the lowest is that of the first byte that is zero. 0: there is none.
static inline word first_zero(word bytes) { return (bytes - EACH_BYTE(1)) & ~bytes & HIGH_BITS; }
/// The high bits of exactly those bytes that are zero.
static inline word all_zeros(word bytes) { return ~(((bytes & LOW_BITS) + LOW_BITS) | bytes | LOW_BITS); }
/// Which byte of a word the lowest bit of another, which is not 0, is in.
static inline size_t byte_of(word bits) { return (size_t)__builtin_ctzll(bits) / 8; }

/// The aligned word that a byte is in, which is in memory when the byte is.
static inline const unsigned char *word_around(const unsigned char *place) {
    return (const unsigned char *)((uintptr_t)place & ~(uintptr_t)(WORD - 1));
}
/// All bits of the bytes before a place in the word around it, which are thereby not zero.
static inline word bytes_before(const unsigned char *place) { return ((word)1 << (uintptr_t)place % WORD * 8) - 1; }

/// How many bytes there are from a place to the end of memory. A string may end there, and no word be read beyond.
static inline size_t room_after(const void *place) {
    return (size_t)(((uint64_t)__builtin_wasm_memory_size(0) << 16) - (uintptr_t)place);
}

#endif
