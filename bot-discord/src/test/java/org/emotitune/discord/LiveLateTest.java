package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that are there when Discord takes none any more. */
@Timeout(180)
class LiveLateTest {
    private static final Duration TOO_LONG = LocalInteraction.TO_ANSWER.plusMinutes(1);

    @RegisterExtension
    static final SlowBot bot = new SlowBot();

    private LocalDiscord discord;
    private SlowModel model;
    private Person ana;
    private LocalChannel music;

    @BeforeEach
    void meet() {
        discord = bot.discord();
        model = bot.model();
        ana = discord.person("Ana", "es-ES");
        music = bot.channel(ana);
    }

    private LocalInteraction asks(Map<String, ?> options) {
        return bot.asks(ana, music, options);
    }

    @Test
    void whatComesAfterAQuarterOfAnHourComesAsANormalMessage() {
        LocalInteraction used = asks(Map.of());
        discord.clock().advance(TOO_LONG);

        model.answers();
        discord.until(() -> music.ofBot().size() == 2);

        LocalMessage page = music.ofBot().getLast();
        assertThat(used.isAnswered()).isFalse();
        assertThat(page.embeds()).hasSize(5);
        LocalInteraction more = ana.in(music).taps(page, "Más");
        discord.until(more::isAnswered);
        assertThat(page.edits()).isEqualTo(1);
    }

    @Test
    void unlessItIsPrivate() {
        LocalInteraction used = asks(Map.of("private", true));
        discord.clock().advance(TOO_LONG);

        model.answers();
        discord.until(() -> !bot.warnings().lines().isEmpty());

        assertThat(bot.warnings().lines())
                .containsExactly("An answer came too late for Discord, or cannot be shown there (EXPIRED).");
        assertThat(used.isAnswered()).isFalse();
        assertThat(music.ofBot()).isEmpty();
        assertThat(ana.directChannel().ofBot()).isEmpty();
    }

    @Test
    void orHelpForSomebodyInDanger() {
        model.seesDanger(true);
        asks(Map.of());
        discord.clock().advance(TOO_LONG);

        model.answers();
        discord.until(() -> ana.directChannel().ofBot().size() == 1);

        assertThat(ana.directChannel().ofBot().getFirst().content()).contains("024");
        assertThat(music.ofBot()).hasSize(1).allMatch(LocalMessage::isThinking);
    }
}
