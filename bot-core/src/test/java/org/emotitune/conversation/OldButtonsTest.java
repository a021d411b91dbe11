package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.testing.Bot;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buttons outlive the program that made them, and the song index. */
class OldButtonsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    @Test
    void aButtonWorksAfterARestart(@TempDir Path home) {
        Reply page = withBot(home, bot -> bot.say("ana", "estoy muy triste"));

        Reply more = withBot(home, bot -> bot.tap("ana", Bot.button(page, "Más")));

        assertThat(Bot.ids(more)).hasSize(5).doesNotContainAnyElementsOf(Bot.ids(page));
    }

    @Test
    void aButtonWorksAfterTheIndexWasRebuilt(@TempDir Path home) throws SQLException {
        Reply page = withBot(home, bot -> bot.say("ana", "estoy muy triste"));
        List<String> generation = generation();
        Query.execute(database.dataSource(), "UPDATE catalog_state SET revision = revision + 1");

        List<Reply> replies = withBot(
                home,
                bot -> Bot.buttons(page).stream()
                        .map(button -> bot.tap("ana", button))
                        .toList());

        assertThat(generation()).isNotEmpty().isNotEqualTo(generation);
        assertThat(replies)
                .hasSizeGreaterThan(15)
                .allMatch(reply -> !(reply instanceof Reply.Apology))
                .hasAtLeastOneElementOfType(Reply.Songs.class);
    }

    @Test
    void aSongThatIsGoneIsSaidToBeGone(@TempDir Path home) throws SQLException {
        Reply page = withBot(home, bot -> bot.say("ana", "estoy muy triste"));
        Reply.SongLine song = Bot.songs(page).getFirst();

        List<Reply> replies = withBot(home, bot -> {
            execute("DELETE FROM song WHERE id = " + song.song().song().id().value());
            return song.buttons().stream().map(button -> bot.tap("ana", button)).toList();
        });

        assertThat(replies)
                .hasSize(3)
                .allMatch(reply -> reply instanceof Reply.Apology apology
                        && apology.text().equals(Texts.in(Language.SPANISH, "apology.song-gone")));
    }

    @Test
    void withAnotherKeyAButtonIsNoneOfOurs(@TempDir Path home, @TempDir Path otherHome) {
        Reply page = withBot(home, bot -> bot.say("ana", "estoy muy triste"));

        Reply reply = withBot(otherHome, bot -> bot.tap("ana", page.buttons().getFirst()));

        assertThat(reply).isInstanceOf(Reply.Apology.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAAAAAAAAAAAAAAAAAAAAAA", "más", "' OR 1=1 --", "https://example.org", "\u0000"})
    void whatIsNoButtonOfOursIsAnsweredKindly(String action, @TempDir Path home) {
        Reply reply = withBot(home, bot -> bot.tap("ana", "chat", action + "x".repeat(action.length() * 100)));

        assertThat(reply)
                .isEqualTo(new Reply.Apology(
                        Language.ENGLISH, Reply.Reason.TOO_OLD, Texts.in(Language.ENGLISH, "apology.no-button")));
    }

    @Test
    void afterTwoWeeksSongsMayComeAgain(@TempDir Path home) {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");

        Reply first = withBot(home, now, bot -> bot.say("ana", "estoy muy triste"));
        Reply soon = withBot(home, now.plus(Duration.ofDays(13)), bot -> bot.say("ana", "estoy muy triste"));
        Reply later = withBot(home, now.plus(Duration.ofDays(15)), bot -> bot.say("ana", "estoy muy triste"));

        assertThat(Bot.ids(soon)).hasSize(5).doesNotContainAnyElementsOf(Bot.ids(first));
        assertThat(Bot.ids(later)).containsExactlyElementsOf(Bot.ids(first));
    }

    private interface Work<T> {
        T with(Bot bot);
    }

    private static <T> T withBot(Path home, Work<T> work) {
        return withBot(home, Instant.parse("2026-03-01T12:00:00Z"), work);
    }

    private static <T> T withBot(Path home, Instant now, Work<T> work) {
        try (Bot bot = Bot.on(database, home, at(now))) {
            return work.with(bot);
        }
    }

    private static List<String> generation() throws SQLException {
        return Query.column(database.dataSource(), "SELECT id FROM generation WHERE state = 'active'");
    }

    private static void execute(String sql) {
        try {
            Query.execute(database.dataSource(), sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
