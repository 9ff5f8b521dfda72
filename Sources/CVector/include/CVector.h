// SPDX-License-Identifier: Apache-2.0
//
// Vector operations that Swift's SIMD types have no operator for, or none that becomes vector code: with clang's vector
// types and built-ins each is one machine instruction or a few. All inline; an interpreter's handler has no time to call.
#ifndef CVECTOR_H
#define CVECTOR_H

#include <stdbool.h>

#define CV_VECTOR(type) __attribute__((vector_size(16))) type
typedef CV_VECTOR(signed char) cv_i8x16;
typedef CV_VECTOR(unsigned char) cv_u8x16;
typedef CV_VECTOR(short) cv_i16x8;
typedef CV_VECTOR(unsigned short) cv_u16x8;
typedef CV_VECTOR(int) cv_i32x4;
typedef CV_VECTOR(unsigned int) cv_u32x4;
typedef CV_VECTOR(long long) cv_i64x2;
typedef CV_VECTOR(unsigned long long) cv_u64x2;
typedef CV_VECTOR(float) cv_f32x4;
typedef CV_VECTOR(double) cv_f64x2;

/// Reads and writes a vector at any address. Swift's unaligned access may become an aligned one when the type is a vector.
static inline cv_u64x2 cv_read(const void *from) {
    cv_u64x2 value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}
static inline void cv_write(void *to, cv_u64x2 value) { __builtin_memcpy(to, &value, sizeof value); }

/// Where the frame of the calling function is on the stack. The address of a variable does not tell: a sanitizer may keep
/// variables elsewhere.
__attribute__((always_inline)) static inline unsigned long cv_frame_address(void) {
    return (unsigned long)__builtin_frame_address(0);
}

