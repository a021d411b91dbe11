package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.emotion.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back in place of an action and is none, or was never one of this bot's. */
class TapForgeryTest {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String OTHERS = "+/=. \n\0ñ€\ud83d";
    private static final Decoded NOT_OURS = new Decoded.NotOurs();
    private static final TapCodec CODEC = codec(TestVocabularies.REAL, "key");
    private static final List<String> ACTIONS = actions(60);

    private static TapCodec codec(Vocabulary vocabulary, String key) {
        return new TapCodec(vocabulary, new HmacSeal(key), id -> Optional.of(RandomTaps.artist(id)));
    }

    private static List<String> actions(int count) {
        List<Tap> taps = new RandomTaps(TestVocabularies.REAL, 31).take(count);
        return taps.stream().map(CODEC::encode).toList();
    }

    private static Stream<String> characters() {
        return (BASE64 + OTHERS).chars().mapToObj(Character::toString);
    }

    private static void assertNoneIsOurs(Function<String, Stream<String>> forgeries) {
        assertThat(ACTIONS).allMatch(action -> CODEC.decode(action) instanceof Decoded.Tapped);
        assertThat(ACTIONS.stream().flatMap(forgeries))
                .isNotEmpty()
                .allMatch(action -> CODEC.decode(action).equals(NOT_OURS));
    }

    @Test
    void noActionWithAnotherCharacterIsOurs() {
        assertNoneIsOurs(action -> IntStream.range(0, action.length())
                .boxed()
                .flatMap(i -> characters()
                        .map(each -> action.substring(0, i) + each + action.substring(i + 1))
                        .filter(changed -> !changed.equals(action))));
    }

    @Test
    void noPartOfAnActionIsOurs() {
        assertNoneIsOurs(action -> IntStream.range(0, action.length())
                .boxed()
                .flatMap(i -> Stream.of(action.substring(0, i), action.substring(i + 1))));
    }

    @Test
    void noActionWithACharacterLeftOutIsOurs() {
        assertNoneIsOurs(action ->
                IntStream.range(0, action.length()).mapToObj(i -> action.substring(0, i) + action.substring(i + 1)));
    }

    @Test
    void noActionWithSomethingBeforeOrBehindItIsOurs() {
        assertNoneIsOurs(action -> characters()
                .flatMap(each -> Stream.of(each, each.repeat(2), each.repeat(4), each.repeat(64)))
                .flatMap(more -> Stream.of(action + more, more + action)));
    }

    @Test
    void noActionUnderTheSealOfAnotherIsOurs() {
        assertNoneIsOurs(action -> ACTIONS.stream()
                .filter(other -> !other.equals(action))
                .map(other -> spliced(bytes(action), bytes(other))));
    }

    private static byte[] bytes(String action) {
        return Base64.getUrlDecoder().decode(action);
    }

    private static String spliced(byte[] action, byte[] other) {
        System.arraycopy(other, other.length - Seal.LENGTH, action, action.length - Seal.LENGTH, Seal.LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(action);
    }

    @Test
    void noActionUnderAnotherKeyIsOurs() {
        TapCodec other = codec(TestVocabularies.REAL, "another key");

        assertThat(ACTIONS).allMatch(action -> other.decode(action).equals(NOT_OURS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A", "AAAAAAAAAAA", "AAAAAAAAAAAA", "////////////", "más", "\ud83d\ude00", "\0"})
    void noTextIsOurs(String text) {
        assertThat(CODEC.decode(text)).isEqualTo(NOT_OURS);
        assertThat(CODEC.decode(text.repeat(100_000))).isEqualTo(NOT_OURS);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void noneOfAMillionRandomTextsIsOurs() {
        var random = new Random(7);

        assertThat(Stream.generate(() -> text(random)).limit(1_000_000))
                .allMatch(text -> CODEC.decode(text).equals(NOT_OURS));
    }

    /** Three of four are base64 of a length that actions have. */
    private static String text(Random random) {
        if (random.nextInt(4) == 0) {
            return random.ints(random.nextInt(80), 0, 0x10000)
                    .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                    .toString();
        }
        byte[] bytes = new byte[random.nextInt(49)];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
