package org.emotitune.emotion;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.stemmer.Stemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/** Tells words that derive from one another (betrayed, betrayal) by their Snowball stems (Porter 2001). */
public final class Stems {
    /** A stem that is shorter tells nothing: "joy" and "joint" would be next of kin. */
    private static final int SHORTEST = 4;

    static final List<ALGORITHM> LANGUAGES = List.of(ALGORITHM.ENGLISH, ALGORITHM.SPANISH);

    private Stems() {}

    /**
     * @param normal one word in normal form
     * @return its stems as an English and as a Spanish word, each with its language, so that stems of two languages are
     *     never taken for one another; none for several words, nor for a word too short to tell anything by its stem
     */
    public static List<String> of(String normal) {
        if (normal.contains(" ") || normal.length() < SHORTEST) {
            return List.of();
        }
        List<String> stems = new ArrayList<>();
        for (ALGORITHM language : LANGUAGES) {
            String stem = stem(language, normal);
            if (stem.length() >= SHORTEST) {
                stems.add(language + " " + stem);
            }
        }
        return stems;
    }

    /** A stemmer is not thread-safe, and cheap to make. */
    static String stem(ALGORITHM language, String word) {
        Stemmer stemmer = new SnowballStemmer(language);
        return stemmer.stem(word).toString();
    }
}
