// SPDX-License-Identifier: Apache-2.0
//
// The old place of <sys/wait.h>.
#include <sys/wait.h>
