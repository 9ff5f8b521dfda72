// SPDX-License-Identifier: Apache-2.0
//
// Linux's names for integers of a width and a byte order.
#ifndef _LINUX_TYPES_H
#define _LINUX_TYPES_H

typedef __INT8_TYPE__ __s8;
typedef __UINT8_TYPE__ __u8;
typedef __INT16_TYPE__ __s16;
typedef __UINT16_TYPE__ __u16;
typedef __INT32_TYPE__ __s32;
typedef __UINT32_TYPE__ __u32;
typedef long long __s64;
typedef unsigned long long __u64;

typedef __u16 __le16, __be16, __sum16;
typedef __u32 __le32, __be32, __wsum;
typedef __u64 __le64, __be64;

#define __aligned_u64 __u64 __attribute__((aligned(8)))

#endif
