package org.emotitune.discord;

import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.conversation.Button;
import org.emotitune.discord.CustomId.Kind;

/**
 * Plain text for admins as Discord's messages: in an embed, which holds twice as much as a message without, and there as
 * code, so that names of files and songs are shown letter by letter. Pure.
 */
final class AdminLook {
    private static final String FENCE = "```";
    /** Between two backticks: shown as nothing, and they end no code. */
    private static final String APART = "`\u200B";

    private static final int LONGEST = MessageEmbed.DESCRIPTION_MAX_LENGTH - 2 * (FENCE.length() + 1);

    private AdminLook() {}

    static MessageCreateData message(String text, List<Button> buttons) {
        return new MessageCreateBuilder()
                .setEmbeds(embed(text))
                .setComponents(rows(buttons))
                .setAllowedMentions(Set.of())
                .build();
    }

    /** What the message had before is replaced, its buttons too. */
    static MessageEditData edit(String text, List<Button> buttons) {
        return new MessageEditBuilder()
                .setEmbeds(embed(text))
                .setComponents(rows(buttons))
                .setAllowedMentions(Set.of())
                .build();
    }

    private static MessageEmbed embed(String text) {
        return new EmbedBuilder()
                .setDescription(FENCE + "\n" + cut(text.replaceAll("`(?=`)", APART)) + "\n" + FENCE)
                .build();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static List<ActionRow> rows(List<Button> buttons) {
        return buttons.isEmpty()
                ? List.of()
                : List.of(ActionRow.of(buttons.stream().map(AdminLook::button).toList()));
    }

    private static net.dv8tion.jda.api.components.buttons.Button button(Button button) {
        String id = new CustomId(Kind.ADMIN, 0, button.action()).text();
        return net.dv8tion.jda.api.components.buttons.Button.secondary(id, button.label());
    }
}
