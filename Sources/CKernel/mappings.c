// SPDX-License-Identifier: Apache-2.0
//
// Files in the place of a guest's memory. A page of theirs can be gone when it is looked at: another has cut the file, or
// its device has no room. The kernel says so with SIGBUS, to whichever instruction of the host's it was.
#define _GNU_SOURCE
#include "CKernel.h"

#include <pthread.h>
#include <sys/mman.h>

/// One after the other from the first; those that are free have an end of 0. Changed behind the lock, read by the handler.
static struct {
    uintptr_t start, end;
} mappings[CK_MOST_MAPPINGS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct sigaction previous;
static bool has_handler;

static bool is_mapped(uintptr_t address) {
    for (size_t index = 0; index < CK_MOST_MAPPINGS; index++) {
        if (address >= __atomic_load_n(&mappings[index].start, __ATOMIC_RELAXED) &&
            address < __atomic_load_n(&mappings[index].end, __ATOMIC_ACQUIRE))
            return true;
    }
    return false;
}

/// The page becomes memory, so that the instruction can go on, and the guest is told. What has another cause ends the
/// process, as if there were no handler.
static void page_is_gone(int host, siginfo_t *info, void *context) {
    (void)context;
    int saved = errno;
    uintptr_t page = (uintptr_t)info->si_addr & ~(uintptr_t)4095;
    const int flags = MAP_FIXED | MAP_ANONYMOUS | MAP_PRIVATE | MAP_NORESERVE;
    if (info->si_code <= 0 || !is_mapped(page) || !ck_signals_are_of_this_thread() ||
        mmap((void *)page, 4096, PROT_READ | PROT_WRITE, flags, -1, 0) == MAP_FAILED)
        sigaction(host, &previous, NULL);
    else
        ck_signals_add_fault(host, info->si_code);
    errno = saved;
}

static void set_handler(void) {
    struct sigaction action = {.sa_sigaction = page_is_gone, .sa_flags = SA_SIGINFO};
    sigfillset(&action.sa_mask);
    if (!has_handler) has_handler = sigaction(SIGBUS, &action, &previous) == 0;
}

static int map(void *memory, size_t size, int fd, off_t offset, bool writes) {
    size_t index = 0;
    while (index < CK_MOST_MAPPINGS && mappings[index].end != 0) index++;
    if (index == CK_MOST_MAPPINGS) return ENOMEM;
    set_handler();
    mappings[index].start = (uintptr_t)memory;
    __atomic_store_n(&mappings[index].end, (uintptr_t)memory + size, __ATOMIC_RELEASE);
    // What is only read is shared until it is written to, which no file is to notice.
    int flags = MAP_FIXED | (writes ? MAP_SHARED : MAP_PRIVATE | MAP_NORESERVE);
    if (mmap(memory, size, PROT_READ | PROT_WRITE, flags, fd, offset) != MAP_FAILED) return 0;
    int error = errno;
    __atomic_store_n(&mappings[index].end, 0, __ATOMIC_RELEASE);
    return error;
}

int32_t ck_map_file(void *memory, size_t size, int fd, int64_t offset, bool writes) {
    pthread_mutex_lock(&lock);
    int error = map(memory, size, fd, offset, writes);
    pthread_mutex_unlock(&lock);
    return error;
}

void ck_forget_mappings(const void *memory, size_t size) {
    uintptr_t start = (uintptr_t)memory, end = start + size;
    pthread_mutex_lock(&lock);
    for (size_t index = 0; index < CK_MOST_MAPPINGS; index++) {
        if (mappings[index].end != 0 && mappings[index].start >= start && mappings[index].end <= end)
            __atomic_store_n(&mappings[index].end, 0, __ATOMIC_RELEASE);
    }
    pthread_mutex_unlock(&lock);
}
