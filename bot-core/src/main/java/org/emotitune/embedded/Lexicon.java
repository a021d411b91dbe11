package org.emotitune.embedded;

import org.emotitune.emotion.Language;
import org.emotitune.text.PhraseIndex;
import org.jspecify.annotations.Nullable;

/**
 * The curated lexicon of both languages. Immutable, thread-safe.
 *
 * @param phrases every form and expression
 * @param chatSpelling short forms of chat
 */
public record Lexicon(PhraseIndex<Meaning> phrases, ChatSpelling chatSpelling) {

    /** A phrase's entry, and the language that the phrase is in, null for emoji. */
    record Meaning(@Nullable Language language, LexiconEntry entry) {}
}
