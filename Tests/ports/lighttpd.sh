# SPDX-License-Identifier: Apache-2.0
#
# lighttpd, statically, as its sources mean it to be: LIGHTTPD_STATIC=yes, and a plugin-static.h that names the modules.
unpack
LIGHTTPD_STATIC=yes configure --disable-shared --enable-static --without-pcre2 --without-zlib --without-bzip2
for module in access accesslog alias dirlisting expire indexfile redirect rewrite setenv simple_vhost staticfile status; do
    echo "PLUGIN_INIT(mod_$module)"
done > src/plugin-static.h
make -C src versionstamp
make -j "$JOBS" -C src lighttpd
program src/lighttpd
