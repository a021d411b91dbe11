package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.emotitune.emotion.LyricsExtractor.Cost;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.UnreadableSongException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconLyricsExtractorTest {
    private static final LexiconLyricsExtractor READER = new LexiconLyricsExtractor(Lexicons.VOCABULARY);

    private static final String STREET = """
            The lamp on the corner is painted in green
            There is a gate and a wall in between
            """;

    private static Heard read(String title, String lyrics) {
        return READER.read(new SongText(title, "Nobody", lyrics));
    }

    private static double emotion(Heard heard, String word) {
        return heard.emotions().getOrDefault(word, 0.0);
    }

    @Test
    void givesWeightsRelativeToTheStrongest() {
        Heard heard = read("Harbour", STREET + "I am so sad and I miss you\nI am lonely and the house is cold");

        assertThat(heard.emotions()).hasSizeBetween(2, 8).containsValue(1.0);
        assertThat(heard.emotions().values()).allMatch(weight -> weight > 0 && weight <= 1);
    }

    @Test
    void countsWhatIsSungAgainMoreButLessEachTime() {
        String angry = "I am so angry with you\n";
        String hopeful = "there is hope in the air\n";

        double once = emotion(read("Door", STREET + angry + hopeful), "hope");
        double often = emotion(read("Door", STREET + angry + hopeful.repeat(3)), "hope");
        double endless = emotion(read("Door", STREET + angry + hopeful.repeat(300)), "anger");

        assertThat(often).isGreaterThan(once);
        assertThat(endless).isGreaterThan(0.2);
    }

    @Test
    void readsTheTitleAsALineOfMoreWeight() {
        assertThat(read("Jealousy", STREET + "I am sad in this house")
                        .emotions()
                        .get("jealousy"))
                .isEqualTo(1.0);
    }

    @Test
    void turnsNegatedEmotionsRound() {
        Heard heard = read("Door", STREET + "I am not happy at the window");

        assertThat(emotion(heard, "happiness")).isZero();
        assertThat(emotion(heard, "sadness")).isEqualTo(1);
    }

    @Test
    void doesNotMakeAPartySongOfOneParty() {
        String stray = STREET + "I was so lonely at the party in the rain\nI cried for you and I am sad\n";

        assertThat(read("Door", stray).themes()).doesNotContainKey("party");
        assertThat(read("Door", stray + "We dance at the party\nAnd dance until the day")
                        .themes())
                .containsKey("party");
    }

    @Test
    void dampsLoveOfWhichAllSongsSpeak() {
        Heard heard = read("Door", STREET + "I love the way you look\nbut I am so angry\n");

        assertThat(emotion(heard, "anger")).isGreaterThan(emotion(heard, "love"));
    }

    @Test
    void tellsNoOneLanguageOfAMixedSong() {
        Heard heard = read("Calor", """
                Esta noche quiero bailar con mi gente
                And I know that you want to dance with me
                Porque la fiesta no para hasta el día
                The music is loud and we are so happy
                """);

        assertThat(heard.language()).isNull();
        assertThat(heard.themes()).containsKey("party");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Catalan, French, Italian, Portuguese, Galician, Romanian, German, Dutch
                "Avui no tinc ganes de res i el cor em fa mal\nPerò amb tu tot és molt més bonic que mai\nLa nit és llarga",
                "Je ne veux pas que tu partes sans moi ce soir\nMon amour est triste et la nuit est noire dans le port",
                "Non voglio che tu te ne vada da me questa notte\nIl mio amore è triste e la vita non è più bella",
                "Eu não quero que você vá embora sem mim hoje\nMeu amor é triste e a noite não tem mais fim para nós",
                "Eu non quero que ti marches sen min esta noite\nO meu amor é triste e a vida xa non ten luz para nós",
                "Nu vreau ca tu să pleci fără mine în noapte\nDragostea mea este tristă și viața nu mai are soare",
                "Ich will nicht dass du heute ohne mich gehst\nMeine Liebe ist traurig und die Nacht ist so lang",
                "Ik wil niet dat je vandaag zonder mij gaat\nMijn liefde is verdrietig en de nacht is zo lang",
                // scripts
                "Я не хочу чтобы ты ушла сегодня\nМоя любовь грустна и ночь так длинна",
                "悲しい夜に君を思う\n愛している 愛している",
                "لا أريد أن ترحل الليلة",
                // no language at all
                "La la la la la\nNa na na na\nOh oh oh oh yeah",
                "♪ ♪ ♪",
                "12345 67890"
            })
    void doesNotReadOtherLanguages(String lyrics) {
        assertThatThrownBy(() -> read("Sad love", lyrics))
                .isInstanceOf(UnreadableSongException.class)
                .hasMessage("it is neither Spanish nor English, or too short to tell");
    }

    @Test
    void saysWhereNoEmotionIsHeard() {
        assertThatThrownBy(() ->
                        read("Item", "The box is on the table\nThe table is in the room\nand that is all there is"))
                .isInstanceOf(UnreadableSongException.class)
                .hasMessage("no emotion of the vocabulary is heard in it");
    }

    @Test
    void readsATextWithoutEndInTime() {
        String endless = "I am so sad without you and I cry ".repeat(200_000);

        assertThat(read("Door", endless).emotions()).containsKey("sadness");
    }

    @Test
    void tellsWhoReads() {
        assertThat(READER.source()).isEqualTo("embedded");
        assertThat(READER.version())
                .isEqualTo(new LexiconLyricsExtractor(Lexicons.VOCABULARY).version())
                .matches("\\d+-[0-9a-f]{16}");
        assertThat(READER.costOf(5_000)).isEqualTo(Cost.NONE);
    }

    @Test
    void hearsTheSameOnManyThreads() throws Exception {
        List<LabelledLyrics> songs = Stream.of("lyrics-dev-es.txt", "lyrics-dev-en.txt")
                .flatMap(file -> LabelledLyrics.load(file).stream())
                .toList();
        List<Heard> expected =
                songs.stream().map(song -> READER.read(song.song())).toList();
        List<Callable<List<Heard>>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(() -> songs.stream().map(song -> READER.read(song.song())).toList());
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<List<Heard>> each : threads.invokeAll(tasks)) {
                assertThat(each.get()).isEqualTo(expected);
            }
        }
    }
}
