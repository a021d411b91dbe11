package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Mood;
import org.emotitune.song.SongFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever songs are called, messages stay within what Discord takes, and all that matters can be tapped. */
class NastyPagesTest {
    private static final List<String> PIECES = List.of(
            "*",
            "**",
            "_",
            "__",
            "~~",
            "||",
            "`",
            "```",
            "> ",
            ">>> ",
            "# ",
            "-# ",
            "- ",
            "1. ",
            "[a](https://b.c)",
            "<@123>",
            "<@&1>",
            "<#1>",
            "<:a:1>",
            "@everyone",
            "@here",
            "https://a.b/c_d",
            ":tada:",
            "\\",
            "\\\\",
            "שלום",
            "مرحبا",
            "\u202E",
            "\u2066",
            "\u2069",
            "\u200F",
            "\u200B",
            "👩‍👩‍👧‍👦",
            "🌙",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "\n",
            "\t",
            "\u2028",
            "Z" + "\u0301\u0335\u0347".repeat(30),
            "日本語",
            "{0}",
            "%s",
            "word",
            " ",
            "x");
    private static final String EMOJI = "👩🏽‍🚀".repeat(250);
    private static final int MOST_ROW_BUTTONS = 25;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void pagesAreWithinTheLimits(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Language language = i % 2 == 0 ? Language.ENGLISH : Language.SPANISH;
            Reply.Songs page = page(random, language);

            List<MessageCreateData> messages = DiscordReplies.messages(page, random.nextLong());

            assertThat(messages).allSatisfy(SentLimits::check);
            songsAreThere(page, messages);
            assertThat(Shown.actions(messages.getLast()))
                    .containsExactlyElementsOf(page.buttons().stream()
                            .limit(MOST_ROW_BUTTONS)
                            .map(Button::action)
                            .toList());
            if (page.buttons().size() <= 10) {
                assertThat(messages.stream()
                                .mapToInt(message -> Shown.options(message).size())
                                .sum())
                        .isEqualTo(3 * page.songs().size());
            }
        }
    }

    @Test
    void aUsualPageFitsOneMessageWhateverIsInIt() {
        for (String nasty : List.of(
                "*".repeat(10_000), EMOJI, "word ".repeat(2_000), "\u0301".repeat(10_000), "שלום* ".repeat(99))) {
            SongFacts facts = new SongFacts(ReplySamples.TRACK, nasty, nasty, 1999, null, null, 100);
            List<SongLine> songs = IntStream.rangeClosed(1, 5)
                    .mapToObj(n -> new SongLine(
                            ReplySamples.recommended(facts),
                            new Mood(1, 1),
                            nasty,
                            nasty,
                            ReplySamples.atSong(n, Language.SPANISH)))
                    .toList();

            List<MessageCreateData> messages =
                    DiscordReplies.messages(ReplySamples.page(Language.SPANISH, songs, ReplySamples.plain(10)), 0);

            assertThat(messages).hasSize(1).allSatisfy(SentLimits::check);
            assertThat(Shown.links(messages.getFirst())).hasSize(5);
            assertThat(Shown.options(messages.getFirst())).hasSize(15);
        }
    }

    private static void songsAreThere(Reply.Songs page, List<MessageCreateData> messages) {
        List<MessageEmbed> embeds = messages.stream()
                .flatMap(message -> message.getEmbeds().stream())
                .toList();
        assertThat(embeds).hasSameSizeAs(page.songs());
        for (int i = 0; i < embeds.size(); i++) {
            String start = (i + 1) + ". ";
            assertThat(embeds.get(i).getTitle()).startsWith(start);
            assertThat(Shown.isLiteral(String.valueOf(embeds.get(i).getTitle()).substring(start.length())))
                    .as(embeds.get(i).getTitle())
                    .isTrue();
        }
    }

    private static Reply.Songs page(Random random, Language language) {
        List<SongLine> songs = IntStream.rangeClosed(1, 1 + random.nextInt(50))
                .mapToObj(n -> song(random, n, language))
                .toList();
        Opening opening = new Opening(
                null,
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> text(random, 80))
                        .toList(),
                IntStream.range(0, random.nextInt(12))
                        .mapToObj(i -> text(random, 80))
                        .toList(),
                text(random, 80));
        List<Button> own = IntStream.range(0, random.nextInt(30))
                .mapToObj(n -> new Button(text(random, 40), "a".repeat(60) + "." + n))
                .toList();
        return new Reply.Songs(language, opening, songs, own);
    }

    private static SongLine song(Random random, int number, Language language) {
        SongFacts facts = new SongFacts(
                random.nextBoolean() ? ReplySamples.TRACK : null,
                random.nextInt(8) == 0 ? EMOJI : text(random, 80),
                random.nextInt(4) == 0 ? null : text(random, 80),
                random.nextBoolean() ? 1999 : null,
                null,
                null,
                random.nextBoolean() ? random.nextInt(101) : null);
        return new SongLine(
                ReplySamples.recommended(facts),
                new Mood(2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1),
                random.nextBoolean() ? text(random, 40) : null,
                random.nextInt(8) == 0 ? "a_b* ".repeat(2_000) : text(random, 100),
                ReplySamples.atSong(number, language));
    }

    /** Never blank, as the catalog promises. */
    private static String text(Random random, int pieces) {
        String text = IntStream.rangeClosed(0, random.nextInt(pieces))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
        return text.isBlank() ? "\u202E" : text;
    }
}
