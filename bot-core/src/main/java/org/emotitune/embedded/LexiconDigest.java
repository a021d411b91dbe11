package org.emotitune.embedded;

import java.util.ArrayList;
import java.util.List;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.emotion.Vocabulary;

/** Tells one state of the lexicon from another. */
final class LexiconDigest {
    private LexiconDigest() {}

    /** @return digest of all files that a lyric is read with, and of the vocabulary; comments make no difference */
    static String of(Vocabulary vocabulary) {
        List<String> files = new ArrayList<>(List.of("emoji.txt", "sung-languages.txt"));
        for (Language language : Language.values()) {
            for (String kind : List.of("expressions", "forms", "chat", "modifiers", "lyrics")) {
                files.add("%s-%s.txt".formatted(kind, language.code()));
            }
        }
        StringBuilder all = new StringBuilder().append(vocabulary.emotions()).append(vocabulary.themes());
        for (String file : files) {
            all.append('\n').append(file);
            Resources.lines(LexiconDigest.class, file)
                    .forEach(line -> all.append('\n').append(line.text()));
        }
        return Digests.sha256(all.toString());
    }
}
