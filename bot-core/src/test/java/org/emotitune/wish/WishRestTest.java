package org.emotitune.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.emotitune.embedded.LexiconExtractor;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.wish.WishReader.Wished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What is left of a message when its wishes are taken out. */
class WishRestTest {
    private static final WishReader READER = WishReader.load();
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final LexiconExtractor EXTRACTOR =
            new LexiconExtractor(VOCABULARY, new LexiconFiles(VOCABULARY).load());

    /** @param wishes as {@link WishMessage#describe} writes them */
    record Asked(String words, String wishes) {}

    /** Feelings, wishes, and what people put between them, of one language. */
    record Speech(List<String> feelings, List<Asked> wishes, List<String> between) {}

    static final List<Speech> SPEECHES = List.of(
            new Speech(
                    List.of(
                            "estoy muy triste",
                            "me siento solo desde que se fue",
                            "tengo mucha rabia contra mi jefe",
                            "estoy enamorada hasta las trancas",
                            "echo de menos a mi abuela",
                            "no puedo más con la ansiedad",
                            "qué feliz soy hoy",
                            "ando nostálgico por mi infancia",
                            "necesito llorar",
                            "quiero bailar toda la noche",
                            "mi perro ha muerto 😢",
                            "siento paz por fin",
                            "he suspendido inglés y me siento fracasado",
                            "nada me hace ilusión"),
                    List.of(
                            new Asked("en español", "lang=es"),
                            new Asked("canciones en inglés", "lang=en"),
                            new Asked("ponme música italiana", "lang=it"),
                            new Asked("que sean en francés", "lang=fr"),
                            new Asked("canciones de los 80", "era=1980-1989"),
                            new Asked("algo noventero", "era=1990-1999"),
                            new Asked("quiero canciones antiguas", "era=1900-1989"),
                            new Asked("música actual por favor", "era=2015-2100"),
                            new Asked("dame 3 canciones", "count=3"),
                            new Asked("solo cinco temas", "count=5"),
                            new Asked("nada triste", "nosad"),
                            new Asked("que no sean tristes", "nosad"),
                            new Asked("nada de Shakira", "not=Shakira"),
                            new Asked("todo menos bad bunny", "not=Bad Bunny"),
                            new Asked("que no sea de Adele", "not=Adele")),
                    List.of(", ", ". ", "\n", "; ", "... ", " 😔 ", ", pero ", ", y ")),
            new Speech(
                    List.of(
                            "I'm really sad",
                            "I feel lonely since she left",
                            "I'm so angry at my boss",
                            "I'm head over heels in love",
                            "I miss my grandma",
                            "I can't take the anxiety anymore",
                            "I'm so happy today",
                            "feeling nostalgic about childhood",
                            "I need to cry",
                            "I want to dance all night",
                            "my dog died 😢",
                            "I finally feel at peace",
                            "I failed my French exam and feel worthless",
                            "nothing excites me"),
                    List.of(
                            new Asked("in Spanish", "lang=es"),
                            new Asked("songs in English", "lang=en"),
                            new Asked("play some Italian music", "lang=it"),
                            new Asked("french songs please", "lang=fr"),
                            new Asked("songs from the 80s", "era=1980-1989"),
                            new Asked("something from the seventies", "era=1970-1979"),
                            new Asked("I want old songs", "era=1900-1989"),
                            new Asked("recent music", "era=2015-2100"),
                            new Asked("give me 3 songs", "count=3"),
                            new Asked("just five songs", "count=5"),
                            new Asked("nothing sad", "nosad"),
                            new Asked("no sad songs please", "nosad"),
                            new Asked("no Shakira", "not=Shakira"),
                            new Asked("anything but bad bunny", "not=Bad Bunny"),
                            new Asked("nothing by Adele", "not=Adele")),
                    List.of(", ", ". ", "\n", "; ", "... ", " 😔 ", ", but ", ", and ")));

