// SPDX-License-Identifier: Apache-2.0

#include "sqlite3.c"

// A large module of which little runs: SQLite opens a database in memory and closes it.

int main(void) {
    sqlite3 *db;
    return sqlite3_open(":memory:", &db) != SQLITE_OK || sqlite3_close(db) != SQLITE_OK;
}
