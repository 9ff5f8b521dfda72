#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Runs a command in a new network (unshare --net), whose loopback interface is yet to be started.
ip link set lo up && exec "$@"
