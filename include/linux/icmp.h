// SPDX-License-Identifier: Apache-2.0
//
// ICMP as Linux has it: the messages of <netinet/ip_icmp.h>, and which of them a raw socket does not want.
#ifndef _LINUX_ICMP_H
#define _LINUX_ICMP_H

#include <netinet/ip_icmp.h>
#include <stdint.h>

/// An option of level SOL_RAW.
#define ICMP_FILTER 1

struct icmp_filter {
    /// Bit n: type n is left out.
    uint32_t data;
};

#endif
