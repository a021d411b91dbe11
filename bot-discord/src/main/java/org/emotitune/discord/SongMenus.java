package org.emotitune.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import org.emotitune.conversation.Button;
import org.emotitune.discord.CustomId.Kind;
import org.emotitune.emotion.Language;
import org.emotitune.text.Plain;

/**
 * Menus with what can be done with single songs: thumbs, and songs like one of them. One for all songs of a message, if
 * that holds them: eight songs with three options each.
 */
record SongMenus(Language language, long asker) {
    /** Discord takes 100; two are for the marks of direction. */
    private static final int LONGEST_LABEL = SelectOption.LABEL_MAX_LENGTH - 2;

    /** @param songs of one message */
    List<ActionRow> of(List<NumberedSong> songs) {
        List<NumberedSong> shown =
                songs.stream().filter(song -> !song.line().buttons().isEmpty()).toList();
        int most = shown.stream()
                .mapToInt(song -> song.line().buttons().size())
                .max()
                .orElse(1);
        int perMenu = Math.max(1, StringSelectMenu.OPTIONS_MAX_AMOUNT / most);
        int count = Math.ceilDiv(shown.size(), perMenu);
        List<ActionRow> menus = new ArrayList<>();
        int from = 0;
        for (int menu = 0; menu < count; menu++) {
            int to = from + Math.ceilDiv(shown.size() - from, count - menu);
            menus.add(ActionRow.of(menu(shown.subList(from, to))));
            from = to;
        }
        return menus;
    }

    private StringSelectMenu menu(List<NumberedSong> songs) {
        int first = songs.getFirst().number();
        int last = songs.getLast().number();
        String placeholder = first == last
                ? DiscordTexts.in(language, "menu.song", first)
                : DiscordTexts.in(language, "menu.songs", first, last);
        return StringSelectMenu.create(new CustomId(Kind.CHOICE, asker, Integer.toString(first)).text())
                .setPlaceholder(placeholder)
                .addOptions(options(songs))
                .build();
    }

    /** Each action once: a song that stands twice on a page can be chosen at its first place. */
    private static List<SelectOption> options(List<NumberedSong> songs) {
        List<SelectOption> options = new ArrayList<>();
        Set<String> actions = new HashSet<>();
        for (NumberedSong song : songs) {
            for (Button button : song.line().buttons()) {
                if (options.size() < StringSelectMenu.OPTIONS_MAX_AMOUNT && actions.add(button.action())) {
                    String label = "%s · %d. %s"
                            .formatted(
                                    button.label(), song.number(), song.line().title());
                    options.add(SelectOption.of(Plain.line(label, LONGEST_LABEL), button.action()));
                }
            }
        }
        return options;
    }
}
