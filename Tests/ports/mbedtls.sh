# SPDX-License-Identifier: Apache-2.0
#
# mbedtls: the library, with which curl speaks TLS, its server, and what makes keys and certificates.
unpack
make -j "$JOBS" -C library CC=netwasi-cc AR=netwasi-ar CFLAGS=-O2
make -j "$JOBS" -C programs CC=netwasi-cc CFLAGS=-O2 ssl/ssl_server2 pkey/gen_key x509/cert_write
program programs/pkey/gen_key mbedtls_gen_key
program programs/x509/cert_write mbedtls_cert_write
program programs/ssl/ssl_server2
