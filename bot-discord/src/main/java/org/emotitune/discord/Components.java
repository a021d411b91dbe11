package org.emotitune.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.entities.Message;
import org.emotitune.conversation.Button;
import org.emotitune.emotion.Language;
import org.emotitune.text.Plain;

/**
 * What can be tapped below a message, in at most five rows: links to its songs, menus of its songs, the reply's own
 * buttons. Where five rows are too few, the links go first, for the songs' titles lead to the same pages; then menus, for
 * thumbs are no way on; of the reply's own buttons, which are, the first 25 stay whatever comes. The conversation gives
 * ten at most, and ten songs a page: so a menu never has to go, and the links go below ten songs with more than five
 * buttons.
 */
final class Components {
    private static final int MOST_ROWS = Message.MAX_COMPONENT_COUNT;
    private static final int MOST_IN_ROW = 5;
    /** Discord takes 80; two are for the marks of direction. */
    private static final int LONGEST_LABEL = net.dv8tion.jda.api.components.buttons.Button.LABEL_MAX_LENGTH - 2;

    private final Language language;
    private final long asker;

    /** @param asker id of the person whose answer it is */
    Components(Language language, long asker) {
        this.language = language;
        this.asker = asker;
    }

    /**
     * @param songs of this message
     * @param own the reply's own buttons; two that do the same are one
     */
    List<ActionRow> rows(List<NumberedSong> songs, List<Button> own) {
        List<ActionRow> actions = rows(distinct(own).stream()
                .limit(MOST_ROWS * MOST_IN_ROW)
                .map(this::tap)
                .toList());
        List<ActionRow> choices = new SongMenus(language, asker)
                .of(songs).stream().limit(MOST_ROWS - actions.size()).toList();
        List<ActionRow> links = rows(songs.stream().flatMap(Components::link).toList());
        boolean fit = links.size() + choices.size() + actions.size() <= MOST_ROWS;
        return Stream.of(fit ? links : List.<ActionRow>of(), choices, actions)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Button> distinct(List<Button> buttons) {
        Set<String> actions = new HashSet<>();
        return buttons.stream().filter(button -> actions.add(button.action())).toList();
    }

    private ActionRowChildComponent tap(Button button) {
        return net.dv8tion.jda.api.components.buttons.Button.of(
                ButtonStyle.SECONDARY, CustomId.tap(asker, button).text(), Plain.line(button.label(), LONGEST_LABEL));
    }

    /** @return nothing where the address is longer than Discord takes on a button */
    private static Stream<ActionRowChildComponent> link(NumberedSong song) {
        String address = song.line().link().toString();
        return address.length() > net.dv8tion.jda.api.components.buttons.Button.URL_MAX_LENGTH
                ? Stream.of()
                : Stream.of(net.dv8tion.jda.api.components.buttons.Button.link(address, label(song)));
    }

    private static String label(NumberedSong song) {
        return Plain.line(song.number() + ". " + song.line().title(), LONGEST_LABEL);
    }

    /** As few rows as hold them, none much shorter than the others. */
    private static List<ActionRow> rows(List<ActionRowChildComponent> components) {
        int count = Math.ceilDiv(components.size(), MOST_IN_ROW);
        List<ActionRow> rows = new ArrayList<>();
        int from = 0;
        for (int row = 0; row < count; row++) {
            int to = from + Math.ceilDiv(components.size() - from, count - row);
            rows.add(ActionRow.of(components.subList(from, to)));
            from = to;
        }
        return rows;
    }
}
