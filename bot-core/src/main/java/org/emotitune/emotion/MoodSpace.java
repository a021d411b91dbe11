package org.emotitune.emotion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The space in which songs and messages are compared. A profile becomes one unit vector {@code [√(1−τ)·ê ; √τ·t̂]},
 * where ê and t̂ are the unit coordinates of its weighted emotions and themes under their {@link WordKernel}s. The
 * cosine of two such vectors is (1−τ)·(cosine of the emotions) + τ·(cosine of the themes).
 *
 * <p>A message without themes becomes {@code [ê ; 0]}: its cosine with a song is √(1−τ)·(cosine of the emotions), and
 * {@link #similarity} divides by that factor, so that floors and figures mean the same for both. A song without themes
 * keeps √τ in a dimension of its own, which no message has: it agrees with nobody on themes. The decision record on
 * the mood space tells where α and τ come from. Immutable, thread-safe.
 */
public final class MoodSpace {
    /** Length of every vector; what words and themes do not use is zero and changes no cosine. */
    public static final int DIMENSION = 256;

    private static final int THEMELESS = DIMENSION - 1;

    /**
     * @param alpha share of the words' embeddings in the kernel, 0 (words are alike only if equal) to 1
     * @param tau share of the themes, from 0 up to but not including 1
     */
    public record Settings(double alpha, double tau) {
        public static final Settings DEFAULT = new Settings(0.3, 0.33);

        public Settings {
            if (!(alpha >= 0 && alpha <= 1)) {
                throw new IllegalArgumentException("alpha is not in [0, 1]: " + alpha);
            }
            if (!(tau >= 0 && tau < 1)) {
                throw new IllegalArgumentException("tau is not in [0, 1): " + tau);
            }
        }
    }

    private final WordKernel emotions;
    private final WordKernel themes;
    private final Settings settings;
    private final String digest;

    public MoodSpace(Vocabulary vocabulary, WordEmbeddings embeddings, Settings settings) {
        Map<String, String> emotionNames = names(vocabulary.emotions(), Emotion::word, Emotion::english);
        Map<String, String> themeNames = names(vocabulary.themes(), Theme::name, Theme::english);
        if (emotionNames.size() + themeNames.size() >= DIMENSION) {
            throw new IllegalArgumentException(
                    "more than %d emotions and themes do not fit the mood space".formatted(THEMELESS));
        }
        this.settings = settings;
        this.emotions = kernel(emotionNames, embeddings, settings.alpha());
        this.themes = kernel(themeNames, embeddings, settings.alpha());
        this.digest = Digests.sha256(
                List.of(embeddings.model(), settings, emotionNames, themeNames).toString());
    }

    private static <T> Map<String, String> names(
            Collection<T> values, Function<T, String> key, Function<T, String> name) {
        Map<String, String> names = new LinkedHashMap<>();
        values.forEach(value -> names.put(key.apply(value), name.apply(value)));
        return names;
    }

    private static WordKernel kernel(Map<String, String> names, WordEmbeddings embeddings, double alpha) {
        Map<String, float[]> byName = embeddings.embed(names.values());
        Map<String, float[]> byKey = new LinkedHashMap<>();
        names.forEach((key, name) -> byKey.put(key, byName.get(name)));
        return new WordKernel(List.copyOf(names.keySet()), byKey, alpha);
    }

    public Settings settings() {
        return settings;
    }

    /** Digest of all that a vector depends on beside the profile: vectors of spaces with other digests never meet. */
    public String digest() {
        return digest;
    }

    /**
     * The vector of a song.
     *
     * @return a unit vector of {@link #DIMENSION} numbers
     * @throws IllegalArgumentException if the profile has a word that is not of the vocabulary
     */
    public float[] songVector(Profile profile) {
        float[] vector = vector(profile, Math.sqrt(1 - settings.tau()));
        if (profile.themes().isEmpty()) {
            vector[THEMELESS] = (float) Math.sqrt(settings.tau());
        }
        return vector;
    }

    /**
     * The vector that finds the songs of a message.
     *
     * @return a unit vector of {@link #DIMENSION} numbers
     * @throws IllegalArgumentException if the profile has a word that is not of the vocabulary
     */
    public float[] queryVector(Profile profile) {
        return vector(profile, profile.themes().isEmpty() ? 1 : Math.sqrt(1 - settings.tau()));
    }

    private float[] vector(Profile profile, double emotionScale) {
        float[] vector = new float[DIMENSION];
        put(vector, 0, emotions.unit(profile.emotions()), emotionScale);
        if (!profile.themes().isEmpty()) {
            put(vector, emotions.dimension(), themes.unit(profile.themes()), Math.sqrt(settings.tau()));
        }
        return vector;
    }

    private static void put(float[] vector, int offset, double[] block, double scale) {
        for (int i = 0; i < block.length; i++) {
            vector[offset + i] = (float) (scale * block[i]);
        }
    }

    /**
     * @param query the profile that was searched with
     * @param cosine cosine of its query vector with a song's vector
     * @return the same on the common scale, -1 to 1: see the class comment
     */
    public double similarity(Profile query, double cosine) {
        double scaled = query.themes().isEmpty() ? cosine / Math.sqrt(1 - settings.tau()) : cosine;
        return Math.clamp(scaled, -1.0, 1.0);
    }

    /** @return the cosine of two unit vectors, -1 to 1 */
    public static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return Math.clamp(sum, -1.0, 1.0);
    }
}
