// SPDX-License-Identifier: Apache-2.0
//
// SQLite, as its source is, with a database in memory: rows are put in, looked up by index, joined, grouped, sorted,
// changed and deleted. It has its own allocator and no files, so that a module of it runs on every engine.
#include "kernel.h"

#define SQLITE_OS_OTHER 1
#define SQLITE_THREADSAFE 0
#define SQLITE_OMIT_LOAD_EXTENSION 1
#define SQLITE_OMIT_LOCALTIME 1
#define SQLITE_TEMP_STORE 3
#define SQLITE_ENABLE_MEMSYS5 1
#define SQLITE_DQS 0
#pragma clang diagnostic ignored "-Weverything"
#include "sqlite3.c"

static char heap[24 << 20];

// --- A system without files ---

static int no_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
    return file->pMethods = NULL, SQLITE_CANTOPEN;
}
static int no_delete(sqlite3_vfs *vfs, const char *name, int sync) { return SQLITE_IOERR_DELETE; }
static int no_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) { return *result = 0, SQLITE_OK; }
static int no_path(sqlite3_vfs *vfs, const char *name, int size, char *path) { return SQLITE_CANTOPEN; }
static int no_randomness(sqlite3_vfs *vfs, int size, char *bytes) { return memset(bytes, 7, (size_t)size), size; }
static int no_sleep(sqlite3_vfs *vfs, int microseconds) { return microseconds; }
static int no_time(sqlite3_vfs *vfs, double *days) { return *days = 2460000.5, SQLITE_OK; }

int sqlite3_os_init(void)
{
    static sqlite3_vfs none = {1, sizeof(sqlite3_file), 64, NULL, "none", NULL, no_open, no_delete, no_access, no_path,
                               NULL, NULL, NULL, NULL, no_randomness, no_sleep, no_time};
    return sqlite3_vfs_register(&none, 1);
}
int sqlite3_os_end(void) { return SQLITE_OK; }

// --- The work ---

static sqlite3 *db;

static int run(const char *sql) { return sqlite3_exec(db, sql, NULL, NULL, NULL); }

static int insert(int count)
{
    static const char *const words[] = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"};
    sqlite3_stmt *add;
    uint32_t random = 7;
    if (sqlite3_prepare_v2(db, "INSERT INTO item VALUES (?, ?, ?, ?)", -1, &add, NULL) != SQLITE_OK) return 1;
    for (int i = 0; i < count; i++) {
        char name[40];
        random = random * 1664525 + 1013904223;
        sqlite3_snprintf(sizeof name, name, "%s-%u", words[random >> 29], random >> 8 & 0xffff);
        sqlite3_bind_int(add, 1, i);
        sqlite3_bind_text(add, 2, name, -1, SQLITE_TRANSIENT);
        sqlite3_bind_int(add, 3, (int)(random >> 10) % 50);
        sqlite3_bind_double(add, 4, (random >> 4) / 1000.0);
        if (sqlite3_step(add) != SQLITE_DONE) return 1;
        sqlite3_reset(add);
    }
    return sqlite3_finalize(add);
}

// Adds up all columns of all rows of a query that is run with 0 … `times` as its parameter.
static uint64_t sum_of(const char *sql, int times)
{
    sqlite3_stmt *query;
    uint64_t sum = 0;
    if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) != SQLITE_OK) return 0;
    for (int i = 0; i < times; i++) {
        sqlite3_bind_int(query, 1, i);
        while (sqlite3_step(query) == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(query); column++) {
                const unsigned char *text = sqlite3_column_text(query, column);
                for (; text && *text; text++) sum = sum * 31 + *text;
            }
        sqlite3_reset(query);
    }
    sqlite3_finalize(query);
    return sum;
}

static uint64_t kernel(void)
{
    uint64_t sum = 0;
    sqlite3_config(SQLITE_CONFIG_HEAP, heap, (int)sizeof heap, 32);
    if (sqlite3_open(":memory:", &db) != SQLITE_OK) return 1;
    if (run("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, kind INTEGER, price REAL);"
            "CREATE TABLE kind (id INTEGER PRIMARY KEY, title TEXT);"
            "WITH n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 49) INSERT INTO kind SELECT i, 'kind ' || i FROM n;"
            "BEGIN"))
        return 2;
    if (insert(40000) || run("COMMIT; CREATE INDEX by_kind ON item (kind, price); CREATE INDEX by_name ON item (name)")) return 3;
    sum += sum_of("SELECT name, price FROM item WHERE id = ? * 5", 8000);
    sum += sum_of("SELECT count(*), max(price) FROM item WHERE kind = ? AND price > 90000", 50);
    sum += sum_of("SELECT title, count(*), avg(price) FROM item JOIN kind ON kind.id = item.kind WHERE item.id % 5 = ? GROUP BY title", 5);
    sum += sum_of("SELECT name FROM item WHERE name LIKE '%eta-' || ? || '%' ORDER BY price DESC LIMIT 20", 6);
    if (run("BEGIN; UPDATE item SET price = price * 1.25, name = upper(name) WHERE kind % 3 = 0;"
            "DELETE FROM item WHERE id % 4 = 1; COMMIT"))
        return 4;
    sum += sum_of("SELECT substr(name, 1, 3) AS head, sum(price) FROM item WHERE kind <> ? GROUP BY head ORDER BY head", 4);
    return sqlite3_close(db) == SQLITE_OK ? sum : 5;
}
