package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * The buttons of the songs of a page: a row of each sign, numbered as the songs are. All that is known of a page later
 * is in its keyboard, so the labels tell what each button is.
 */
final class SongGrid {
    /** As many as Telegram puts in a row; further songs have no buttons of their own. */
    static final int MOST_SONGS = 8;

    /** What a button of a song is for. */
    enum Sign {
        UP("👍"),
        DOWN("👎"),
        LIKE("≈"),
        /** A thumb that has been given: takes it back. */
        GIVEN("✅");

        private final String shown;

        Sign(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    /** @param number of the song on its page, from 1 */
    record Cell(Sign sign, int number) {
        String label() {
            return sign.shown + " " + number;
        }

        boolean isThumb() {
            return sign != Sign.LIKE;
        }
    }

    private final List<InlineKeyboardRow> rows;

    private SongGrid(List<InlineKeyboardRow> rows) {
        this.rows = rows;
    }

    /** Of a page that is to be shown. */
    static SongGrid of(List<SongLine> songs, Language language) {
        return new SongGrid(Stream.of(Sign.UP, Sign.DOWN, Sign.LIKE)
                .map(sign -> row(sign, songs, language))
                .filter(row -> !row.isEmpty())
                .toList());
    }

    /** Of a page that is shown; empty where it shows no songs. */
    static SongGrid in(@Nullable InlineKeyboardMarkup keyboard) {
        List<InlineKeyboardRow> rows = keyboard == null ? List.of() : keyboard.getKeyboard();
        return new SongGrid(rows.stream()
                .filter(row -> row.stream().anyMatch(button -> cell(button).isPresent()))
                .toList());
    }

    /** What stands below the songs' buttons. */
    static List<InlineKeyboardRow> others(@Nullable InlineKeyboardMarkup keyboard) {
        List<InlineKeyboardRow> songs = in(keyboard).rows;
        return keyboard == null
                ? List.of()
                : keyboard.getKeyboard().stream()
                        .filter(row -> !songs.contains(row))
                        .toList();
    }

    private static InlineKeyboardRow row(Sign sign, List<SongLine> songs, Language language) {
        InlineKeyboardRow row = new InlineKeyboardRow();
        for (int i = 0; i < Math.min(MOST_SONGS, songs.size()); i++) {
            Cell cell = new Cell(sign, i + 1);
            action(sign, songs.get(i).buttons(), language)
                    .ifPresent(action -> row.add(Keyboards.button(cell.label(), action)));
        }
        return row;
    }

    private static Optional<String> action(Sign sign, List<Button> buttons, Language language) {
        String label = Texts.in(
                language,
                switch (sign) {
                    case UP -> "button.up";
                    case DOWN -> "button.down";
                    case LIKE -> "button.like";
                    case GIVEN -> "button.unvote";
                });
        return buttons.stream()
                .filter(button -> button.label().equals(label))
                .map(Button::action)
                .findFirst();
    }

    private static Optional<Cell> cell(InlineKeyboardButton button) {
        String[] words = String.valueOf(button.getText()).split(" ", -1);
        return words.length == 2 && words[1].matches("[1-9]")
                ? Arrays.stream(Sign.values())
                        .filter(sign -> sign.shown.equals(words[0]))
                        .map(sign -> new Cell(sign, Integer.parseInt(words[1])))
                        .findFirst()
                : Optional.empty();
    }

    List<InlineKeyboardRow> rows() {
        return rows;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** @return empty where the action is of no song's button */
    Optional<Cell> cell(String action) {
        return buttons()
                .filter(button -> action.equals(button.getCallbackData()))
                .flatMap(button -> cell(button).stream())
                .findFirst();
    }

    /** Whether another page, or the same one at another time, shows the same song there. */
    boolean hasSame(int number, SongGrid other) {
        return !isEmpty() && like(number).equals(other.like(number));
    }

    private Optional<String> like(int number) {
        return buttons()
                .filter(button -> cell(button).equals(Optional.of(new Cell(Sign.LIKE, number))))
                .map(InlineKeyboardButton::getCallbackData)
                .findFirst();
    }

    boolean hasGiven() {
        return buttons().flatMap(button -> cell(button).stream()).anyMatch(cell -> cell.sign() == Sign.GIVEN);
    }

    private Stream<InlineKeyboardButton> buttons() {
        return rows.stream().flatMap(List::stream);
    }

    /**
     * The same after a vote for a song.
     *
     * @param after what can be tapped next: of the thumb that was given there is no button but one to take it back
     */
    SongGrid voted(int number, List<Button> after, Language language) {
        List<InlineKeyboardRow> voted = new ArrayList<>();
        Sign next = Sign.UP; // the thumbs stand in this order, whatever is written on them
        for (InlineKeyboardRow row : rows) {
            InlineKeyboardRow changed = new InlineKeyboardRow();
            for (InlineKeyboardButton button : row) {
                Cell cell = cell(button).orElse(null);
                if (cell != null && cell.number() == number && cell.isThumb()) {
                    changed.add(thumb(next, number, after, language).orElse(button));
                    next = Sign.DOWN;
                } else {
                    changed.add(button);
                }
            }
            voted.add(changed);
        }
        return new SongGrid(voted);
    }

    /**
     * The thumb that a vote gave.
     *
     * @param after what can be tapped after it
     * @return empty where a thumb was taken back
     */
    static Optional<Sign> given(List<Button> after, Language language) {
        return action(Sign.GIVEN, after, language)
                .map(back -> action(Sign.UP, after, language).isPresent() ? Sign.DOWN : Sign.UP);
    }

    private static Optional<InlineKeyboardButton> thumb(Sign sign, int number, List<Button> after, Language language) {
        return Stream.of(sign, Sign.GIVEN)
                .flatMap(each ->
                        action(each, after, language)
                                .map(action -> Keyboards.button(new Cell(each, number).label(), action))
                                .stream())
                .findFirst();
    }
}
