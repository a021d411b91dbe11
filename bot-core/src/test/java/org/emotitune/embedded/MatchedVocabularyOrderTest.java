package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotitune.emotion.ControlledVocabulary.Controlled;
import org.emotitune.emotion.MatchedVocabulary;
import org.junit.jupiter.api.Test;

/** Songs are mapped each by itself: neither their order nor how many threads there are makes a difference. */
class MatchedVocabularyOrderTest {
    private static final BgeWordEmbeddings EMBEDDINGS = new BgeWordEmbeddings();

    private static MatchedVocabulary fresh() {
        return new MatchedVocabulary(
                Lexicons.VOCABULARY, EmotionWords.matcher(Lexicons.VOCABULARY, EMBEDDINGS, EMBEDDINGS));
    }

    @Test
    void givesTheSameProfilesInAnyOrderAndConcurrently() throws Exception {
        List<Map<String, Double>> songs = randomSongs(new Random(4));
        MatchedVocabulary inOrder = fresh();
        List<Controlled> expected =
                songs.stream().map(song -> inOrder.controlled(song, Map.of())).toList();

        Map<Integer, Controlled> concurrently = concurrently(songs, fresh());

        for (int i = 0; i < songs.size(); i++) {
            assertThat(concurrently.get(i)).isEqualTo(expected.get(i));
        }
    }

    private static Map<Integer, Controlled> concurrently(List<Map<String, Double>> songs, MatchedVocabulary words)
            throws Exception {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < songs.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(5));
        List<Callable<Map.Entry<Integer, Controlled>>> tasks = new ArrayList<>();
        order.forEach(i -> tasks.add(() -> Map.entry(i, words.controlled(songs.get(i), Map.of()))));
        Map<Integer, Controlled> results = new HashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Map.Entry<Integer, Controlled>> each : threads.invokeAll(tasks)) {
                results.put(each.get().getKey(), each.get().getValue());
            }
        }
        return results;
    }

    private static List<Map<String, Double>> randomSongs(Random random) {
        List<String> terms = new ArrayList<>(Lexicons.VOCABULARY.emotionWords());
        terms.addAll(List.of("betrayed", "joyfulness", "dismay", "horror", "spite", "discontent", "deep sorrow"));
        terms.addAll(List.of("triste", "melancolía", "xqzzt", "table", "glum", "wistful", "elation", "mirth"));
        List<Map<String, Double>> songs = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Map<String, Double> song = new LinkedHashMap<>();
            for (int j = 0; j < 12; j++) {
                song.put(terms.get(random.nextInt(terms.size())), (1 + random.nextInt(5)) / 5.0);
            }
            songs.add(song);
        }
        return songs;
    }
}
