package org.emotitune.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotitune.emotion.Language;
import org.emotitune.text.Phrase;
import org.emotitune.text.PhraseIndex;
import org.emotitune.text.PhraseIndex.Found;
import org.emotitune.text.Token;

/**
 * The phrases of wishes in both languages, as {@code wishes-es.txt} and {@code wishes-en.txt} hold them; the head of the
 * first tells how they are written. Immutable after loading, thread-safe.
 */
final class WishGrammar {

    /** What must be said around a phrase for it to be a wish. */
    enum Needs {
        NOTHING,
        /** That other words of its clause speak of music, or the clause before it, if it is divided by a comma. */
        MUSIC,
        /** That other words of its clause speak of music, or there are none. */
        MUSIC_OR_NOTHING,
        /** That other words of its clause speak of music, or it begins the clause. */
        MUSIC_OR_BEGINNING,
        /** That no other words are in the clause, and it is the first or the last, or a "please" follows. */
        NOTHING_ELSE
    }

    record Rule(WishMeaning meaning, Needs needs) {}

    private final WishWords words = new WishWords();
    private final List<PhraseIndex<Rule>> families;
    private final PhraseIndex<Role> roles;

    private WishGrammar() {
        List<WishFile> files = new ArrayList<>();
        for (Language language : Language.values()) {
            files.add(WishFile.read(language, words));
        }
        this.families = WishFile.FAMILIES.stream()
                .map(family -> files.stream()
                        .flatMap(file -> file.rules(family).stream())
                        .sorted((a, b) -> Boolean.compare(isHarmless(b), isHarmless(a)))
                        .toList())
                .map(PhraseIndex::new)
                .toList();
        this.roles = new PhraseIndex<>(
                files.stream().flatMap(file -> file.roles().stream()).toList());
    }

    private static boolean isHarmless(Map.Entry<Phrase, Rule> rule) {
        return rule.getValue().meaning() instanceof WishMeaning.Harmless;
    }

    /** @throws org.emotitune.emotion.BrokenResourceException if a file has been damaged; its message names the line */
    static WishGrammar load() {
        return new WishGrammar();
    }

    WishWords words() {
        return words;
    }

    /** @return phrases of one clause, family by family: phrases of different families may share words */
    List<Found<Rule>> rules(List<Token> clause) {
        List<Found<Rule>> found = new ArrayList<>();
        families.forEach(family -> found.addAll(family.find(clause)));
        return found;
    }

    List<Found<Role>> roles(List<Token> clause) {
        return roles.find(clause);
    }
}
