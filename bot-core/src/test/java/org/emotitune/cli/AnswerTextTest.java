package org.emotitune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.conversation.Answer;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTextTest {
    private final AnswerText text = new AnswerText(VocabularyFiles.load());

    @Test
    void aPageShowsWhatWasHeardAndEverySongWithItsReasons() {
        String shown = text.of(Answers.songs(Language.ENGLISH));

        assertThat(shown).isEqualTo("""
                I hear: sadness, love
                It is about: %s
                %s
                Songs that feel the same:
                 1. La Flaca — Jarabe de Palo (1996)
                    ████████░░ 78  https://open.spotify.com/track/6Vc5wAMmXdKIAM7WUoEb7N
                    in common: %s, love, sadness
                 2. No "Id" — Nobody
                    popularity unknown  https://open.spotify.com/search/No%%20%%22Id%%22%%20Nobody
                    close in mood: %s\
                """.formatted(
                        theme("break-up", Language.ENGLISH),
                        Texts.in(Language.ENGLISH, "songs.mode.embedded"),
                        theme("break-up", Language.ENGLISH),
                        emotion("calm", Language.ENGLISH)));
    }

    @Test
    void aPageInSpanishNamesEmotionsAndThemesInSpanish() {
        String shown = text.of(Answers.songs(Language.SPANISH));

        assertThat(shown)
                .contains("Siento en tus palabras: tristeza", "en común: " + theme("break-up", Language.SPANISH))
                .doesNotContain("sadness", "break-up", "in common");
    }

    @Test
    void aMessageWithoutThemesIsNotSaidToBeAboutAnything() {
        Answer answer = new Answer.NothingClose(
                new Reading(Language.ENGLISH, Reading.Mode.LLM, TestProfiles.feeling("joy")), List.of(Answers.KNOWN));

        String shown = text.of(answer);

        assertThat(shown)
                .contains(Texts.in(Language.ENGLISH, "nothing.close"), Texts.in(Language.ENGLISH, "songs.mode.llm"))
                .doesNotContain("It is about");
    }

    @ParameterizedTest
    @EnumSource
    void withAnEmptyCatalogItSaysSo(Language language) {
        String shown = text.of(new Answer.NothingClose(Answers.reading(language), List.of()));

        assertThat(shown).endsWith(Texts.in(language, "nothing.empty"));
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingWasHeardItAsks(Language language) {
        String shown = text.of(new Answer.Unclear(Answers.nothingHeard(language)));

        assertThat(shown).isEqualTo(Texts.in(language, "unclear"));
    }

    @ParameterizedTest
    @EnumSource
    void inACrisisItNamesHelpLinesAndNoSongs(Language language) {
        String shown = text.of(new Answer.Crisis(language));

        assertThat(shown)
                .contains("024", "988", "116 123", "findahelpline.com")
                .startsWith(Texts.in(language, "crisis.1"))
                .doesNotContain("spotify");
    }

    @ParameterizedTest
    @EnumSource
    void noLineEndsInSpace(Language language) {
        String shown = text.of(Answers.songs(language));

        assertThat(shown.lines()).hasSizeGreaterThan(5).noneMatch(line -> line.endsWith(" "));
    }

    private static String theme(String name, Language language) {
        return VocabularyFiles.load().theme(name).orElseThrow().name(language);
    }

    private static String emotion(String word, Language language) {
        return VocabularyFiles.load().emotion(word).orElseThrow().name(language);
    }
}
