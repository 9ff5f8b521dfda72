// SPDX-License-Identifier: Apache-2.0

// Every header of POSIX that programs of networks include, and names that they may use for their own when they ask for
// POSIX alone.

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pwd.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <syslog.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

int accept4, sendmmsg, recvmmsg, ppoll, pipe2, dup3, mkostemp, mkstemps, prlimit, preadv, pwritev, getentropy, eaccess;
int herror, hstrerror, gethostbyname2, gethostbyname_r, gethostbyaddr_r, getservbyname_r, getdomainname, sethostname;
int chroot, getpagesize, setgroups, initgroups, getgrouplist, getpass, daemon, execvpe, issetugid, setresuid, gettid;
int get_current_dir_name, secure_getenv, getloadavg, reallocarray, settimeofday, timegm, futimes, wait3, wait4, vsyslog;
int strsep, strlcpy, strcasestr, memmem, asprintf, cfmakeraw, err, warn, major, minor, makedev, usleep, ualarm;
struct ucred;
struct mmsghdr;
enum { ifreq, ifconf, ifr_name, ifr_flags, nsaddr, sig_t };
