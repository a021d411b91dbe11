package org.emotitune.embedded;

import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.VocabularyMatcher;
import org.emotitune.emotion.WordEmbeddings;

/** Makes the {@link VocabularyMatcher} of the forms that the lexicon is sure of. */
public final class EmotionWords {
    private EmotionWords() {}

    /**
     * @param kept embeddings of the vocabulary, which may be stored
     * @param fleeting embeddings of the same model for what people write, which must not be stored
     * @throws org.emotitune.emotion.BrokenResourceException if a file of the lexicon has been damaged
     */
    public static VocabularyMatcher matcher(Vocabulary vocabulary, WordEmbeddings kept, WordEmbeddings fleeting) {
        return new VocabularyMatcher(
                vocabulary, new LexiconFiles(vocabulary).sureForms(), kept, fleeting, VocabularyFiles.ordinaryWords());
    }
}
