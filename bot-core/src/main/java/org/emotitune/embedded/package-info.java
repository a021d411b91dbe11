/** What works without any outside service: the lexicon reader and the in-process word embeddings. */
@NullMarked
package org.emotitune.embedded;

import org.jspecify.annotations.NullMarked;
