// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

// What errors are called, in glibc's words: programs print them, and what reads their output knows these. ENOTCAPABLE
// is preview 1's own.

struct name {
    const char *name;
    const char *text;
};

#define ERROR(name, text) [name] = {#name, text}

static const struct name names[] = {
    [0] = {"0", "Success"},
    ERROR(E2BIG, "Argument list too long"),
    ERROR(EACCES, "Permission denied"),
    ERROR(EADDRINUSE, "Address already in use"),
    ERROR(EADDRNOTAVAIL, "Cannot assign requested address"),
    ERROR(EAFNOSUPPORT, "Address family not supported by protocol"),
    ERROR(EAGAIN, "Resource temporarily unavailable"),
    ERROR(EALREADY, "Operation already in progress"),
    ERROR(EBADF, "Bad file descriptor"),
    ERROR(EBADMSG, "Bad message"),
    ERROR(EBUSY, "Device or resource busy"),
    ERROR(ECANCELED, "Operation canceled"),
    ERROR(ECHILD, "No child processes"),
    ERROR(ECONNABORTED, "Software caused connection abort"),
    ERROR(ECONNREFUSED, "Connection refused"),
    ERROR(ECONNRESET, "Connection reset by peer"),
    ERROR(EDEADLK, "Resource deadlock avoided"),
    ERROR(EDESTADDRREQ, "Destination address required"),
    ERROR(EDOM, "Numerical argument out of domain"),
    ERROR(EDQUOT, "Disk quota exceeded"),
    ERROR(EEXIST, "File exists"),
    ERROR(EFAULT, "Bad address"),
    ERROR(EFBIG, "File too large"),
    ERROR(EHOSTUNREACH, "No route to host"),
    ERROR(EIDRM, "Identifier removed"),
    ERROR(EILSEQ, "Invalid or incomplete multibyte or wide character"),
    ERROR(EINPROGRESS, "Operation now in progress"),
    ERROR(EINTR, "Interrupted system call"),
    ERROR(EINVAL, "Invalid argument"),
    ERROR(EIO, "Input/output error"),
    ERROR(EISCONN, "Transport endpoint is already connected"),
    ERROR(EISDIR, "Is a directory"),
    ERROR(ELOOP, "Too many levels of symbolic links"),
    ERROR(EMFILE, "Too many open files"),
    ERROR(EMLINK, "Too many links"),
    ERROR(EMSGSIZE, "Message too long"),
    ERROR(EMULTIHOP, "Multihop attempted"),
    ERROR(ENAMETOOLONG, "File name too long"),
    ERROR(ENETDOWN, "Network is down"),
    ERROR(ENETRESET, "Network dropped connection on reset"),
    ERROR(ENETUNREACH, "Network is unreachable"),
    ERROR(ENFILE, "Too many open files in system"),
    ERROR(ENOBUFS, "No buffer space available"),
    ERROR(ENODEV, "No such device"),
    ERROR(ENOENT, "No such file or directory"),
    ERROR(ENOEXEC, "Exec format error"),
    ERROR(ENOLCK, "No locks available"),
    ERROR(ENOLINK, "Link has been severed"),
    ERROR(ENOMEM, "Cannot allocate memory"),
    ERROR(ENOMSG, "No message of desired type"),
    ERROR(ENOPROTOOPT, "Protocol not available"),
    ERROR(ENOSPC, "No space left on device"),
    ERROR(ENOSYS, "Function not implemented"),
    ERROR(ENOTCONN, "Transport endpoint is not connected"),
    ERROR(ENOTDIR, "Not a directory"),
    ERROR(ENOTEMPTY, "Directory not empty"),
    ERROR(ENOTRECOVERABLE, "State not recoverable"),
    ERROR(ENOTSOCK, "Socket operation on non-socket"),
    ERROR(EOPNOTSUPP, "Operation not supported"),
    ERROR(ENOTTY, "Inappropriate ioctl for device"),
    ERROR(ENXIO, "No such device or address"),
    ERROR(EOVERFLOW, "Value too large for defined data type"),
    ERROR(EOWNERDEAD, "Owner died"),
    ERROR(EPERM, "Operation not permitted"),
    ERROR(EPIPE, "Broken pipe"),
    ERROR(EPROTO, "Protocol error"),
    ERROR(EPROTONOSUPPORT, "Protocol not supported"),
    ERROR(EPROTOTYPE, "Protocol wrong type for socket"),
    ERROR(ERANGE, "Numerical result out of range"),
    ERROR(EROFS, "Read-only file system"),
    ERROR(ESPIPE, "Illegal seek"),
    ERROR(ESRCH, "No such process"),
    ERROR(ESTALE, "Stale file handle"),
    ERROR(ETIMEDOUT, "Connection timed out"),
    ERROR(ETXTBSY, "Text file busy"),
    ERROR(EXDEV, "Invalid cross-device link"),
    ERROR(ENOTCAPABLE, "Capabilities insufficient"),
    ERROR(ESOCKTNOSUPPORT, "Socket type not supported"),
    ERROR(EPFNOSUPPORT, "Protocol family not supported"),
    ERROR(ESHUTDOWN, "Cannot send after transport endpoint shutdown"),
    ERROR(ETOOMANYREFS, "Too many references: cannot splice"),
    ERROR(EHOSTDOWN, "Host is down"),
};

static const struct name *find(int error) {
    static const struct name none;
    return error >= 0 && (size_t)error < sizeof names / sizeof *names ? &names[error] : &none;
}

const char *strerrorname_np(int error) { return find(error)->name; }

const char *strerrordesc_np(int error) { return find(error)->text; }

char *strerror(int error) {
    static char text[32];
    const char *known = strerrordesc_np(error);
    if (known != NULL) return (char *)(uintptr_t)known;
    snprintf(text, sizeof text, "Unknown error %d", error);
    return text;
}

// There are no other languages. The second name is the one that wasi-libc's own object has with these.
char *strerror_l(int error, locale_t locale) {
    (void)locale;
    return strerror(error);
}
char *__strerror_l(int error, locale_t locale) __attribute__((__alias__("strerror_l")));
