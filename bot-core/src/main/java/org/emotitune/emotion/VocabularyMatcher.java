package org.emotitune.emotion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Maps any English or Spanish emotion word to a word of the vocabulary: the word itself or a known form of it, then a
 * derivative (same stem: betrayed, betraying → betrayal; tristón → sadness), then the nearest word by embedding, if it
 * is nearer than ordinary words are. Thread-safe.
 */
public final class VocabularyMatcher {

    /** How a term was mapped. */
    public enum Way {
        EXACT,
        DERIVATIVE,
        NEAREST
    }

    /**
     * @param word key of the vocabulary
     * @param way how it was found
     * @param cosine cosine of the two words' embeddings where that is how it was found, else 1
     */
    public record Match(String word, Way way, double cosine) {}

    /** Share of the ordinary words that may lie above the bound of {@link Way#NEAREST}. */
    private static final double STRAYS_ALLOWED = 0.05;

    private final Vocabulary vocabulary;
    private final WordEmbeddings kept;
    private final WordEmbeddings fleeting;
    private final List<String> ordinaryWords;
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> byPrefix = new HashMap<>();
    private final Map<String, String> byStem = new HashMap<>();
    private final Map<String, Map<String, float[]>> vectors = new ConcurrentHashMap<>();
    private final Map<String, Double> bounds = new ConcurrentHashMap<>();

    /**
     * @param forms forms of each vocabulary word in either language; one that ends in {@code *} stands for every term
     *     that begins so
     * @param kept embeddings of the vocabulary and of the ordinary words, which may be stored
     * @param fleeting embeddings of the same model for what people write, which must not be stored
     * @param ordinaryWords words that name no emotion, at least one; they calibrate how near is near
     */
    public VocabularyMatcher(
            Vocabulary vocabulary,
            Map<String, List<String>> forms,
            WordEmbeddings kept,
            WordEmbeddings fleeting,
            List<String> ordinaryWords) {
        if (ordinaryWords.isEmpty()) {
            throw new IllegalArgumentException("without ordinary words nothing tells how near is near");
        }
        this.vocabulary = vocabulary;
        this.kept = kept;
        this.fleeting = fleeting;
        this.ordinaryWords = List.copyOf(ordinaryWords);
        for (Emotion emotion : vocabulary.emotions()) {
            claim(emotion.word(), emotion.word());
        }
        for (Emotion emotion : vocabulary.emotions()) {
            claim(emotion.english(), emotion.word());
            claim(emotion.spanish(), emotion.word());
        }
        forms.forEach((word, claimed) -> claimed.forEach(form -> claim(form, word)));
    }

    private void claim(String form, String word) {
        if (form.endsWith("*")) {
            byPrefix.putIfAbsent(normalise(form.substring(0, form.length() - 1)), word);
            return;
        }
        String normal = normalise(form);
        exact.putIfAbsent(normal, word);
        for (String stem : Stems.of(normal)) {
            byStem.putIfAbsent(stem, word);
        }
    }

    /** Digest of all that a match depends on; another one whenever a term could be matched in another way. */
    public String digest() {
        List<Object> all = List.of(
                vocabulary.emotions(),
                new TreeMap<>(exact),
                new TreeMap<>(byPrefix),
                new TreeMap<>(byStem),
                ordinaryWords,
                STRAYS_ALLOWED,
                kept.model());
        return Digests.sha256(all.toString());
    }

    /** @return the word that the term stands for; empty if it names no emotion as far as can be told */
    public Optional<Match> match(String term) {
        String normal = normalise(term);
        return normal.codePoints().noneMatch(Character::isLetter)
                ? Optional.empty()
                : byForm(normal).or(() -> nearest(normal));
    }

    /** The same without asking for embeddings, so at once. */
    public Optional<Match> matchByForm(String term) {
        return byForm(normalise(term));
    }

    private Optional<Match> byForm(String normal) {
        String word = exact.get(normal);
        if (word != null) {
            return Optional.of(new Match(word, Way.EXACT, 1));
        }
        String derived = derivative(normal);
        return Optional.ofNullable(derived).map(found -> new Match(found, Way.DERIVATIVE, 1));
    }

    /** The longest beginning that was claimed, else the first stem. */
    private @Nullable String derivative(String normal) {
        for (int length = normal.length(); length > 0; length--) {
            String word = byPrefix.get(normal.substring(0, length));
            if (word != null) {
                return word;
            }
        }
        return Stems.of(normal).stream()
                .map(byStem::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Optional<Match> nearest(String term) {
        Match nearest = nearestTo(vector(fleeting, term));
        double bound = bounds.computeIfAbsent(kept.model(), model -> calibrate());
        return nearest.cosine() > bound ? Optional.of(nearest) : Optional.empty();
    }

    /** The cosine that only {@link #STRAYS_ALLOWED} of the ordinary words exceed. */
    private double calibrate() {
        double[] cosines = kept.embed(ordinaryWords).values().stream()
                .mapToDouble(vector -> nearestTo(vector).cosine())
                .sorted()
                .toArray();
        return cosines[(int) Math.ceil((1 - STRAYS_ALLOWED) * cosines.length) - 1];
    }

    private Match nearestTo(float[] query) {
        Map<String, float[]> names = vectors.computeIfAbsent(kept.model(), model -> vocabularyVectors());
        Match best = new Match("", Way.NEAREST, -1);
        for (Emotion emotion : vocabulary.emotions()) {
            double cosine = cosine(query, vector(names, emotion.english()));
            if (cosine > best.cosine()) {
                best = new Match(emotion.word(), Way.NEAREST, cosine);
            }
        }
        return best;
    }

    private Map<String, float[]> vocabularyVectors() {
        return kept.embed(vocabulary.emotions().stream().map(Emotion::english).toList());
    }

    private static float[] vector(WordEmbeddings embeddings, String text) {
        return vector(embeddings.embed(List.of(text)), text);
    }

    private static float[] vector(Map<String, float[]> vectors, String text) {
        return Objects.requireNonNull(vectors.get(text), () -> "no embedding of " + text);
    }

    /** Vectors of another dimension are of another model, whatever its name: then nothing is near. */
    private static double cosine(float[] one, float[] other) {
        if (one.length != other.length) {
            return -1;
        }
        double dot = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return dot / Math.sqrt(ones * others);
    }

    private static String normalise(String term) {
        String[] words = term.strip().split("[\\s-]+");
        return String.join(" ", Arrays.stream(words).map(Tokenizer::normalise).toList());
    }
}
