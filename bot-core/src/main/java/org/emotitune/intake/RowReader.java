package org.emotitune.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.ControlledVocabulary.Controlled;
import org.emotitune.emotion.ControlledVocabulary.Stray;
import org.emotitune.emotion.VocabularyMatcher.Match;
import org.emotitune.intake.IntakeStore.Row;
import org.jspecify.annotations.Nullable;

/** Makes what a source offers ready to be kept: lyrics are cleaned, emotions and themes become words of the vocabulary. */
final class RowReader {

    /** A song that can be kept or not, with what is to be said about it. */
    sealed interface Read {
        record Ready(Row row, List<String> notes) implements Read {}

        record Refused(String reason) implements Read {}
    }

    private final ControlledVocabulary vocabulary;
    private final UnaryOperator<String> cleaner;
    private final UnaryOperator<String> hash;
    private final BiConsumer<String, String> mapped;

    /** @param mapped told of every word that was taken as another one, and of that one */
    RowReader(
            ControlledVocabulary vocabulary,
            UnaryOperator<String> cleaner,
            UnaryOperator<String> hash,
            BiConsumer<String, String> mapped) {
        this.vocabulary = vocabulary;
        this.cleaner = cleaner;
        this.hash = hash;
        this.mapped = mapped;
    }

    Read read(OfferedSong offered) {
        OfferCheck check = new OfferCheck(offered);
        Optional<String> problem = check.problem();
        if (problem.isPresent()) {
            return new Read.Refused(problem.get());
        }
        OfferedSong song = check.trimmed();
        List<String> notes = new ArrayList<>(check.notes());
        Terms terms = song.terms();
        Controlled controlled = terms == null ? null : vocabulary.controlled(terms.emotions(), terms.themes());
        if (controlled != null) {
            tell(controlled, notes);
        }
        String lyrics = lyrics(song.lyrics());
        Row row = new Row(
                song,
                lyrics,
                lyrics == null ? null : hash.apply(lyrics),
                controlled == null ? null : controlled.profile().orElse(null),
                terms == null || controlled == null ? null : foreign(terms, controlled));
        return new Read.Ready(row, notes);
    }

    private @Nullable String lyrics(@Nullable String raw) {
        String clean = raw == null ? "" : keepable(cleaner.apply(raw));
        return clean.isBlank() ? null : clean;
    }

    private static @Nullable List<String> foreign(Terms terms, Controlled controlled) {
        return controlled.emotionStrays().isEmpty()
                ? null
                : terms.emotions().keySet().stream().map(RowReader::keepable).toList();
    }

    /** The database keeps no character 0. */
    private static String keepable(String text) {
        return text.replace('\0', ' ');
    }

    private void tell(Controlled controlled, List<String> notes) {
        List<String> left = tell(controlled.emotionStrays());
        if (controlled.profile().isEmpty()) {
            notes.add("none of its words is an emotion word (%s); the song is taken without a profile"
                    .formatted(String.join(", ", left)));
        } else {
            left.forEach(word -> notes.add(word + " is no emotion word and was left out"));
        }
        tell(controlled.themeStrays()).forEach(name -> notes.add(name + " is no theme and was left out"));
    }

    /** @return those that were left out, in quotes */
    private List<String> tell(List<Stray> strays) {
        List<String> left = new ArrayList<>();
        for (Stray stray : strays) {
            String term = OfferCheck.shortened(stray.term());
            stray.match()
                    .map(Match::word)
                    .ifPresentOrElse(word -> mapped.accept(term, word), () -> left.add("'%s'".formatted(term)));
        }
        return left;
    }
}
