package org.emotitune.discord;

import java.util.List;
import java.util.stream.IntStream;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Recommendation;
import org.emotitune.song.Song;
import org.emotitune.song.SongFacts;
import org.emotitune.song.SongId;

/** Replies as the conversation gives them. Actions tell what they are: "up1", "down1", "like1", "more". */
final class ReplySamples {
    static final long ANA = 1_234_567_890_123_456_789L;
    static final String TRACK = "1rqqCSm0Qe4I9rUvWncaom";

    private ReplySamples() {}

    static Recommendation recommended(SongFacts facts) {
        Profile profile = new Profile(List.of(new WeightedWord("joy", 1)), List.of());
        return new Recommendation(new Song(new SongId(1), facts), profile, 0.9, List.of("joy"), List.of());
    }

    static SongLine song(int number, SongFacts facts, Language language) {
        return new SongLine(
                recommended(facts),
                new Mood(0.8, 0.5),
                null,
                Texts.in(language, "songs.shared", language == Language.SPANISH ? "alegría" : "joy"),
                atSong(number, language));
    }

    static List<Button> atSong(int number, Language language) {
        return List.of(
                button(language, "button.up", "up" + number),
                button(language, "button.down", "down" + number),
                button(language, "button.like", "like" + number));
    }

    static List<SongLine> songs(int count, Language language) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n ->
                        song(n, new SongFacts(TRACK, "Title " + n, "Artist " + n, 2018, "en", 200_000, 78), language))
                .toList();
    }

    static Button button(Language language, String key, String action) {
        return new Button(Texts.in(language, key), action);
    }

    static List<Button> own(Language language) {
        return List.of(
                button(language, "button.more", "more"),
                button(language, "button.lift", "lift"),
                button(language, "button.calm", "calm"),
                button(language, "button.notquite", "notquite"));
    }

    static List<Button> plain(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Button("Button " + n, "action" + n))
                .toList();
    }

    static Opening opening(Language language) {
        return new Opening(
                null,
                List.of(Texts.in(language, "songs.heard", "joy"), Texts.in(language, "songs.about", "work")),
                List.of(Texts.in(language, "songs.mode.embedded")),
                Texts.in(language, "songs.intro"));
    }

    static Reply.Songs page(Language language, List<SongLine> songs, List<Button> own) {
        return new Reply.Songs(language, opening(language), songs, own);
    }

    static Reply.Songs page(Language language) {
        return page(language, songs(5, language), own(language));
    }

    static Reply.NothingClose nearest(Language language, int songs) {
        Opening opening = new Opening(null, List.of(), List.of(), Texts.in(language, "nothing.close"));
        return new Reply.NothingClose(language, opening, songs(songs, language), own(language));
    }

    static Reply.Question question(Language language) {
        return new Reply.Question(
                language,
                null,
                Texts.in(language, "question.start"),
                List.of("joy", "love", "peace", "strength", "longing", "sadness", "fear", "anger").stream()
                        .map(mood -> button(language, "mood." + mood, mood))
                        .toList());
    }

    static Reply.Crisis crisis(Language language) {
        return new Reply.Crisis(
                language,
                List.of(Texts.in(language, "crisis.heard"), Texts.in(language, "crisis.talk")),
                List.of("España: 112 · 024", "Chile: 131 · *4141", Texts.in(language, "crisis.elsewhere")),
                Texts.in(language, "crisis.later"));
    }

    static Reply.Information export(Language language) {
        return new Reply.Information(
                language,
                List.of(Texts.in(language, "export.all")),
                new Reply.TextFile("emotitune.json", "{\"artist\" : \"Mœnia & 🌙\"}"),
                List.of());
    }

    static Reply.Information help(Language language) {
        List<String> paragraphs =
                List.of("help.what", "help.wishes", "help.buttons", "help.commands", "help.care").stream()
                        .map(key -> Texts.in(language, key))
                        .toList();
        return new Reply.Information(language, paragraphs, null, List.of());
    }

    static Reply.Acknowledgement voted(Language language) {
        return new Reply.Acknowledgement(
                language,
                Texts.in(language, "vote.up", "«*NSYNC»"),
                List.of(button(language, "button.down", "down1b"), button(language, "button.unvote", "none1")));
    }

    static Reply.Apology apology(Language language) {
        return new Reply.Apology(language, Reply.Reason.BUSY, Texts.in(language, "apology.busy"));
    }

    /** Some of each kind. */
    static List<Reply> all(Language language) {
        return List.of(
                page(language),
                page(language, songs(1, language), List.of()),
                page(language, songs(10, language), plain(10)),
                page(language, songs(50, language), own(language)),
                nearest(language, 3),
                nearest(language, 0),
                question(language),
                crisis(language),
                export(language),
                help(language),
                voted(language),
                apology(language));
    }
}
