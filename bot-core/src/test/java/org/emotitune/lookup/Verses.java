package org.emotitune.lookup;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clean words of songs that nobody has written, by chance from the words of a language. */
enum Verses {
    SPANISH(
            "¿dónde ¡ay corazón año niñez pingüino también volver más allá él qué lágrima camión y a o e u sé tú noche letra",
            ", | | | |… | — |; ",
            "||,|?|!|…|.| (oh, oh)|»"),
    ENGLISH(
            "don't rock'n'roll you're love 'cause I a gonna R&B night naïve tonight high-heeled 99th embed lyrics like might",
            ", | | | | - |; ",
            "||,|!|?| (hey, hey)|\"|'"),
    CATALAN(
            "l’aigua col·lecció intel·ligent però què nit açò ós vull d’amor així i a o se’n goril·la paral·lel cançó lletra",
            ", | | | |... ",
            "||,|!|?| (ai, ai)"),
    FRENCH(
            "l’œil sœur cœur où ça noël aujourd’hui naïf « rêve » à y a ô été qu’il ÿ vœu Œuvre bœuf forêt paroles",
            ", | | | | – | ! ",
            "||,| !| ?|…"),
    RUSSIAN(
            "а о у с в и я к сор хор рука оса еж ёлка объект съешь щука эхо юла ангел цирк жизнь грусть фильм ты йод все нет се ухо",
            ", | | | | — |… ",
            "||,|!|?|…| (ой, ой)|»"),
    MIXED(RUSSIAN.words + " " + ENGLISH.words + " sax copa x a o y baby", ", | | | — ", "||,|!| (yeah, да)");

    private final String words;
    private final String between;
    private final String ends;

    Verses(String words, String between, String ends) {
        this.words = words;
        this.between = between;
        this.ends = ends;
    }

    /** Stanzas of lines; in a text of two languages some words are certainly of each. */
    String next(RandomGenerator random) {
        String verses = IntStream.range(0, random.nextInt(1, 5))
                .mapToObj(stanza -> IntStream.range(0, random.nextInt(1, 6))
                        .mapToObj(line -> line(random))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
        return this == MIXED ? "Щит, baby\n" + verses : verses;
    }

    private String line(RandomGenerator random) {
        StringBuilder line = new StringBuilder(capital(one(words, " ", random)));
        for (int more = random.nextInt(1, 8); more > 0; more--) {
            line.append(one(between, "\\|", random)).append(one(words, " ", random));
        }
        return line.append(one(ends, "\\|", random)).toString();
    }

    private static String one(String all, String separator, RandomGenerator random) {
        return pick(List.of(all.split(separator, -1)), random);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static <T> T pick(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
