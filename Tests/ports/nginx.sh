# SPDX-License-Identifier: Apache-2.0
#
# nginx, as one process, without the libraries that rewriting and compressing need. Its own configure runs programs to
# find out about the machine unless it is told which one it builds for.
unpack
./configure --crossbuild=WASI:1:wasm32 --with-cc=netwasi-cc --with-poll_module --with-http_stub_status_module \
    --without-http_rewrite_module --without-http_gzip_module
make -j "$JOBS"
program objs/nginx
