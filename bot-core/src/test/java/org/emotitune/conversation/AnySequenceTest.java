package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.emotitune.db.TestDatabase;
import org.emotitune.song.SongId;
import org.emotitune.testing.Bot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who say and tap whatever comes into their heads, also buttons of long ago and buttons that are none. */
class AnySequenceTest {
    private static final int STEPS = 250;
    private static final List<String> MESSAGES = List.of(
            "estoy muy triste",
            "I got the job!!!",
            "me siento sola y con miedo, 3 canciones en inglés",
            "songs from the 80s please, I am angry",
            "nada triste, estoy agotada",
            "hola",
            "gracias",
            "asdf",
            "",
            "quiero suicidarme",
            "/language",
            "/forget",
            "/export",
            "/privacidad",
            "/nonsense",
            "ochenteras en español",
            "tengo el corazón roto, diez canciones, nada de Maná",
            "so in love it hurts, in Spanish, nothing sad");

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void endsInAReplyWithGoodButtonsAndNoSongTwiceOnAPage(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Button> buttons = new ArrayList<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        String user = "sequence " + seed;

        for (int step = 0; step < STEPS; step++) {
            Reply reply = step(random, user, buttons);
            outcomes.merge(reply.outcome(), 1, Integer::sum);
            check(reply);
            buttons.addAll(Bot.buttons(reply));
        }

        System.out.printf("%d steps of %s: %s%n", STEPS, user, outcomes);
        assertThat(outcomes).containsKeys("songs", "question", "crisis", "acknowledgement", "information", "too-old");
    }

    private static Reply step(RandomGenerator random, String user, List<Button> buttons) {
        Bot bot = started.getFirst();
        if (buttons.isEmpty() || random.nextInt(4) == 0) {
            return bot.say(user, MESSAGES.get(random.nextInt(MESSAGES.size())));
        }
        String action = buttons.get(random.nextInt(buttons.size())).action();
        return bot.tap(user, "chat of " + user, random.nextInt(10) == 0 ? damaged(action, random) : action);
    }

    private static String damaged(String action, RandomGenerator random) {
        int at = random.nextInt(action.length());
        return random.nextBoolean()
                ? action.substring(0, at)
                : action.substring(0, at) + (action.charAt(at) == 'A' ? 'B' : 'A') + action.substring(at + 1);
    }

    private static void check(Reply reply) {
        assertThat(Bot.buttons(reply)).allSatisfy(button -> {
            assertThat(button.action()).hasSizeBetween(1, Button.LONGEST_ACTION).matches("[A-Za-z0-9_-]+");
            assertThat(button.label()).isNotBlank();
        });
        List<SongId> ids = Bot.ids(reply);
        Set<SongId> distinct = new HashSet<>(ids);
        assertThat(distinct).hasSameSizeAs(ids);
    }
}
