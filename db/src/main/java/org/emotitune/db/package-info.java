/** The database: schema migrations, the migrator, and the embedded PostgreSQL with pgvector. */
@NullMarked
package org.emotitune.db;

import org.jspecify.annotations.NullMarked;
