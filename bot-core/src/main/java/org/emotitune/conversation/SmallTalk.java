package org.emotitune.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.text.Phrase;
import org.emotitune.text.PhraseIndex;
import org.emotitune.text.PhraseIndex.Found;
import org.emotitune.text.Token;
import org.emotitune.text.Tokenizer;

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

    /** @param language of the words */
    record Said(Kind kind, Language language) {}

    private final PhraseIndex<Said> phrases;
    private final Tokenizer tokenizer = new Tokenizer(Map.of());

    private SmallTalk(PhraseIndex<Said> phrases) {
        this.phrases = phrases;
    }

    /** @throws org.emotitune.emotion.BrokenResourceException if a file has been damaged; its message names the line */
    static SmallTalk load() {
        List<Map.Entry<Phrase, Said>> phrases = new ArrayList<>();
        for (Language language : Language.values()) {
            String file = "smalltalk-%s.txt".formatted(language.code());
            Resources.eachLine(file, Resources.reader(SmallTalk.class, file), text -> {
                String[] parts = text.split("\\s*:\\s*", 2);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("'kind: phrase' is expected");
                }
                Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
                phrases.add(Map.entry(Phrase.parse(parts[1], Map.of()), new Said(kind, language)));
            });
        }
        return new SmallTalk(new PhraseIndex<>(phrases));
    }

    /** @return what the message wants most; empty where it is not all small talk */
    Optional<Said> of(String message) {
        if (message.length() > EmotionExtractor.LONGEST_READ) {
            return Optional.empty();
        }
        List<Token> tokens = tokenizer.tokens(message);
        List<Found<Said>> found = phrases.find(tokens);
        int covered = found.stream().mapToInt(each -> each.positions().size()).sum();
        if (tokens.isEmpty() || covered < tokens.size()) {
            return Optional.empty();
        }
        Map<Kind, Said> byKind = new EnumMap<>(Kind.class);
        found.forEach(each -> byKind.putIfAbsent(each.meaning().kind(), each.meaning()));
        // "hi, who are you?" wants help, "thanks, bye" is a farewell: the later kind says more.
        return byKind.values().stream().reduce((one, other) -> other);
    }
}
