// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, and what POSIX has beside it: descriptors, users, processes, terminals, timers.
#ifndef __NETWASI_UNISTD_H
#define __NETWASI_UNISTD_H

// Asks for getpid without its deprecation notice.
#ifdef _WASI_EMULATED_GETPID
#include_next <unistd.h>
#else
#define _WASI_EMULATED_GETPID
#include_next <unistd.h>
#undef _WASI_EMULATED_GETPID
#endif

// A macro of this name breaks programs that have a member called lseek.
#undef lseek

#ifdef __cplusplus
extern "C" {
#endif

int close(int) __asm__("__netwasi_close");
ssize_t pread(int, void *, size_t, off_t) __asm__("__netwasi_pread");
ssize_t pwrite(int, const void *, size_t, off_t) __asm__("__netwasi_pwrite");

// These know a path that is none: see csrc/files/paths.c.
int access(const char *, int) __asm__("__netwasi_access");
int faccessat(int, const char *, int, int) __asm__("__netwasi_faccessat");
int unlink(const char *) __asm__("__netwasi_unlink");
int unlinkat(int, const char *, int) __asm__("__netwasi_unlinkat");
int rmdir(const char *) __asm__("__netwasi_rmdir");
int link(const char *, const char *) __asm__("__netwasi_link");
int linkat(int, const char *, int, const char *, int) __asm__("__netwasi_linkat");
int symlink(const char *, const char *) __asm__("__netwasi_symlink");
int symlinkat(const char *, int, const char *) __asm__("__netwasi_symlinkat");
ssize_t readlink(const char *__restrict, char *__restrict, size_t) __asm__("__netwasi_readlink");
ssize_t readlinkat(int, const char *__restrict, char *__restrict, size_t) __asm__("__netwasi_readlinkat");
int chdir(const char *) __asm__("__netwasi_chdir");
int truncate(const char *, off_t) __asm__("__netwasi_truncate");

int pipe(int[2]);
long sysconf(int) __asm__("__netwasi_sysconf");
long fpathconf(int, int) __asm__("__netwasi_fpathconf");
long pathconf(const char *, int) __asm__("__netwasi_pathconf");
int dup(int);
int dup2(int, int);
int chown(const char *, uid_t, gid_t);
int fchown(int, uid_t, gid_t);
int lchown(const char *, uid_t, gid_t);
int fchownat(int, const char *, uid_t, gid_t, int);
int fchdir(int);
unsigned alarm(unsigned);
int pause(void);
pid_t fork(void);
pid_t _Fork(void);
int execve(const char *, char *const[], char *const[]);
int execv(const char *, char *const[]);
int execle(const char *, const char *, ...);
int execl(const char *, const char *, ...);
int execvp(const char *, char *const[]);
int execlp(const char *, const char *, ...);
int fexecve(int, char *const[], char *const[]);
pid_t getpid(void);
pid_t getppid(void);
pid_t getpgrp(void);
pid_t getpgid(pid_t);
int setpgid(pid_t, pid_t);
pid_t setsid(void);
pid_t getsid(pid_t);
char *ttyname(int);
int ttyname_r(int, char *, size_t);
pid_t tcgetpgrp(int);
int tcsetpgrp(int, pid_t);
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
int getgroups(int, gid_t[]);
int setuid(uid_t);
int seteuid(uid_t);
int setgid(gid_t);
int setegid(gid_t);

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int setreuid(uid_t, uid_t);
int setregid(gid_t, gid_t);
int lockf(int, int, off_t);
int nice(int);
void sync(void);
pid_t setpgrp(void);
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
long syscall(long, ...);
int pipe2(int[2], int);
void closefrom(int);
int dup3(int, int, int);
pid_t vfork(void);
int chroot(const char *);
int getpagesize(void);
int getdtablesize(void);
int getdomainname(char *, size_t);
int setdomainname(const char *, size_t);
int sethostname(const char *, size_t);
int setgroups(size_t, const gid_t *);
char *getpass(const char *);
int daemon(int, int);
int execvpe(const char *, char *const[], char *const[]);
int issetugid(void);
#endif

#ifdef _GNU_SOURCE
#define CLOSE_RANGE_UNSHARE 2
#define CLOSE_RANGE_CLOEXEC 4
int close_range(unsigned, unsigned, int);
ssize_t copy_file_range(int, off_t *, int, off_t *, size_t, unsigned);
int setresuid(uid_t, uid_t, uid_t);
int setresgid(gid_t, gid_t, gid_t);
int getresuid(uid_t *, uid_t *, uid_t *);
int getresgid(gid_t *, gid_t *, gid_t *);
char *get_current_dir_name(void);
int syncfs(int);
int group_member(gid_t);
int euidaccess(const char *, int);
int eaccess(const char *, int);
pid_t gettid(void);
#endif

#ifdef __cplusplus
}
#endif

#ifndef _POSIX_JOB_CONTROL
#define _POSIX_JOB_CONTROL 1
#define _POSIX_SAVED_IDS 1
#endif

#endif
