# SPDX-License-Identifier: Apache-2.0
#
# curl, without TLS and without the libraries that Debian links it with.
unpack
configure --disable-shared --without-ssl --without-zlib --without-brotli --without-zstd --without-libpsl \
    --without-libidn2 --without-nghttp2 --disable-ldap --disable-threaded-resolver --disable-manual
make -j "$JOBS" -C lib
make -j "$JOBS" -C src curl
program src/curl
