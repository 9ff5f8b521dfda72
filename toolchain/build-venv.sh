#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Makes $BUILD/venv with the Python packages that requirements.txt pins.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-build}

printf 'netwasi: installing the Python packages of the checks into %s/venv\n' "$BUILD" >&2
rm -rf "$BUILD/venv"
python3 -m venv "$BUILD/venv"
"$BUILD/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes \
    --requirement "$here/requirements.txt" >&2