    private static Wished read(String message) {
        return READER.read(message, new TestArtists());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "estoy triste, en español|estoy triste",
                "Estoy triste. En español, por favor.|Estoy triste.",
                "en español, pero estoy triste|estoy triste",
                "en español que estoy triste|estoy triste",
                "canciones en español y tristes|canciones tristes",
                "canciones tristes en español y de los 80|canciones tristes",
                "estoy triste y quiero 3 canciones en español|estoy triste",
                "estoy triste, en español, te echo de menos|estoy triste, te echo de menos",
                "estoy triste, en español. Te echo de menos|estoy triste. Te echo de menos",
                "¿me pones algo en español? Estoy triste|Estoy triste",
                "¿Me pones algo triste en español?|¿Me pones algo triste?",
                "estoy triste (en español)|estoy triste",
                "(algo triste en español)|(algo triste)",
                "dame 3 canciones para llorar|dame canciones para llorar",
                "hola!! ponme algo en español!! estoy  triste :(|hola!! estoy  triste :(",
                ":( in Spanish|:(",
                "echo de menos los 90|echo de menos",
                "qué nostalgia de los 80|qué nostalgia",
                "I miss the 80s|I miss",
                "happy songs from the 90s please|happy songs",
                "play me 4 happy songs|play me happy songs",
                "I'm sad and no Queen please|I'm sad",
                "In Spanish. But I'm sad|I'm sad",
                "I'm sad, but, in Spanish|I'm sad",
                "give me sad spanish songs|give me sad songs",
                "10 canciones de amor sin Shakira|canciones de amor",
                "ponme 3 canciones en español de los 80, gracias|''"
            })
    void isWhatAPersonWouldLeave(String message, String rest) {
        assertThat(read(message).rest()).isEqualTo(rest);
    }

    @ParameterizedTest
    @FieldSource("SPEECHES")
    void isTheFeelingWhereverTheWishStands(Speech speech) {
        eachFeelingAndWish(speech, (feeling, asked) -> {
            for (String between : speech.between()) {
                Wished after = read(feeling + between + asked.words());
                Wished before = read(asked.words() + between + feeling);

                assertThat(WishMessage.describe(after.wishes())).isEqualTo(asked.wishes());
                assertThat(WishMessage.describe(before.wishes())).isEqualTo(asked.wishes());
                assertThat(after.rest()).startsWith(feeling).hasSizeLessThanOrEqualTo(feeling.length() + 4);
                assertThat(before.rest()).endsWith(feeling).hasSizeLessThanOrEqualTo(feeling.length() + 3);
            }
        });
    }

    private interface Pair {
        void with(String feeling, Asked asked);
    }

    private static void eachFeelingAndWish(Speech speech, Pair pair) {
        speech.feelings().forEach(feeling -> speech.wishes().forEach(asked -> pair.with(feeling, asked)));
    }

    @Test
    void holdsTheFeelingOfBlindMessagesWhereThereIsOne() {
        List<WishMessage> messages = WishMessage.load("blind-wishes.tsv").stream()
                .filter(message -> !message.parts().isEmpty())
                .toList();

        assertThat(messages)
                .hasSizeGreaterThanOrEqualTo(120)
                .allSatisfy(message -> assertThat(EXTRACTOR
                                .read(read(message.text()).rest(), Language.ENGLISH)
                                .profile()
                                .isPresent())
                        .as(message.text())
                        .isEqualTo(message.left().equals("yes")));
    }

    @ParameterizedTest
    @FieldSource("SPEECHES")
    void feelsLikeTheMessageWithoutTheWish(Speech speech) {
        eachFeelingAndWish(
                speech,
                (feeling, asked) -> assertThat(EXTRACTOR
                                .read(read(feeling + ", " + asked.words()).rest(), Language.ENGLISH)
                                .profile())
                        .as("%s, %s", feeling, asked.words())
                        .isEqualTo(EXTRACTOR.read(feeling, Language.ENGLISH).profile()));
    }

    @ParameterizedTest
    @FieldSource("SPEECHES")
    void neverLosesAFeelingAmongSeveralWishes(Speech speech) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

        for (int run = 0; run < 2000; run++) {
            String feeling = one(speech.feelings(), random);
            String message = one(speech.wishes(), random).words()
                    + one(speech.between(), random)
                    + feeling
                    + one(speech.between(), random)
                    + one(speech.wishes(), random).words()
                    + one(speech.between(), random)
                    + one(speech.wishes(), random).words();

            Wished wished = read(message);

            assertThat(wished.rest()).as(message).contains(feeling);
            assertThat(read(wished.rest()).rest()).as(message).isSameAs(wished.rest());
        }
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void isTheMessageItselfWhereThereIsNoWish() {
        Stream<String> messages = SPEECHES.stream().flatMap(speech -> speech.feelings().stream());

        assertThat(messages)
                .isNotEmpty()
                .allSatisfy(message -> assertThat(read(message).rest()).isSameAs(message));
    }
}
