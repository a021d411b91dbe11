package org.emotitune.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotitune.EmotiTune;
import org.emotitune.config.DiscordSettings;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.config.SourceSettings;
import org.emotitune.config.TelegramSettings;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Recommendation;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.MatchKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the whole program sends for the sixty everyday messages of {@code feelings.tsv}, against what a friend with taste
 * would send: lists of 10 to 20 songs, written from titles alone. They are short and no full judgement: a song that is
 * not listed can still fit, so these shares tell a change for the worse, not how good the answers are.
 */
class FeelingsRelevanceTest {
    private static final int SHOWN = 10;

    /** A little below what was measured; a random page of this catalog has 0.03. */
    private static final double LEAST_PRECISION = 0.30;

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home = Path.of("");

    private static List<Recommendation> songs(Reply reply) {
        return reply instanceof Reply.Songs songs
                ? songs.songs().stream().map(Reply.SongLine::song).toList()
                : List.of();
    }

    private static double listed(List<Recommendation> songs, int first, Feeling feeling) {
        return songs.stream()
                        .limit(first)
                        .map(song -> song.song().facts())
                        .filter(song -> feeling.songs().contains(MatchKey.of(song.title(), song.artist())))
                        .count()
                / (double) first;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void theProgramSendsWhatAFriendWould() throws IOException {
        Settings settings = new Settings(
                database.address(),
                home,
                true,
                Language.ENGLISH,
                null,
                Settings.Limits.DEFAULT,
                SourceSettings.DEFAULT,
                ReindexSettings.DEFAULT,
                LlmSettings.DEFAULT,
                TelegramSettings.DEFAULT,
                DiscordSettings.DEFAULT);
        Options options = new Options(null, Wishes.NONE, Aim.MATCH, Order.SIMILARITY, SHOWN);
        Sender nobody = new Sender(null, Language.ENGLISH, null);
        List<Double> firstFive = new ArrayList<>();
        List<Double> firstTen = new ArrayList<>();
        List<Double> best = new ArrayList<>();
        List<Double> fifth = new ArrayList<>();

        try (EmotiTune emotiTune = EmotiTune.start(settings, Map.of(), Clock.systemUTC(), step -> {})) {
            for (Feeling feeling : Feeling.all()) {
                for (String message : List.of(feeling.spanish(), feeling.english())) {
                    List<Recommendation> songs = songs(
                            emotiTune.conversation().answer(new IncomingMessage(nobody, new Text(message, options))));
                    firstFive.add(listed(songs, 5, feeling));
                    firstTen.add(listed(songs, SHOWN, feeling));
                    songs.stream().limit(1).forEach(song -> best.add(song.similarity()));
                    songs.stream().skip(4).limit(1).forEach(song -> fifth.add(song.similarity()));
                }
            }
        }

        System.out.printf(
                Locale.ROOT,
                "%d messages: listed songs among the first 5 %.3f, first 10 %.3f; mean similarity of the best song %.3f,"
                        + " of the fifth %.3f%n",
                firstTen.size(),
                mean(firstFive),
                mean(firstTen),
                mean(best),
                mean(fifth));
        assertThat(firstTen).hasSize(60);
        assertThat(mean(firstTen)).isGreaterThanOrEqualTo(LEAST_PRECISION);
    }
}
