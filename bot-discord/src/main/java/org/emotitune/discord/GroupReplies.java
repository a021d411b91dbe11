package org.emotitune.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;

/** Writes a round of group moods as a message of Discord. It tells how many tapped what, never who. Pure. */
final class GroupReplies {
    /** Asker of what belongs to nobody in particular. */
    static final long EVERYBODY = 0;

    private static final int BUTTONS_IN_ROW = 4;

    private GroupReplies() {}

    /** An open round: its question, its end, and the moods with how many have tapped each. */
    static MessageCreateData open(GroupRound.View round) {
        Language language = round.language();
        String ends = Texts.in(language, "group.ends", TimeFormat.RELATIVE.format(round.end()));
        return new MessageCreateBuilder()
                .setContent(String.join("\n", round.question().text(), ends + " " + tapped(round)))
                .setComponents(rows(round))
                .setAllowedMentions(List.of())
                .build();
    }

    /** The same when it is over: nothing is left to tap. */
    static MessageEditData ended(GroupRound.View round) {
        return new MessageEditBuilder()
                .setContent(tapped(round) + " " + Texts.in(round.language(), "group.ended"))
                .setComponents(List.of())
                .setAllowedMentions(List.of())
                .build();
    }

    /** A sentence for one person. */
    static MessageCreateData told(String key, Language language) {
        return new MessageCreateBuilder()
                .setContent(Texts.in(language, key))
                .setAllowedMentions(List.of())
                .build();
    }

    private static String tapped(GroupRound.View round) {
        return switch (round.people()) {
            case 0 -> Texts.in(round.language(), "group.tapped.none");
            case 1 -> Texts.in(round.language(), "group.tapped.one");
            default -> Texts.in(round.language(), "group.tapped.more", round.people());
        };
    }

    private static List<ActionRow> rows(GroupRound.View round) {
        List<Button> moods = round.question().buttons();
        List<ActionRow> rows = new ArrayList<>();
        for (int from = 0; from < moods.size(); from += BUTTONS_IN_ROW) {
            int to = Math.min(from + BUTTONS_IN_ROW, moods.size());
            rows.add(ActionRow.of(moods.subList(from, to).stream()
                    .map(mood -> button(mood, round))
                    .toList()));
        }
        return rows;
    }

    private static net.dv8tion.jda.api.components.buttons.Button button(Button mood, GroupRound.View round) {
        int count = round.counts().getOrDefault(mood.action(), 0);
        String id = new CustomId(CustomId.Kind.MOOD, round.round(), mood.action()).text();
        String label = count == 0 ? mood.label() : mood.label() + " · " + count;
        return net.dv8tion.jda.api.components.buttons.Button.of(ButtonStyle.SECONDARY, id, label);
    }
}
