# SPDX-License-Identifier: Apache-2.0
#
# fping, which sends echo requests over raw or datagram sockets of ICMP.
unpack
configure
make -j "$JOBS"
program src/fping
