/** The job that reads songs and builds the index, and what admins see of it. */
@NullMarked
package org.emotitune.reindex;

import org.jspecify.annotations.NullMarked;
