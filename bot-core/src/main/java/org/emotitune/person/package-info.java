/** What is kept of the people who talk to the bot, under keyed hashes. */
@NullMarked
package org.emotitune.person;

import org.jspecify.annotations.NullMarked;
