package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.emotitune.conversation.Button;
import org.emotitune.text.Plain;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons below messages, in rows that fit a phone. */
final class Keyboards {
    /** Telegram takes 100; the rest is for songs. */
    private static final int MOST_OWN = 100 - 3 * SongGrid.MOST_SONGS;

    private static final int LONGEST_LABEL = 60;
    /** Characters of a label on a phone of usual width where two or three buttons share it. */
    private static final int FIT_TWO = 20;

    private static final int FIT_THREE = 12;

    private Keyboards() {}

    static InlineKeyboardButton button(String label, String action) {
        return InlineKeyboardButton.builder()
                .text(Plain.line(label, LONGEST_LABEL))
                .callbackData(action)
                .build();
    }

    /** A single button that opens an address. */
    static InlineKeyboardMarkup leadingTo(String label, String address) {
        InlineKeyboardButton button =
                InlineKeyboardButton.builder().text(label).url(address).build();
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(button)));
    }

    /** In their order, as many in a row as can be read there. */
    static List<InlineKeyboardRow> own(List<Button> buttons) {
        List<Button> shown = buttons.subList(0, Math.min(MOST_OWN, buttons.size()));
        List<InlineKeyboardRow> rows = new ArrayList<>();
        int at = 0;
        while (at < shown.size()) {
            int next = at + inRow(shown.subList(at, shown.size()));
            rows.add(new InlineKeyboardRow(shown.subList(at, next).stream()
                    .map(button -> button(button.label(), button.action()))
                    .toList()));
            at = next;
        }
        return rows;
    }

    private static int inRow(List<Button> rest) {
        boolean pairs = rest.size() == 4 && fit(rest, 4, FIT_THREE); // rather than three and a lonely one
        if (!pairs && fit(rest, 3, FIT_THREE)) {
            return 3;
        }
        return fit(rest, 2, FIT_TWO) ? 2 : 1;
    }

    private static boolean fit(List<Button> rest, int count, int most) {
        return rest.size() >= count
                && rest.stream().limit(count).map(Button::label).allMatch(l -> l.codePointCount(0, l.length()) <= most);
    }

    /** @return null where there are no buttons */
    static @Nullable InlineKeyboardMarkup of(List<InlineKeyboardRow> songs, List<InlineKeyboardRow> own) {
        List<InlineKeyboardRow> rows =
                Stream.concat(songs.stream(), own.stream()).toList();
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
    }
}
