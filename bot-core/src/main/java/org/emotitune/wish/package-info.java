/** Wishes inside a message: what songs are to be like beside the feeling, taken out of the text. */
@NullMarked
package org.emotitune.wish;

import org.jspecify.annotations.NullMarked;
