// SPDX-License-Identifier: Apache-2.0
//
// The old place of <termios.h>.
#include <termios.h>
