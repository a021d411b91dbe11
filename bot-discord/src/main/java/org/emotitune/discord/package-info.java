/** The Discord adapter. */
@NullMarked
package org.emotitune.discord;

import org.jspecify.annotations.NullMarked;
