# SPDX-License-Identifier: Apache-2.0
#
# dropbear: the server of SSH, the client, and what makes keys.
unpack
configure --disable-zlib --disable-pam --disable-lastlog --disable-utmp --disable-utmpx --disable-wtmp --disable-wtmpx
make -j "$JOBS" PROGRAMS="dbclient dropbear dropbearkey"
program dbclient dbclient
program dropbearkey dropbearkey
program dropbear
