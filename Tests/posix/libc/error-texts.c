// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"

// The text of every error that POSIX or Linux's networking has, in the words that users know.


int main(void) {
    static const struct {
        int value;
        const char *name;
    } errors[] = {
#define ROW(name) {name, #name},
        ROW(EPERM) ROW(ENOENT) ROW(ESRCH) ROW(EINTR) ROW(EIO) ROW(ENXIO) ROW(E2BIG) ROW(ENOEXEC) ROW(EBADF) ROW(ECHILD) ROW(EAGAIN)
        ROW(ENOMEM) ROW(EACCES) ROW(EFAULT) ROW(EBUSY) ROW(EEXIST) ROW(EXDEV) ROW(ENODEV) ROW(ENOTDIR) ROW(EISDIR) ROW(EINVAL)
        ROW(ENFILE) ROW(EMFILE) ROW(ENOTTY) ROW(ETXTBSY) ROW(EFBIG) ROW(ENOSPC) ROW(ESPIPE) ROW(EROFS) ROW(EMLINK) ROW(EPIPE)
        ROW(EDOM) ROW(ERANGE) ROW(EDEADLK) ROW(ENAMETOOLONG) ROW(ENOLCK) ROW(ENOSYS) ROW(ENOTEMPTY) ROW(ELOOP) ROW(ENOMSG)
        ROW(EIDRM) ROW(ENOLINK) ROW(EPROTO) ROW(EMULTIHOP) ROW(EBADMSG) ROW(EOVERFLOW) ROW(EILSEQ) ROW(ENOTSOCK)
        ROW(EDESTADDRREQ) ROW(EMSGSIZE) ROW(EPROTOTYPE) ROW(ENOPROTOOPT) ROW(EPROTONOSUPPORT) ROW(EOPNOTSUPP) ROW(EAFNOSUPPORT)
        ROW(EADDRINUSE) ROW(EADDRNOTAVAIL) ROW(ENETDOWN) ROW(ENETUNREACH) ROW(ENETRESET) ROW(ECONNABORTED) ROW(ECONNRESET)
        ROW(ENOBUFS) ROW(EISCONN) ROW(ENOTCONN) ROW(ETIMEDOUT) ROW(ECONNREFUSED) ROW(EHOSTUNREACH) ROW(EALREADY)
        ROW(EINPROGRESS) ROW(ESTALE) ROW(EDQUOT) ROW(ECANCELED) ROW(EOWNERDEAD) ROW(ENOTRECOVERABLE)
#undef ROW
    };
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        printf("%s: %s\n", errors[i].name, strerror(errors[i].value));
        EXPECT(strcmp(strerrorname_np(errors[i].value), errors[i].name) == 0);
        EXPECT(strcmp(strerrordesc_np(errors[i].value), strerror(errors[i].value)) == 0);
    }
    printf("%s, %s, %s\n", strerror(0), strerrorname_np(0), strerrordesc_np(0));
    printf("%s, ", strerror(-1));
    printf("%s, %d\n", strerror(9999), strerrorname_np(9999) == NULL && strerrordesc_np(-1) == NULL);
    errno = 0;
    EXPECT_EQ(fprintf(stdout, "%s", ""), 0);
    return t_status;
}
