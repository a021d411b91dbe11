package org.emotitune.recommend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.embedded.BgeWordEmbeddings;
import org.emotitune.embedded.LexiconExtractor;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Resources;
import org.emotitune.emotion.Resources.Line;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.MoodPath.Step;

/** Paths through the starter catalog from what people write, as the lexicon reads it; loaded once for all tests. */
final class StarterPaths {
    static final Vocabulary VOCABULARY = VocabularyFiles.load();
    static final PathFinder FINDER = new PathFinder(VOCABULARY);

    private static final EmotionExtractor EXTRACTOR =
            new LexiconExtractor(VOCABULARY, new LexiconFiles(VOCABULARY).load());
    private static final PathFinder.Search SEARCH = new ExactSearch(
            new MoodSpace(VOCABULARY, new BgeWordEmbeddings(), MoodSpace.Settings.DEFAULT),
            StarterCatalog.load(VOCABULARY));

    /** What somebody feels who is offered a path, and the path if there is one. */
    record Way(Profile feeling, Optional<MoodPath> path) {}

    private StarterPaths() {}

    /** From the sixty messages of {@code feelings.tsv} and 180 that somebody wrote without knowing the lexicon. */
    static List<Way> ways(Aim aim) {
        Stream<String> feelings = Resources.lines(StarterCatalog.class, "feelings.tsv").stream()
                .map(Line::text)
                .flatMap(line -> Stream.of(line.split("\t", -1)).skip(1).limit(2));
        Stream<String> blind = Stream.of("blind2-es.tsv", "blind2-en.tsv")
                .flatMap(file -> Resources.lines(LexiconExtractor.class, file).stream())
                .map(line -> line.text().split("\t", -1)[0]);
        return Stream.concat(feelings, blind)
                .map(message -> EXTRACTOR.read(message, Language.ENGLISH).profile())
                .flatMap(Optional::stream)
                .filter(feeling -> FINDER.leadsSomewhere(feeling, aim))
                .map(feeling -> new Way(feeling, FINDER.find(feeling, aim, SEARCH)))
                .toList();
    }

    static Profile feeling(String message) {
        return EXTRACTOR.read(message, Language.ENGLISH).profile().orElseThrow();
    }

    static List<Step> path(String message, Aim aim) {
        return FINDER.find(feeling(message), aim, SEARCH).orElseThrow().steps();
    }

    /** Themes, strongest first. */
    static List<String> themes(Profile profile) {
        return profile.themes().stream().map(WeightedWord::word).toList();
    }

    /** Groups of the emotions, strongest first. */
    static List<MoodGroup> groups(Profile profile) {
        return profile.emotions().stream()
                .map(each -> VOCABULARY.emotion(each.word()).orElseThrow().group())
                .toList();
    }
}
