// SPDX-License-Identifier: Apache-2.0
#include "CVector.h"

_Static_assert(sizeof(cv_i8x16) == 16, "a vector has 128 bits");
