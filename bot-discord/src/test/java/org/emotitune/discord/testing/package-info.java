/** A Discord of our own for tests: its REST API and gateway on one real port, its rules, its people and what they see. */
@NullMarked
package org.emotitune.discord.testing;

import org.jspecify.annotations.NullMarked;
