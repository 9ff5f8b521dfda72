// SPDX-License-Identifier: Apache-2.0

#include "dns-server.h"

int main(void) { return dns_serve(AF_INET); }
