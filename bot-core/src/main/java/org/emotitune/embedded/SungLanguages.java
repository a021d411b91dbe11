package org.emotitune.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its common words whether a lyric is Spanish, English, both, or of another language. Languages that share common
 * words with Spanish or English are known only so that they are not taken for them. Immutable, thread-safe.
 */
final class SungLanguages {
    private static final String FILE = "sung-languages.txt";

    /** Share of common words that any text of a language has; a text of an unrelated one has far less. */
    private static final double LEAST_SHARE = 0.2;

    /** So many times the common words of one language to each of the other, and the lyric is in that one alone. */
    private static final double CLEARLY = 3;

    private static final int SPANISH = 0;
    private static final int ENGLISH = 1;

    /** What a lyric is sung in. */
    enum Sung {
        SPANISH(Language.SPANISH),
        ENGLISH(Language.ENGLISH),
        MIXED(null),
        OTHER(null);

        private final @Nullable Language language;

        Sung(@Nullable Language language) {
            this.language = language;
        }

        /** The one language that is clearly sung. */
        @Nullable
        Language language() {
            return language;
        }
    }

    /** Word in normal form to a bit for each language that it is common in. */
    private final Map<String, Integer> languagesOf = new HashMap<>();

    private final Set<String> interjections = new HashSet<>();
    private final int languages;

    SungLanguages() {
        List<String> names = new ArrayList<>(List.of("es", "en"));
        addAll(LanguageGuesser.functionWords(Language.SPANISH), SPANISH);
        addAll(LanguageGuesser.functionWords(Language.ENGLISH), ENGLISH);
        Resources.eachLine(FILE, Resources.reader(SungLanguages.class, FILE), line -> {
            String[] parts = line.split("\\s*=\\s*", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("'language = words' is expected");
            }
            List<String> words = Arrays.stream(parts[1].split("\\s+"))
                    .map(Tokenizer::normalise)
                    .toList();
            if (parts[0].equals("interjections")) {
                interjections.addAll(words);
            } else {
                if (!names.contains(parts[0])) {
                    names.add(parts[0]);
                }
                addAll(words, names.indexOf(parts[0]));
            }
        });
        languages = names.size();
    }

    private void addAll(Collection<String> words, int language) {
        words.forEach(word -> languagesOf.merge(word, 1 << language, (one, other) -> one | other));
    }

    /** @param lines distinct lines of the lyric */
    Sung of(Collection<String> lines) {
        Counts counts = new Counts(languages);
        lines.forEach(line -> count(line, counts));
        int best = Math.max(counts.common[SPANISH], counts.common[ENGLISH]);
        int foreign = Arrays.stream(counts.common, ENGLISH + 1, languages).max().orElse(0);
        if (best == 0 || best < LEAST_SHARE * counts.words || best < foreign) {
            return Sung.OTHER;
        }
        if (counts.onlySpanish > CLEARLY * counts.onlyEnglish) {
            return Sung.SPANISH;
        }
        return counts.onlyEnglish > CLEARLY * counts.onlySpanish ? Sung.ENGLISH : Sung.MIXED;
    }

    /** Words of a lyric, interjections and repetitions aside ("la la la" is not Spanish). */
    private static final class Counts {
        private int words;
        private final int[] common;

        /** Not "a", "no" and "me", which are common in both. */
        private int onlySpanish;

        private int onlyEnglish;

        Counts(int languages) {
            common = new int[languages];
        }

        void add(int languages) {
            words++;
            for (int bits = languages; bits != 0; bits &= bits - 1) {
                common[Integer.numberOfTrailingZeros(bits)]++;
            }
            boolean spanish = (languages & 1 << SPANISH) != 0;
            boolean english = (languages & 1 << ENGLISH) != 0;
            onlySpanish += spanish && !english ? 1 : 0;
            onlyEnglish += english && !spanish ? 1 : 0;
        }
    }

    private void count(String line, Counts counts) {
        String before = "";
        int begin = -1;
        for (int at = 0; at <= line.length(); at++) {
            boolean inWord = at < line.length() && isOfWord(line.charAt(at));
            if (inWord && begin < 0) {
                begin = at;
            } else if (!inWord && begin >= 0) {
                String word = Tokenizer.normalise(line.substring(begin, at));
                if (!word.equals(before) && !interjections.contains(word)) {
                    counts.add(languagesOf.getOrDefault(word, 0));
                }
                before = word;
                begin = -1;
            }
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '\'' || c == '’';
    }
}
