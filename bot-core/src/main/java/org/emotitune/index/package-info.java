/** The song index: vectors of one generation, searched by cosine similarity. */
@NullMarked
package org.emotitune.index;

import org.jspecify.annotations.NullMarked;
