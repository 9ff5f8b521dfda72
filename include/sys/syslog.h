// SPDX-License-Identifier: Apache-2.0
//
// The old place of <syslog.h>.
#include <syslog.h>
