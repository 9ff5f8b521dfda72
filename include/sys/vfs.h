// SPDX-License-Identifier: Apache-2.0
//
// Another name of <sys/statfs.h>.
#include <sys/statfs.h>
