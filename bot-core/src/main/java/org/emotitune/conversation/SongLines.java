package org.emotitune.conversation;

import java.util.List;
import java.util.stream.Stream;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Recommendation;
import org.emotitune.recommend.Wishes;
import org.jspecify.annotations.Nullable;

/** Songs as they stand on a page. */
final class SongLines {
    private static final int WORDS_SHOWN = 4;

    private final Buttons buttons;
    private final Vocabulary vocabulary;
    private final Names names;

    SongLines(Buttons buttons, Vocabulary vocabulary) {
        this.buttons = buttons;
        this.vocabulary = vocabulary;
        this.names = new Names(vocabulary);
    }

    /**
     * @param step where it stands on the way to another mood, in words; null on other pages
     * @param wishes heeded by the songs like this one, which a button leads to
     */
    SongLine line(Recommendation song, @Nullable String step, Wishes wishes, Language language) {
        return new SongLine(
                song,
                Mood.of(song.profile(), vocabulary),
                step,
                why(song, language),
                buttons.atSong(song.song().id(), wishes, language));
    }

    private String why(Recommendation song, Language language) {
        List<String> shared = Stream.concat(song.sharedThemes().stream(), song.sharedEmotions().stream())
                .map(word -> names.of(word, language))
                .distinct()
                .limit(WORDS_SHOWN)
                .toList();
        if (!shared.isEmpty()) {
            return Texts.in(language, "songs.shared", String.join(", ", shared));
        }
        List<WeightedWord> own = song.profile().emotions();
        return Texts.in(language, "songs.near", names.of(own.subList(0, Math.min(3, own.size())), language));
    }
}
