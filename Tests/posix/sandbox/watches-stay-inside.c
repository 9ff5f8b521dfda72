// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: ln -s ../outside.txt link; ln -s .. up; mkdir inside
#include "../test.h"
#include <sys/inotify.h>

// Nothing outside of the directories given is watched, whatever leads there.

int main(void) {
    int watcher = REQUIRE(inotify_init1(IN_NONBLOCK));
    char buffer[256];
    SHOW(inotify_add_watch(watcher, "..", IN_ALL_EVENTS));
    SHOW(inotify_add_watch(watcher, "../outside.txt", IN_ALL_EVENTS));
    SHOW(inotify_add_watch(watcher, "link", IN_ALL_EVENTS));
    SHOW(inotify_add_watch(watcher, "up", IN_ALL_EVENTS));
    SHOW(inotify_add_watch(watcher, "up/outside.txt", IN_ALL_EVENTS));
    SHOW(inotify_add_watch(watcher, "inside/../../outside.txt", IN_ALL_EVENTS));
    SHOW(inotify_add_watch(watcher, "/proc/self", IN_ALL_EVENTS));
    SHOW(read(watcher, buffer, sizeof buffer));
    SHOW(inotify_add_watch(watcher, "inside", IN_ALL_EVENTS));
    return t_status;
}
