# SPDX-License-Identifier: Apache-2.0
#
# ldns: drill, which asks servers of names, and ldnsd, which answers from a file; without signatures.
unpack
configure --disable-shared --without-ssl --disable-sha2 --disable-gost --disable-ecdsa --disable-dsa --disable-ed25519 \
    --disable-ed448 --disable-dane --with-drill --with-examples
make setup-builddir
make -j "$JOBS" drill/drill examples/ldnsd
program examples/ldnsd ldnsd
program drill/drill
