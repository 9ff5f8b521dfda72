// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netdb.h>
#include <stdbool.h>
#include <stdio.h>

// What failures of name lookup are called, in the words that Linux's users know.

const char *gai_strerror(int error) {
    switch (error) {
    case 0: return "Success";
    case EAI_BADFLAGS: return "Bad value for ai_flags";
    case EAI_NONAME: return "Name or service not known";
    case EAI_AGAIN: return "Temporary failure in name resolution";
    case EAI_FAIL: return "Non-recoverable failure in name resolution";
    case EAI_NODATA: return "No address associated with hostname";
    case EAI_FAMILY: return "ai_family not supported";
    case EAI_SOCKTYPE: return "ai_socktype not supported";
    case EAI_SERVICE: return "Servname not supported for ai_socktype";
    case EAI_ADDRFAMILY: return "Address family for hostname not supported";
    case EAI_MEMORY: return "Memory allocation failure";
    // Most who print this do not look at errno, which says so when the policy has refused.
    case EAI_SYSTEM: return errno == EACCES ? "System error: Permission denied" : "System error";
    case EAI_OVERFLOW: return "Result too large for supplied buffer";
    case EAI_IDN_ENCODE: return "Parameter string not correctly encoded";
    default: return "Unknown error";
    }
}

void herror(const char *prefix) {
    bool named = prefix != NULL && *prefix != '\0';
    fprintf(stderr, "%s%s%s\n", named ? prefix : "", named ? ": " : "", hstrerror(h_errno));
}

const char *hstrerror(int error) {
    switch (error) {
    case NETDB_SUCCESS: return "Resolver Error 0 (no error)";
    case HOST_NOT_FOUND: return "Unknown host";
    case TRY_AGAIN: return "Host name lookup failure";
    case NO_RECOVERY: return "Unknown server error";
    case NO_DATA: return "No address associated with name";
    case NETDB_INTERNAL: return "Resolver internal error";
    default: return "Unknown resolver error";
    }
}
