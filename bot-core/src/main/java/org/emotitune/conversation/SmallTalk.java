package org.emotitune.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.text.Phrase;
import org.emotitune.text.PhraseIndex;
import org.emotitune.text.PhraseIndex.Found;
import org.emotitune.text.Token;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Knows messages that say no feeling and are no nonsense either: greetings, thanks, farewells, "who are you". Only
 * where all of the message is that: "hi, I am sad" is a feeling. Thread-safe.
 */
final class SmallTalk {
    /** What a message of small talk wants. */
    enum Kind {
        GREETING,
        THANKS,
        FAREWELL,
        HELP
    }

    /** @param language of the words, as well as it can be told */
    record Said(Kind kind, Language language) {}

    /** @param kind null for what goes with small talk of any kind, and is none by itself */
    private record Meaning(@Nullable Kind kind) {}

    private static final String FILLER = "filler";

    /** How an emoji looks, not what it says: variation selectors and colours of skin. */
    private static final Pattern LOOKS = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}\\uFE0E\\uFE0F]");

    private final Map<Language, PhraseIndex<Meaning>> byLanguage = new EnumMap<>(Language.class);
    private final PhraseIndex<Meaning> phrases;
    private final Tokenizer tokenizer = new Tokenizer(Map.of());

    private SmallTalk(Map<Language, List<Map.Entry<Phrase, Meaning>>> read) {
        read.forEach((language, own) -> byLanguage.put(language, new PhraseIndex<>(own)));
        this.phrases =
                new PhraseIndex<>(read.values().stream().flatMap(List::stream).toList());
    }

    /** @throws org.emotitune.emotion.BrokenResourceException if a file has been damaged; its message names the line */
    static SmallTalk load() {
        Map<Language, List<Map.Entry<Phrase, Meaning>>> read = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String file = "smalltalk-%s.txt".formatted(language.code());
            List<Map.Entry<Phrase, Meaning>> own = new ArrayList<>();
            Resources.eachLine(file, Resources.reader(SmallTalk.class, file), line -> own.add(phrase(line)));
            read.put(language, own);
        }
        return new SmallTalk(read);
    }

    private static Map.Entry<Phrase, Meaning> phrase(String line) {
        String[] parts = line.split("\\s*:\\s*", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'kind: phrase' is expected");
        }
        Kind kind = parts[0].equals(FILLER) ? null : Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        return Map.entry(Phrase.parse(parts[1], Map.of()), new Meaning(kind));
    }

    /**
     * @param otherwise the language of words that are of either, such as "ok"
     * @return what the message wants most; empty where it is not all small talk
     */
    Optional<Said> of(String message, Language otherwise) {
        if (message.length() > EmotionExtractor.LONGEST_READ) {
            return Optional.empty();
        }
        List<Token> tokens = tokenizer.tokens(LOOKS.matcher(message).replaceAll(""));
        List<Found<Meaning>> found = phrases.find(tokens);
        if (covered(found) < tokens.size()) {
            return Optional.empty();
        }
        // "hi, who are you?" wants help, "thanks, bye" is a farewell: the later kind says more.
        return found.stream()
                .map(each -> each.meaning().kind())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(kind -> new Said(kind, language(tokens, otherwise)));
    }

    /** The language that knows more of the words. */
    private Language language(List<Token> tokens, Language otherwise) {
        Language best = otherwise;
        int most = -1;
        for (Map.Entry<Language, PhraseIndex<Meaning>> own : byLanguage.entrySet()) {
            int known = covered(own.getValue().find(tokens));
            if (known > most || (known == most && own.getKey() == otherwise)) {
                best = own.getKey();
                most = known;
            }
        }
        return best;
    }

    private static int covered(List<Found<Meaning>> found) {
        return found.stream().mapToInt(each -> each.positions().size()).sum();
    }
}
