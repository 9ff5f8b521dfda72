// SPDX-License-Identifier: Apache-2.0
//
// ioctl: wasi-libc's FIONREAD and FIONBIO, and Linux's numbers for the other requests that programs name.
#ifndef __NETWASI_SYS_IOCTL_H
#define __NETWASI_SYS_IOCTL_H

#include_next <sys/ioctl.h>

#define __NEED_struct_winsize
#include <bits/alltypes.h>

#define TIOCGWINSZ 0x5413
#define TIOCSWINSZ 0x5414
#define FIONCLEX 0x5450
#define FIOCLEX 0x5451
#define TIOCINQ FIONREAD

#define SIOCATMARK 0x8905
#define SIOCGIFCONF 0x8912
#define SIOCGIFFLAGS 0x8913
#define SIOCGIFADDR 0x8915
#define SIOCGIFBRDADDR 0x8919
#define SIOCGIFNETMASK 0x891b
#define SIOCGIFMTU 0x8921
#define SIOCGIFHWADDR 0x8927
#define SIOCGIFINDEX 0x8933

#endif
