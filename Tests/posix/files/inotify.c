// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <sys/inotify.h>
#include <sys/stat.h>

// Changes of files and directories, read from a descriptor.

static int watcher;

static void show_events(void) {
    static const struct {
        uint32_t bit;
        const char *name;
    } bits[] = {{IN_MODIFY, "MODIFY"},         {IN_ATTRIB, "ATTRIB"},       {IN_CLOSE_WRITE, "CLOSE_WRITE"},
                {IN_MOVED_FROM, "MOVED_FROM"}, {IN_MOVED_TO, "MOVED_TO"},   {IN_CREATE, "CREATE"},
                {IN_DELETE, "DELETE"},         {IN_DELETE_SELF, "DELETE_SELF"}, {IN_MOVE_SELF, "MOVE_SELF"},
                {IN_IGNORED, "IGNORED"},       {IN_ISDIR, "ISDIR"}};
    _Alignas(struct inotify_event) char buffer[4096];
    ssize_t size = read(watcher, buffer, sizeof buffer);
    if (size < 0) {
        printf("none: %s\n", errname(errno));
        return;
    }
    for (char *at = buffer; at < buffer + size;) {
        struct inotify_event *event = (struct inotify_event *)at;
        printf("watch %d:", event->wd);
        for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
            if (event->mask & bits[i].bit) printf(" %s", bits[i].name);
        printf("%s%s%s\n", event->len ? " " : "", event->len ? event->name : "", event->cookie ? ", with a cookie" : "");
        at += sizeof *event + event->len;
    }
}

#define ALL (IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_MOVE | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)

int main(void) {
    watcher = REQUIRE(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    REQUIRE(mkdir("watched", 0700));
    SHOW(inotify_add_watch(watcher, "watched", ALL));
    show_events();
    int file = REQUIRE(open("watched/file", O_RDWR | O_CREAT, 0600));
    printf("ready: %s\n", events_text(wait_for(watcher, POLLIN)));
    show_events();
    write_all(file, "text", 4);
    REQUIRE(close(file));
    show_events();
    SHOW(inotify_add_watch(watcher, "watched/file", IN_DELETE_SELF | IN_MOVE_SELF));
    REQUIRE(mkdir("watched/inner", 0700));
    REQUIRE(rename("watched/file", "watched/inner/other"));
    show_events();
    REQUIRE(rename("watched/inner/other", "watched/back"));
    show_events();
    REQUIRE(unlink("watched/back"));
    show_events();
    REQUIRE(rmdir("watched/inner"));
    show_events();
    SHOW(inotify_rm_watch(watcher, 1));
    show_events();
    REQUIRE(rmdir("watched"));
    show_events();

    puts("errors");
    SHOW(inotify_rm_watch(watcher, 1));
    SHOW(inotify_rm_watch(watcher, 77));
    SHOW(inotify_rm_watch(0, 1));
    SHOW(inotify_rm_watch(99, 1));
    SHOW(inotify_add_watch(watcher, "absent", ALL));
    SHOW(inotify_add_watch(watcher, ".", 0));
    SHOW(inotify_add_watch(0, ".", ALL));
    SHOW(inotify_add_watch(99, ".", ALL));
    REQUIRE(close(REQUIRE(open("file", O_WRONLY | O_CREAT, 0600))));
    SHOW(inotify_add_watch(watcher, "file", ALL | IN_ONLYDIR));
    SHOW(inotify_add_watch(watcher, "file", IN_MODIFY));
    SHOW(inotify_add_watch(watcher, "file", IN_MODIFY | IN_MASK_CREATE));
    SHOW(inotify_add_watch(watcher, "file", IN_ATTRIB | IN_MASK_ADD));
    REQUIRE(symlink("absent", "link"));
    SHOW(inotify_add_watch(watcher, "link", ALL));
    SHOW(inotify_add_watch(watcher, "link", ALL | IN_DONT_FOLLOW) > 0);
    SHOW(write(watcher, "x", 1));
    SHOW(inotify_init1(1));
    char small[8];
    REQUIRE(unlink("file"));
    SHOW(read(watcher, small, sizeof small));
    return t_status;
}
