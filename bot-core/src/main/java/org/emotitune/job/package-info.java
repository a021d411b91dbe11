/** Work that is done from time to time, whether or not anybody talks to the bot. */
@NullMarked
package org.emotitune.job;

import org.jspecify.annotations.NullMarked;
