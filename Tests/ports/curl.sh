# SPDX-License-Identifier: Apache-2.0
#
# curl, with TLS by mbedtls, which was built before, and without the other libraries that Debian links it with.
unpack
tls=$BUILD/ports/mbedtls
configure --disable-shared --with-mbedtls="$tls" CPPFLAGS="-I$tls/include" LDFLAGS="-L$tls/library" \
    --with-ca-bundle=/etc/ssl/certs/ca-certificates.crt --without-zlib --without-brotli --without-zstd --without-libpsl \
    --without-libidn2 --without-nghttp2 --disable-ldap --disable-threaded-resolver --disable-manual
make -j "$JOBS" -C lib
make -j "$JOBS" -C src curl
program src/curl
