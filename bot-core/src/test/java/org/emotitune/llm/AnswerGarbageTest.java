package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is answered comes to words or cannot be used, and soon. */
class AnswerGarbageTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\",
            "\n",
            "emotions",
            "\"emotions\":",
            "themes",
            "\"songs\":[",
            "\"n\":1",
            "word",
            "\"word\":\"joy\"",
            "weight",
            "1e999",
            "-1",
            "0.5",
            "NaN",
            "null",
            "<think>",
            "</think>",
            "```json\n",
            "joy",
            "sadness, longing",
            "song: 1\n",
            "language: es\n",
            "danger: yes\n",
            "@everyone",
            "http://evil.example",
            "\u200b",
            "\u202e",
            "\ud800",
            "😀",
            "la canción",
            " ",
            "that is what I think of it",
            "%s",
            "${x}",
            "\0");
    private static final List<String> WHOLE = List.of(
            "{\"language\":\"es\",\"emotions\":[{\"word\":\"sadness\",\"weight\":0.9}],\"themes\":[\"party\"],\"danger\":false}",
            "{\"songs\":[{\"n\":1,\"emotions\":{\"joy\":1}},{\"n\":2,\"emotions\":[\"calm\",\"hope\"]}]}",
            "emotions: sadness, longing\nthemes: break-up\nlanguage: es\ndanger: no",
            "song: 1\nemotions: sadness, longing\nsong: 2\nemotions: joy");

    private static Stream<String> garbage() {
        Random random = new Random(20_240_219);
        Stream<String> pieces = IntStream.range(0, 3_000).mapToObj(i -> pieces(random, 1 + random.nextInt(40)));
        Stream<String> bytes = IntStream.range(0, 3_000).mapToObj(i -> bytes(random, random.nextInt(300)));
        Stream<String> cut = WHOLE.stream()
                .flatMap(whole -> IntStream.range(0, whole.length()).mapToObj(end -> whole.substring(0, end)));
        Stream<String> damaged = IntStream.range(0, 3_000).mapToObj(i -> damaged(random));
        return Stream.of(pieces, bytes, cut, damaged).flatMap(each -> each);
    }

    private static String pieces(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A good answer in which something else stands somewhere. */
    private static String damaged(Random random) {
        String whole = WHOLE.get(random.nextInt(WHOLE.size()));
        int from = random.nextInt(whole.length());
        int to = Math.min(whole.length(), from + random.nextInt(4));
        return whole.substring(0, from) + pieces(random, random.nextInt(3)) + whole.substring(to);
    }

    private static Stream<Prompt> prompts() {
        return Stream.of(Prompted.message(), Prompted.song(), Prompted.songs(3), Prompted.words());
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void comesToWordsOrCannotBeUsed(Prompt prompt) {
        long used = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> garbage().filter(each -> isUsed(prompt, each)).count());

        assertThat(used).as("answers that could be used all the same").isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{\"a\":",
                "{\"emotions\":[",
                "\"",
                "\\",
                "<think>",
                "</think>",
                "<think></think>",
                "```\n",
                "joy,",
                "joy ",
                "song: 1\n",
                "emotions: joy\n",
                "{\"emotions\":[\"joy\"]}",
                "{\"emotions\":[\"joy\",",
                "1",
                "\n",
                ":"
            })
    void longOnesAreReadAsFast(String piece) {
        String answer = piece.repeat(AnswerReader.LONGEST / piece.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> prompts().filter(each -> isUsed(each, answer)).count());
    }

    private static boolean isUsed(Prompt prompt, String answer) {
        try {
            List<Optional<Told>> told = Prompted.all(prompt, answer);
            assertThat(told).hasSize(prompt.things()).anyMatch(Optional::isPresent);
            told.forEach(each -> each.ifPresent(ToldWords::assertAre));
            return true;
        } catch (UnusableAnswerException e) {
            return false;
        }
    }
}
