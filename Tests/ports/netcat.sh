# SPDX-License-Identifier: Apache-2.0
#
# netcat-traditional, with Debian's patches, as its debian/rules builds it.
unpack debian
make linux CC=netwasi-cc STATIC= LDFLAGS= \
    DFLAGS='-DLINUX -DTELNET -DGAPING_SECURITY_HOLE -DIP_TOS -DDEBIAN_VERSION=\"1.10-47\"'
program nc
