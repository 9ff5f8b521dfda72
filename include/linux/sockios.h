// SPDX-License-Identifier: Apache-2.0
//
// Requests to sockets: all are in <sys/ioctl.h>.
#ifndef _LINUX_SOCKIOS_H
#define _LINUX_SOCKIOS_H
#include <sys/ioctl.h>
#endif
