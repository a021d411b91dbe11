package org.emotitune.embedded;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.emotion.Language;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Short forms of chat and the words that they stand for. What is short in one language can be a common word of the
 * other ("i" is Spanish chat for "y"), so a message is spelled out by the language that it leans to; people who mix
 * languages still get what cannot be mistaken. Immutable, thread-safe.
 */
public final class ChatSpelling {
    private final Map<Language, Tokenizer> leaning = new EnumMap<>(Language.class);
    private final Tokenizer undecided;

    /** @param spelling for each language its short forms in normal form, and their words */
    ChatSpelling(Map<Language, Map<String, List<String>>> spelling) {
        Set<String> commonWords = new HashSet<>();
        for (Language language : Language.values()) {
            commonWords.addAll(LanguageGuesser.functionWords(language));
        }
        Map<String, List<String>> safe = new HashMap<>();
        spelling.values().forEach(each -> each.forEach(safe::putIfAbsent));
        commonWords.forEach(safe::remove);
        this.undecided = new Tokenizer(safe);
        spelling.forEach((language, own) -> {
            Map<String, List<String>> all = new HashMap<>(safe);
            all.putAll(own);
            leaning.put(language, new Tokenizer(all));
        });
    }

    /** @param language the language that the message leans to, null where nothing tells */
    public Tokenizer tokenizer(@Nullable Language language) {
        return language == null ? undecided : leaning.getOrDefault(language, undecided);
    }
}