#define CV_BINARY(name, type, builtin) \
    static inline type name(type x, type y) { return __builtin_elementwise_##builtin(x, y); }
#define CV_UNARY(name, type, builtin) \
    static inline type name(type x) { return __builtin_elementwise_##builtin(x); }

CV_BINARY(cv_i8x16_add_sat, cv_i8x16, add_sat)
CV_BINARY(cv_u8x16_add_sat, cv_u8x16, add_sat)
CV_BINARY(cv_i16x8_add_sat, cv_i16x8, add_sat)
CV_BINARY(cv_u16x8_add_sat, cv_u16x8, add_sat)
CV_BINARY(cv_i8x16_sub_sat, cv_i8x16, sub_sat)
CV_BINARY(cv_u8x16_sub_sat, cv_u8x16, sub_sat)
CV_BINARY(cv_i16x8_sub_sat, cv_i16x8, sub_sat)
CV_BINARY(cv_u16x8_sub_sat, cv_u16x8, sub_sat)
CV_BINARY(cv_i8x16_min, cv_i8x16, min)
CV_BINARY(cv_u8x16_min, cv_u8x16, min)
CV_BINARY(cv_i16x8_min, cv_i16x8, min)
CV_BINARY(cv_u16x8_min, cv_u16x8, min)
CV_BINARY(cv_i32x4_min, cv_i32x4, min)
CV_BINARY(cv_u32x4_min, cv_u32x4, min)
CV_BINARY(cv_i8x16_max, cv_i8x16, max)
CV_BINARY(cv_u8x16_max, cv_u8x16, max)
CV_BINARY(cv_i16x8_max, cv_i16x8, max)
CV_BINARY(cv_u16x8_max, cv_u16x8, max)
CV_BINARY(cv_i32x4_max, cv_i32x4, max)
CV_BINARY(cv_u32x4_max, cv_u32x4, max)
CV_UNARY(cv_f32x4_sqrt, cv_f32x4, sqrt)
CV_UNARY(cv_f64x2_sqrt, cv_f64x2, sqrt)

/// Two vectors to one of lanes half as wide, each the nearest that there is.
#define CV_NARROW(name, from, scalar, to, low, high, ...) \
    static inline to name(from x, from y) { \
        typedef __attribute__((vector_size(32))) scalar pair; \
        const pair both = __builtin_shufflevector(x, y, __VA_ARGS__); \
        return __builtin_convertvector( \
            __builtin_elementwise_min(__builtin_elementwise_max(both, (pair){} + (scalar)(low)), (pair){} + (scalar)(high)), \
            to); \
    }
CV_NARROW(cv_i8x16_narrow, cv_i16x8, short, cv_i8x16, -128, 127, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
CV_NARROW(cv_u8x16_narrow, cv_i16x8, short, cv_u8x16, 0, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
CV_NARROW(cv_i16x8_narrow, cv_i32x4, int, cv_i16x8, -32768, 32767, 0, 1, 2, 3, 4, 5, 6, 7)
CV_NARROW(cv_u16x8_narrow, cv_i32x4, int, cv_u16x8, 0, 65535, 0, 1, 2, 3, 4, 5, 6, 7)

/// `trunc_sat`: NaN is 0, what is out of range is the nearest there is.
#define CV_TRUNCATE_F32(name, to, low, high, limit, most) \
    static inline to name(cv_f32x4 x) { \
        const cv_f32x4 number = (cv_f32x4)((cv_i32x4)x & (x == x)); \
        const to above = (to)(x >= (limit)); \
        const cv_f32x4 inside = __builtin_elementwise_min( \
            __builtin_elementwise_max(number, (cv_f32x4){} + (low)), (cv_f32x4){} + (high)); \
        return (__builtin_convertvector(inside, to) & ~above) | (above & (most)); \
    }
CV_TRUNCATE_F32(cv_i32x4_truncate, cv_i32x4, -0x1p31f, 0x1.fffffep30f, 0x1p31f, 0x7fffffff)
CV_TRUNCATE_F32(cv_u32x4_truncate, cv_u32x4, 0.0f, 0x1.fffffep31f, 0x1p32f, 0xffffffffu)

/// The same of two doubles; the other two lanes are zero.
#define CV_TRUNCATE_F64(name, scalar, to, low, high) \
    static inline to name(cv_f64x2 x) { \
        typedef __attribute__((vector_size(8))) scalar half; \
        const cv_f64x2 number = (cv_f64x2)((cv_i64x2)x & (x == x)); \
        const cv_f64x2 inside = __builtin_elementwise_min( \
            __builtin_elementwise_max(number, (cv_f64x2){} + (low)), (cv_f64x2){} + (high)); \
        return __builtin_shufflevector(__builtin_convertvector(inside, half), (half){}, 0, 1, 2, 3); \
    }
CV_TRUNCATE_F64(cv_i32x4_truncate_two, int, cv_i32x4, -0x1p31, 0x1.fffffffcp30)
CV_TRUNCATE_F64(cv_u32x4_truncate_two, unsigned int, cv_u32x4, 0.0, 0x1.fffffffep31)

/// Whether `cv_look_up` may be used on this machine.
static inline bool cv_has_look_up(void) {
#if defined(__x86_64__)
    unsigned a = 1, b, c = 0, d;
    __asm__("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
    return c >> 9 & 1;
#elif defined(__aarch64__)
    return true;
#else
    return false;
#endif
}

/// The byte of `bytes` at each index; zero for an index from 128 on. What other indices from 16 on give is not defined.
/// On x86 this is SSSE3's `pshufb`, which baseline code may not contain by itself, hence the assembly.
static inline cv_u8x16 cv_look_up(cv_u8x16 bytes, cv_u8x16 indices) {
#if defined(__x86_64__)
    __asm__("pshufb %1, %0" : "+x"(bytes) : "x"(indices));
    return bytes;
#elif defined(__aarch64__)
    __asm__("tbl %0.16b, {%0.16b}, %1.16b" : "+w"(bytes) : "w"(indices));
    return bytes;
#else
    return indices - indices;
#endif
}

#endif
