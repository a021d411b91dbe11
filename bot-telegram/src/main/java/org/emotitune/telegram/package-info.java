/** The Telegram adapter. */
@NullMarked
package org.emotitune.telegram;

import org.jspecify.annotations.NullMarked;
