package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.testing.Bot;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people at once, in the whole program. */
class TogetherTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home = Path.of("");

    private static List<Bot> started = List.of();

    @BeforeAll
    static void start() {
        started = List.of(Bot.on(database, home, Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        started.forEach(Bot::close);
    }

    private static Conversation conversation() {
        return started.getFirst().emotiTune().conversation();
    }

    private static String action(MoodGroup mood) {
        return Bot.button(conversation().moods(Language.ENGLISH), Buttons.label(mood, Language.ENGLISH))
                .action();
    }

    private static Reply together(Language language, MoodGroup... moods) {
        return conversation()
                .together(Stream.of(moods).map(TogetherTest::action).toList(), language);
    }

    private static Reply.Opening opening(Reply reply) {
        return switch (reply) {
            case Reply.Songs songs -> songs.opening();
            case Reply.NothingClose nothing -> nothing.opening();
            default -> throw new AssertionError(reply);
        };
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionHasAButtonForEachMoodInItsLanguage(Language language) {
        Reply.Question question = conversation().moods(language);

        assertThat(question.language()).isEqualTo(language);
        assertThat(question.text()).isEqualTo(Texts.in(language, "group.question"));
        assertThat(question.buttons()).extracting(Button::label).hasSize(8).contains(Texts.in(language, "mood.joy"));
        assertThat(question.buttons())
                .extracting(Button::action)
                .containsExactlyElementsOf(conversation().moods(Language.ENGLISH).buttons().stream()
                        .map(Button::action)
                        .toList());
    }

    @Test
    void peopleWhoseMoodsAreNearGetSongsAndReadWhoFeelsWhat() {
        Reply reply = together(Language.ENGLISH, MoodGroup.LONGING, MoodGroup.SADNESS, MoodGroup.LONGING);

        assertThat(reply).isInstanceOf(Reply.Songs.class);
        assertThat(Bot.songs(reply)).hasSize(5);
        assertThat(opening(reply).heard()).containsExactly("3 people have tapped: 🌙 Nostalgic × 2, 🌧 Sad");
        assertThat(opening(reply).intro()).contains("all of you");
        assertThat(opening(reply).notes()).hasSize(1);
    }

    @Test
    void peopleReadItInTheirLanguage() {
        Reply reply = together(Language.SPANISH, MoodGroup.LONGING, MoodGroup.SADNESS);

        assertThat(reply.language()).isEqualTo(Language.SPANISH);
        assertThat(opening(reply).heard()).containsExactly("Han tocado 2 personas: 🌙 Nostalgia, 🌧 Tristeza");
        assertThat(opening(reply).intro()).contains("el grupo entero");
        assertThat(Bot.songs(reply)).allSatisfy(song -> assertThat(song.why()).containsAnyOf("común", "cercano"));
    }

    @Test
    void peopleWhoseMoodsAreFarApartAreToldSoAndGetTheLeastBadSongs() {
        Reply reply = together(Language.ENGLISH, MoodGroup.JOY, MoodGroup.ANGER);

        assertThat(reply).isInstanceOf(Reply.NothingClose.class);
        assertThat(opening(reply).intro()).isEqualTo(Texts.in(Language.ENGLISH, "group.apart"));
        assertThat(((Reply.NothingClose) reply).nearest()).hasSize(3);
    }

    @Test
    void onePersonAloneGetsWhatTheMoodButtonGives() {
        Reply alone = together(Language.ENGLISH, MoodGroup.PEACE);

        assertThat(opening(alone).heard()).containsExactly("One person has tapped: 🌿 Calm");
        assertThat(opening(alone).notes()).isEmpty();
        assertThat(Bot.ids(alone))
                .hasSize(5)
                .isEqualTo(Bot.ids(
                        started.getFirst().tap("somebody new", "a place of their own", action(MoodGroup.PEACE))));
    }

    @Test
    void whereNobodyTappedThereAreNoSongs() {
        assertThat(conversation().together(List.of(), Language.ENGLISH))
                .isEqualTo(new Reply.Acknowledgement(
                        Language.ENGLISH, Texts.in(Language.ENGLISH, "group.nobody"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forged", "AAAAAAAAAAAAAAAAAAAAAAAA", "\u0000", "😊", "g.0.AAAA"})
    void whatIsNoButtonOfOursCountsForNobody(String foreign) {
        List<String> actions = List.of(action(MoodGroup.SADNESS), foreign, action(MoodGroup.LONGING));

        assertThat(conversation().together(actions, Language.ENGLISH))
                .isEqualTo(together(Language.ENGLISH, MoodGroup.SADNESS, MoodGroup.LONGING));
        assertThat(conversation().together(List.of(foreign), Language.ENGLISH))
                .isInstanceOf(Reply.Acknowledgement.class);
    }

    @Test
    void ourOtherButtonsCountForNobodyEither() {
        Reply songs = started.getFirst().say("a reader", "I am so happy");
        List<String> actions = Bot.buttons(songs).stream().map(Button::action).toList();

        assertThat(actions).hasSizeGreaterThan(10);
        assertThat(conversation().together(actions, Language.ENGLISH)).isInstanceOf(Reply.Acknowledgement.class);
    }

    @Test
    void theOrderOfTapsChangesNothing() {
        List<String> actions = new ArrayList<>(
                Stream.of(MoodGroup.values()).map(TogetherTest::action).toList());
        Reply reply = conversation().together(actions, Language.ENGLISH);

        Collections.reverse(actions);

        assertThat(conversation().together(actions, Language.ENGLISH)).isEqualTo(reply);
    }

    @Test
    void songsHaveTheirButtonsAndThePageHasNone() {
        Reply reply = together(Language.ENGLISH, MoodGroup.LOVE, MoodGroup.LONGING);

        assertThat(reply.buttons()).isEmpty();
        assertThat(reply.isPrivate()).isFalse();
        assertThat(Bot.songs(reply))
                .isNotEmpty()
                .allSatisfy(song -> assertThat(song.buttons()).hasSize(3));
    }

    @Test
    void nothingIsRememberedOfAnybody() throws SQLException {
        Map<String, List<String>> before = rows();

        Reply first = together(Language.ENGLISH, MoodGroup.SADNESS, MoodGroup.LONGING);
        Reply again = together(Language.ENGLISH, MoodGroup.SADNESS, MoodGroup.LONGING);

        assertThat(rows()).isEqualTo(before);
        assertThat(Objects.requireNonNull(before.get("public.song"))).isNotEmpty();
        assertThat(again).isEqualTo(first);
    }

    @Test
    void whereTheSongsCannotBeReachedThereIsAnApology() {
        Bot closed = Bot.on(database, home, Clock.systemUTC());
        closed.close();

        Reply reply = closed.emotiTune()
                .conversation()
                .together(List.of(action(MoodGroup.SADNESS), action(MoodGroup.LONGING)), Language.SPANISH);

        assertThat(reply)
                .isEqualTo(new Reply.Apology(
                        Language.SPANISH, Reply.Reason.UNAVAILABLE, Texts.in(Language.SPANISH, "apology.unavailable")));
    }

    /** All rows of all tables. */
    private static Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new HashMap<>();
        for (String table : Query.tables(database.dataSource())) {
            rows.put(table, Query.rows(database.dataSource(), table));
        }
        return rows;
    }
}
