package org.emotitune.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.conversation.Answer;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Recommendation;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Answers as plain text for a terminal. */
final class AnswerText {
    private static final int BAR_CELLS = 10;
    private static final int WORDS_SHOWN = 4;

    private final Vocabulary vocabulary;

    AnswerText(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @return lines joined by newlines, without one at the end */
    String of(Answer answer) {
        Language language = answer.language();
        return switch (answer) {
            case Answer.Songs(var reading, var songs) ->
                heard(reading) + "\n" + Texts.in(language, "songs.intro") + "\n" + songs(songs, reading);
            case Answer.NothingClose(var reading, var nearest)
            when nearest.isEmpty() -> heard(reading) + "\n" + Texts.in(language, "nothing.empty");
            case Answer.NothingClose(var reading, var nearest) ->
                heard(reading) + "\n" + Texts.in(language, "nothing.close") + "\n" + songs(nearest, reading);
            case Answer.Unclear(var reading) -> Texts.in(language, "unclear");
            case Answer.Crisis(var ignored) -> crisis(language);
        };
    }

    private String heard(Reading reading) {
        Language language = reading.language();
        Profile profile = reading.profile().orElseThrow();
        String heard = Texts.in(language, "songs.heard", names(profile.emotions(), language));
        String about = profile.themes().isEmpty()
                ? ""
                : "\n" + Texts.in(language, "songs.about", names(profile.themes(), language));
        String mode = Texts.in(language, "songs.mode." + reading.mode().name().toLowerCase(Locale.ROOT));
        return heard + about + "\n" + mode;
    }

    private String names(List<WeightedWord> words, Language language) {
        return words.stream().map(word -> name(word.word(), language)).collect(Collectors.joining(", "));
    }

    private String name(String key, Language language) {
        return vocabulary
                .emotion(key)
                .map((Emotion emotion) -> emotion.name(language))
                .or(() -> vocabulary.theme(key).map((Theme theme) -> theme.name(language)))
                .orElse(key);
    }

    private String songs(List<Recommendation> songs, Reading reading) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (Recommendation song : songs) {
            text.append(song(number++, song, reading.language()));
        }
        return text.toString().stripTrailing();
    }

    private String song(int number, Recommendation recommendation, Language language) {
        SongFacts song = recommendation.song().facts();
        String year = song.year() == null ? "" : " (" + song.year() + ")";
        return """
                %2d. %s — %s%s
                    %s  %s
                    %s
                """.formatted(
                        number,
                        song.title(),
                        song.artist(),
                        year,
                        popularity(song.popularity(), language),
                        song.link(),
                        why(recommendation, language));
    }

    private static String popularity(@Nullable Integer popularity, Language language) {
        if (popularity == null) {
            return Texts.in(language, "songs.popularity.unknown");
        }
        int full = Math.round(popularity * BAR_CELLS / 100f);
        return "█".repeat(full) + "░".repeat(BAR_CELLS - full) + " " + popularity;
    }

    private String why(Recommendation song, Language language) {
        List<String> shared = Stream.concat(song.sharedThemes().stream(), song.sharedEmotions().stream())
                .map(word -> name(word, language))
                .limit(WORDS_SHOWN)
                .toList();
        if (!shared.isEmpty()) {
            return Texts.in(language, "songs.shared", String.join(", ", shared));
        }
        List<WeightedWord> own = song.profile().emotions();
        return Texts.in(language, "songs.near", names(own.subList(0, Math.min(3, own.size())), language));
    }

    private static String crisis(Language language) {
        return Stream.of("1", "2", "es", "us", "uk", "other", "3")
                .map(part -> Texts.in(language, "crisis." + part))
                .collect(Collectors.joining("\n"));
    }
}
