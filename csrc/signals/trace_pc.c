// SPDX-License-Identifier: Apache-2.0

// What netwasi-cc has functions with setjmp call in their loops, so that there is a call for a handler's jump to come
// through. Signals are delivered when a function is entered.

void __sanitizer_cov_trace_pc(void);

void __sanitizer_cov_trace_pc(void) {}
