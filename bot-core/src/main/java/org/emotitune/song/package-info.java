/** Songs: facts, links, and the key by which two spellings are the same song. */
@NullMarked
package org.emotitune.song;

import org.jspecify.annotations.NullMarked;
