/** The Discord adapter: events to messages for the conversation, its replies to messages on Discord. */
@NullMarked
package org.emotitune.discord;

import org.jspecify.annotations.NullMarked;
