package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with the bot.
 *
 * @param data as the bot gets it
 * @param source message on which a component stands; else null
 */
record Use(
        Voice voice,
        InteractionKind kind,
        ObjectNode data,
        @Nullable LocalMessage source) {}
