/** The only package that knows SQL and the pgvector store. */
@NullMarked
package org.emotitune.postgres;

import org.jspecify.annotations.NullMarked;
