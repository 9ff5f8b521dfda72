# SPDX-License-Identifier: Apache-2.0
#
# mosquitto: the MQTT broker, and its two clients, without TLS and threads.
unpack
for target in "lib all" "client static_pub static_sub" "src mosquitto"; do
    # shellcheck disable=SC2086 # a directory and targets
    make -j "$JOBS" -C $target CC=netwasi-cc AR=netwasi-ar CFLAGS=-O2 UNAME=WASI WITH_TLS=no WITH_TLS_PSK=no \
        WITH_THREADING=no WITH_CJSON=no WITH_EPOLL=no WITH_SRV=no WITH_DOCS=no \
        WITH_SHARED_LIBRARIES=no WITH_STATIC_LIBRARIES=yes
done
program client/mosquitto_pub mosquitto_pub
program client/mosquitto_sub mosquitto_sub
program src/mosquitto
