// SPDX-License-Identifier: Apache-2.0

// The least that a program can be.

int main(void) { return 0; }
