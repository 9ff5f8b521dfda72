// SPDX-License-Identifier: Apache-2.0
//
// A server's first work on a request: the request line and the header fields are found, checked byte by byte as RFC
// 9112 has them, and the ones that matter are looked up by name without regard to case.
#include "kernel.h"

#include <string.h>

static const char *const requests[] = {
    "GET /wp-content/uploads/2010/03/hello-kitty-darth-vader-pink.jpg?size=large&v=2 HTTP/1.1\r\n"
    "Host: www.example.com\r\n"
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\n"
    "Accept: image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5\r\n"
    "Accept-Language: en-US,en;q=0.5\r\n"
    "Accept-Encoding: gzip, deflate, br, zstd\r\n"
    "Connection: keep-alive\r\n"
    "Referer: https://www.example.com/2010/03/index.html\r\n"
    "Cookie: session=7f3c0b52a94e4d1f; theme=dark; consent=1\r\n"
    "If-None-Match: \"5f2-61a8b0c7d3e40\"\r\n\r\n",

    "POST /api/v1/items HTTP/1.1\r\n"
    "host: api.example.com:8443\r\n"
    "content-type: application/json; charset=utf-8\r\n"
    "content-length: 1834\r\n"
    "authorization: Bearer 3q2+7w==.3q2+7w==.3q2+7w==\r\n"
    "accept: */*\r\n\r\n",

    "GET / HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n",

    "PUT /upload/part/17 HTTP/1.1\r\n"
    "Host: example.com\r\n"
    "Transfer-Encoding: chunked\r\n"
    "Expect: 100-continue\r\n"
    "X-Request-Id: 018f3a52-77aa-7c31-9d0e-54a1f6b2c9d3\r\n\r\n",
};

struct text {
    const char *at;
    size_t length;
};

struct request {
    struct text method, target, names[32], values[32];
    size_t fields;
    uint64_t length;
    int minor, close, chunked;
};

// What RFC 9110 calls a token's characters.
static unsigned char token[256];

static void make_tokens(void)
{
    for (int c = '0'; c <= '9'; c++) token[c] = 1;
    for (int c = 'a'; c <= 'z'; c++) token[c] = token[c - 'a' + 'A'] = 1;
    for (const char *c = "!#$%&'*+-.^_`|~"; *c; c++) token[(unsigned char)*c] = 1;
}

static int lower(int c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; }

static int is(struct text text, const char *word)
{
    for (size_t i = 0; i < text.length; i++)
        if (lower(text.at[i]) != word[i]) return 0;
    return word[text.length] == 0;
}

// The characters up to `end`, none of them a control character; NULL when there is one, or no end.
static const char *until(const char *at, const char *limit, char end, struct text *text)
{
    text->at = at;
    for (; at < limit && *at != end; at++)
        if ((unsigned char)*at < ' ' && *at != '\t') return NULL;
    text->length = (size_t)(at - text->at);
    return at < limit ? at + 1 : NULL;
}

static const char *name_of(const char *at, const char *limit, struct text *name)
{
    name->at = at;
    while (at < limit && token[(unsigned char)*at]) at++;
    name->length = (size_t)(at - name->at);
    return name->length > 0 && at < limit && *at == ':' ? at + 1 : NULL;
}

static int note(struct request *request, struct text name, struct text value)
{
    if (is(name, "content-length")) {
        request->length = 0;
        for (size_t i = 0; i < value.length; i++) {
            if (value.at[i] < '0' || value.at[i] > '9') return 0;
            request->length = request->length * 10 + (uint64_t)(value.at[i] - '0');
        }
    } else if (is(name, "connection")) {
        request->close = is(value, "close");
    } else if (is(name, "transfer-encoding")) {
        request->chunked = is(value, "chunked");
    }
    return 1;
}

static int parse(struct request *request, const char *at, const char *limit)
{
    struct text version;
    memset(request, 0, sizeof *request);
    if (!(at = until(at, limit, ' ', &request->method)) || !(at = until(at, limit, ' ', &request->target))) return 0;
    if (!(at = until(at, limit, '\r', &version)) || *at++ != '\n') return 0;
    if (version.length != 8 || memcmp(version.at, "HTTP/1.", 7) != 0) return 0;
    request->minor = version.at[7] - '0';
    while (at < limit && *at != '\r') {
        if (request->fields == 32) return 0;
        struct text *name = &request->names[request->fields], *value = &request->values[request->fields];
        if (!(at = name_of(at, limit, name))) return 0;
        while (at < limit && (*at == ' ' || *at == '\t')) at++;
        if (!(at = until(at, limit, '\r', value)) || *at++ != '\n') return 0;
        while (value->length > 0 && value->at[value->length - 1] == ' ') value->length--;
        request->fields++;
        if (!note(request, *name, *value)) return 0;
    }
    return at + 2 == limit;
}

static uint64_t kernel(void)
{
    uint64_t sum = 0;
    size_t lengths[4];
    make_tokens();
    for (int i = 0; i < 4; i++) lengths[i] = strlen(requests[i]);
    for (int round = 0; round < 200000; round++) {
        for (int i = 0; i < 4; i++) {
            struct request request;
            if (!parse(&request, requests[i], requests[i] + lengths[i])) return 0;
            sum = sum * 31 + request.fields + request.length + request.target.length;
            sum += (uint64_t)(request.close + request.chunked + request.minor);
        }
    }
    return sum;
}
