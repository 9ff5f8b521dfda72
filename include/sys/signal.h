// SPDX-License-Identifier: Apache-2.0
//
// The old place of <signal.h>.
#include <signal.h>
