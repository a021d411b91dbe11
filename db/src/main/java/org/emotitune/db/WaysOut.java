package org.emotitune.db;

/** What a person can do where the embedded database cannot be had. */
final class WaysOut {
    private WaysOut() {}

    static String sentence(String problem) {
        return problem + ". Ways out: start it with Docker Compose, set DATABASE_URL to a PostgreSQL with pgvector,"
                + " or install PostgreSQL 15 or newer with pgvector on this machine.";
    }
}
