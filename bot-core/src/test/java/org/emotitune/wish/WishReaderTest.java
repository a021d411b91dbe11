package org.emotitune.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.emotitune.emotion.Resources;
import org.emotitune.recommend.Wishes;
import org.emotitune.wish.WishReader.Wished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages with wishes, and messages that only sound like one. The sets called before were written before the patterns;
 * at the first run 146 of the 175 messages with wishes were heard rightly, and in 2 of the other 183 a wish was heard. The
 * blind set was written by somebody who had not seen the patterns. At its only blind run, of 70 messages with wishes in
 * each language, all wishes were heard in 64 Spanish and 59 English ones, some in 5 and 8, none in 1 and 3; of 45 without
 * wishes, a wish was heard in 1 and 2. It has been used to mend them since.
 */
class WishReaderTest {
    private static final WishReader READER = WishReader.load();

    /**
     * A set of messages.
     *
     * @param messages how many it holds at least
     * @param wrong how many are known to be heard wrongly
     */
    record MessageSet(String file, String language, int messages, int wrong) {
        List<WishMessage> read() {
            return WishMessage.load(file).stream()
                    .filter(message -> message.language().equals(language))
                    .toList();
        }
    }

    static final List<MessageSet> SETS = List.of(
            new MessageSet("before-wishes.tsv", "es", 85, 0),
            new MessageSet("before-wishes.tsv", "en", 85, 0),
            new MessageSet("before-no-wishes.tsv", "es", 85, 0),
            new MessageSet("before-no-wishes.tsv", "en", 85, 0),
            new MessageSet("blind-wishes.tsv", "es", 110, 0),
            new MessageSet("blind-wishes.tsv", "en", 110, 0));

    /** What was heard of a message. */
    private record Heard(WishMessage message, Wished wished) {
        private List<String> expected() {
            return message.parts();
        }

        private List<String> parts() {
            return WishMessage.parts(wished.wishes());
        }

        boolean isAllRight() {
            return parts().equals(expected());
        }

        boolean isFalse() {
            return !expected().containsAll(parts());
        }

        boolean isMissed() {
            return parts().isEmpty() && !expected().isEmpty();
        }

        boolean isPartly() {
            return !isAllRight() && !isFalse() && !isMissed();
        }

        boolean isRightlyLeft() {
            return message.isRightlyLeft(wished.rest());
        }
    }

    private static Wished read(String message) {
        return READER.read(message, new TestArtists());
    }

    @ParameterizedTest
    @FieldSource("SETS")
    void tellsWishesFromWaysOfSpeaking(MessageSet set) {
        List<Heard> heard = set.read().stream()
                .map(message -> new Heard(message, read(message.text())))
                .toList();

        List<Heard> wrong = heard.stream()
                .filter(each -> !each.isAllRight() || !each.isRightlyLeft())
                .toList();

        report(set, heard);
        assertThat(heard).hasSizeGreaterThanOrEqualTo(set.messages());
        assertThat(wrong).hasSizeLessThanOrEqualTo(set.wrong());
    }

    private static void report(MessageSet set, List<Heard> heard) {
        System.out.printf(
                Locale.ROOT,
                "%s %s: %d messages, all wishes right %d, partly %d, missed %d, false %d, wrong words left %d%n",
                set.language(),
                set.file(),
                heard.size(),
                count(heard, Heard::isAllRight),
                count(heard, Heard::isPartly),
                count(heard, Heard::isMissed),
                count(heard, Heard::isFalse),
                count(heard, each -> !each.isRightlyLeft()));
        heard.stream()
                .filter(each -> !each.isAllRight() || !each.isRightlyLeft())
                .forEach(each -> System.out.printf(
                        "  %s -> %s | %s%n",
                        each.message(), each.parts(), each.wished().rest()));
    }

    private static long count(List<Heard> heard, Predicate<Heard> which) {
        return heard.stream().filter(which).count();
    }

