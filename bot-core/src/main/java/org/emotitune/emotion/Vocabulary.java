package org.emotitune.emotion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The controlled vocabulary: all emotions and themes, in the order of their files. Immutable. */
public final class Vocabulary {
    private static final List<WeightedWord> COMFORTING =
            List.of(new WeightedWord("comfort", 1), new WeightedWord("hope", 0.9), new WeightedWord("peace", 0.6));

    private final Map<String, Emotion> emotions;
    private final Map<String, Theme> themes;

    /** @throws IllegalArgumentException if a word stands twice or names an emotion that is not there */
    public Vocabulary(List<Emotion> emotions, List<Theme> themes) {
        this.emotions = byKey(emotions, Emotion::word);
        this.themes = byKey(themes, Theme::name);
        for (Theme theme : themes) {
            String orFelt = theme.occasion().orFelt();
            if (orFelt != null && !this.emotions.containsKey(orFelt)) {
                throw new IllegalArgumentException(
                        "the occasion of %s is no emotion: %s".formatted(theme.name(), orFelt));
            }
            if (!this.emotions.keySet().containsAll(theme.usually())) {
                throw new IllegalArgumentException("the usual emotions of %s are not all in the vocabulary: %s"
                        .formatted(theme.name(), theme.usually()));
            }
        }
        for (Emotion emotion : emotions) {
            String negated = emotion.negated();
            if (negated != null && !this.emotions.containsKey(negated)) {
                throw new IllegalArgumentException("'not %s' is said to be '%s', which is no word of the vocabulary"
                        .formatted(emotion.word(), negated));
            }
        }
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        return values.stream()
                .collect(Collectors.toMap(
                        key,
                        value -> value,
                        (one, other) -> {
                            throw new IllegalArgumentException("'%s' stands twice".formatted(key.apply(one)));
                        },
                        LinkedHashMap::new));
    }

    public Collection<Emotion> emotions() {
        return emotions.values();
    }

    public Collection<Theme> themes() {
        return themes.values();
    }

    /** Keys of all emotions, in order. */
    public List<String> emotionWords() {
        return List.copyOf(emotions.keySet());
    }

    /** Keys of all themes, in order. */
    public List<String> themeNames() {
        return List.copyOf(themes.keySet());
    }

    public Optional<Emotion> emotion(String word) {
        return Optional.ofNullable(emotions.get(word));
    }

    public Optional<Theme> theme(String name) {
        return Optional.ofNullable(themes.get(name));
    }

    /**
     * Whether a song is above all for an occasion that the feeling does not speak of: a Christmas song for somebody
     * happy, a song of mourning for somebody whose cat is ill.
     */
    public boolean isOutOfPlace(Profile song, Profile feeling) {
        Set<String> spokenOf = Stream.concat(feeling.themes().stream(), feeling.emotions().stream())
                .map(WeightedWord::word)
                .collect(Collectors.toSet());
        double strongest =
                song.themes().isEmpty() ? 1 : song.themes().getFirst().weight();
        return song.themes().stream()
                .filter(each -> each.weight() == strongest && !spokenOf.contains(each.word()))
                .map(each -> theme(each.word()).map(Theme::occasion))
                .flatMap(Optional::stream)
                .anyMatch(occasion ->
                        occasion.only() && (occasion.orFelt() == null || !spokenOf.contains(occasion.orFelt())));
    }

    /** @return the share of sad emotions in the weight of all, 0 to 1 */
    public double sadness(Profile profile) {
        double all = 0;
        double sad = 0;
        for (WeightedWord each : profile.emotions()) {
            all += each.weight();
            sad += isSad(each) ? each.weight() : 0;
        }
        return sad / all;
    }

    /**
     * The feeling of somebody who wants nothing sad: the same without its sad emotions; where nothing else is left,
     * what does them good.
     */
    public Profile withoutSadness(Profile feeling) {
        List<WeightedWord> rest =
                feeling.emotions().stream().filter(each -> !isSad(each)).toList();
        return new Profile(rest.isEmpty() ? COMFORTING : rest, feeling.themes());
    }

    private boolean isSad(WeightedWord word) {
        return emotion(word.word()).map(Emotion::isSad).orElse(false);
    }

    /**
     * @return the profile itself
     * @throws IllegalArgumentException naming the first emotion or theme that is not in the vocabulary
     */
    public Profile checked(Profile profile) {
        requireKnown("emotion", profile.emotions(), emotions.keySet());
        requireKnown("theme", profile.themes(), themes.keySet());
        return profile;
    }

    private static void requireKnown(String what, List<WeightedWord> words, Set<String> known) {
        for (WeightedWord each : words) {
            if (!known.contains(each.word())) {
                throw new IllegalArgumentException("unknown %s '%s'".formatted(what, each.word()));
            }
        }
    }
}
