package org.emotitune.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.text.Phrase;
import org.emotitune.text.PhraseIndex;
import org.emotitune.text.Tokenizer;

/**
 * Hears whether somebody may be in danger: thoughts of suicide, self-harm, violence against them. It is asked before
 * anything else is done with a message, and it is deterministic: phrases of both languages, in {@code crisis-es.txt}
 * and {@code crisis-en.txt}, whose heads tell what was decided and why. It misses wordings that nobody thought of: it
 * is a net, not a diagnosis. Thread-safe.
 */
public final class SafetyGate {
    private record Verdict(boolean danger, Language language) {}

    private final PhraseIndex<Verdict> phrases;
    private final Tokenizer tokenizer;

    private SafetyGate(PhraseIndex<Verdict> phrases, Tokenizer tokenizer) {
        this.phrases = phrases;
        this.tokenizer = tokenizer;
    }

    /**
     * Reads the phrases that come with the program.
     *
     * @param tokenizer one that knows chat spelling, of either language
     * @throws BrokenResourceException if a file has been damaged; its message names the line
     */
    public static SafetyGate load(Tokenizer tokenizer) {
        List<Map.Entry<Phrase, Verdict>> harmless = new ArrayList<>();
        List<Map.Entry<Phrase, Verdict>> crisis = new ArrayList<>();
        for (Language language : Language.values()) {
            read(language, harmless, crisis);
        }
        List<Map.Entry<Phrase, Verdict>> harmlessFirst =
                Stream.concat(harmless.stream(), crisis.stream()).toList();
        return new SafetyGate(new PhraseIndex<>(harmlessFirst), tokenizer);
    }

    private static void read(
            Language language, List<Map.Entry<Phrase, Verdict>> harmless, List<Map.Entry<Phrase, Verdict>> crisis) {
        String file = "crisis-%s.txt".formatted(language.code());
        Map<String, List<String>> classes = new HashMap<>();
        Resources.eachLine(file, Resources.reader(SafetyGate.class, file), text -> {
            if (text.startsWith("@")) {
                String[] parts = text.substring(1).split("\\s*=\\s*", 2);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("'@name = word word' is expected");
                }
                classes.put(parts[0], Arrays.asList(parts[1].split("\\s+")));
            } else if (text.startsWith("!")) {
                harmless.add(Map.entry(Phrase.parse(text.substring(1), classes), new Verdict(false, language)));
            } else {
                crisis.add(Map.entry(Phrase.parse(text, classes), new Verdict(true, language)));
            }
        });
        if (crisis.isEmpty()) {
            throw new BrokenResourceException(file + " holds no phrases");
        }
    }

    /**
     * Whether the message speaks of danger to somebody's life; then no song is an answer.
     *
     * @return the language of the words that say so; empty where nothing does
     */
    public Optional<Language> danger(String message) {
        return phrases.find(tokenizer.tokens(message)).stream()
                .map(PhraseIndex.Found::meaning)
                .filter(Verdict::danger)
                .map(Verdict::language)
                .findFirst();
    }
}