    @Test
    void whereThereIsNoWishTheMessageStaysTheSame() {
        List<WishMessage> messages = WishMessage.load("before-no-wishes.tsv");

        assertThat(messages)
                .isNotEmpty()
                .allSatisfy(message -> assertThat(read(message.text()))
                        .satisfies(wished -> assertThat(wished.wishes()).isEqualTo(Wishes.NONE))
                        .satisfies(wished -> assertThat(wished.rest()).isSameAs(message.text())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev-messages-es.tsv",
                "dev-messages-en.tsv",
                "heldout-es.tsv",
                "heldout-en.tsv",
                "blind2-es.tsv",
                "blind2-en.tsv"
            })
    void messagesOfFeelingsAloneHoldNoWish(String file) {
        List<String> messages =
                Resources.lines(file, Resources.reader(WishReaderTest.class, "/org/emotitune/embedded/" + file))
                        .stream()
                        .map(line -> line.text().split("\t")[0])
                        .toList();

        assertThat(messages)
                .hasSizeGreaterThan(50)
                .allSatisfy(message -> assertThat(read(message).wishes()).isEqualTo(Wishes.NONE));
    }

    @Test
    void readingTheRestFindsNothingMore() {
        List<WishMessage> messages = WishMessage.load("before-wishes.tsv");

        assertThat(messages).isNotEmpty().allSatisfy(message -> {
            String rest = read(message.text()).rest();
            assertThat(read(rest).rest()).isSameAs(rest);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "estoy triste, en español de los 80|lang=es;era=1980-1989",
                "canciones de los 80 y 90|era=1980-1999",
                "music since 1980, before 1990|era=1980-1989",
                "clásicos de los 60|era=1960-1969",
                "00s songs|era=2000-2009",
                "música de los 2000|era=2000-2009",
                "songs from 1995 to 1990|era=1990-1995",
                "algo del 85|era=1985-1985",
                "dame 999 canciones|count=10",
                "canciones en español o en inglés|lang=es",
                "3 songs, no, 5 songs|count=3",
                "anything but Queen, Adele or Coldplay|not=Queen",
                "no Shakira, no Adele, no Coldplay|not=Shakira;not=Adele",
                "nada de shakira ni de adele ni de queen|not=Shakira;not=Adele",
                "sin Rosalía, sin Rosalía|not=Rosalía"
            })
    void holdsWhatCanBeHeld(String message, String wishes) {
        assertThat(WishMessage.describe(read(message).wishes())).isEqualTo(wishes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "songs before 1900",
                "songs after 2100",
                "songs from the 1850s",
                "0 canciones",
                "dame 3.5 canciones",
                "dame 20€ de canciones",
                "canciones a las 8:30",
                "https://example.org/canciones en español",
                "@en español",
                "no en inglés",
                "nada en inglés",
                "que no sean antiguas"
            })
    void doesNotHearWhatCannotBe(String message) {
        assertThat(read(message)).isEqualTo(new Wished(Wishes.NONE, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EN ESPAÑOL", "en espanol", "en españooool", "¡en español!", "  en español  ", "«en español»"})
    void hearsEverySpelling(String message) {
        Wished wished = read(message);

        assertThat(WishMessage.describe(wished.wishes())).isEqualTo("lang=es");
        assertThat(wished.rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nada de R.E.M.,R.E.M.",
        "anything but AC/DC!,AC/DC",
        "nada de La Oreja de Van Gogh,La Oreja de Van Gogh",
        "nada de los beatles,The Beatles",
        "no Simon & Garfunkel please,Simon & Garfunkel",
        "nothing by guns n' roses,Guns N' Roses",
        "oldies and no beatles,The Beatles",
        "skip Adele's songs,Adele"
    })
    void knowsArtistsByNamesOfSeveralWords(String message, String artist) {
        assertThat(read(message).wishes().without()).containsExactly(TestArtists.named(artist));
    }

    @Test
    void anOrdinaryWordIsNoArtistAfterAWeakAnnouncement() {
        List<String> messages = List.of(
                "no fun please",
                "sin amor, por favor",
                "no hope",
                "NO HOPE",
                "songs without heart",
                "estoy fatal, sin camila",
                "NO CAMILA");

        assertThat(messages)
                .allSatisfy(message -> assertThat(read(message).wishes()).isEqualTo(Wishes.NONE));
        assertThat(read("no camila songs please").wishes().without()).containsExactly(TestArtists.named("Camila"));
        assertThat(read("nada de Heart").wishes().without()).containsExactly(TestArtists.named("Heart"));
    }

    @Test
    void asksForArtistsOnlyWhereWordsAnnounceOne() {
        TestArtists artists = new TestArtists();

        READER.read("Me siento solo desde que Shakira canta, en español, de los 80, nada triste, 3 canciones", artists);

        assertThat(artists.questions()).isZero();
    }
}
