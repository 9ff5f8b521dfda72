# SPDX-License-Identifier: Apache-2.0
#
# libcoap's client and server of CoAP, by CMake, without DTLS.
unpack
cmake -B build -GNinja -DCMAKE_TOOLCHAIN_FILE="$share/wasm32-wasi.cmake" -DCMAKE_BUILD_TYPE=Release -DENABLE_DTLS=OFF \
    -DENABLE_TESTS=OFF -DENABLE_DOCS=OFF -DBUILD_SHARED_LIBS=OFF
ninja -C build -j "$JOBS" coap-client coap-server
program build/coap-client coap_client
program build/coap-server
