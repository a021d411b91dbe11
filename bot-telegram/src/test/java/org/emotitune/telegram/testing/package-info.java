/** A Telegram of our own for tests: its Bot API over real HTTP, its rules, its people and what they see. */
@NullMarked
package org.emotitune.telegram.testing;

import org.jspecify.annotations.NullMarked;
