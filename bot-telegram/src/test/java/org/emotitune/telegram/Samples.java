package org.emotitune.telegram;

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
import org.jspecify.annotations.Nullable;

/** Replies as the conversation gives them. Actions tell what they are: "up1", "down1", "like1", "more". */
final class Samples {
    static final String TRACK = "1rqqCSm0Qe4I9rUvWncaom";
    static final String TRACK_LINK = "https://open.spotify.com/track/" + TRACK;

    private Samples() {}

    static SongFacts facts(@Nullable String spotifyId, String title, @Nullable String artist) {
        return new SongFacts(spotifyId, title, artist, 2018, "en", 200_000, 86);
    }

    static SongLine song(int number, SongFacts facts, Language language) {
        Profile profile = new Profile(List.of(new WeightedWord("joy", 1)), List.of());
        Recommendation song =
                new Recommendation(new Song(new SongId(number), facts), profile, 0.9, List.of("joy"), List.of());
        return new SongLine(
                song,
                new Mood(0.8, 0.5),
                null,
                Texts.in(language, "songs.shared", language == Language.SPANISH ? "alegría" : "joy"),
                List.of(
                        new Button(Texts.in(language, "button.up"), "up" + number),
                        new Button(Texts.in(language, "button.down"), "down" + number),
                        new Button(Texts.in(language, "button.like"), "like" + number)));
    }

    static List<SongLine> songs(int count, Language language) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> song(n, facts(TRACK, "Title " + n, "Artist " + n), language))
                .toList();
    }

    static Opening opening(Language language) {
        return new Opening(
                null,
                List.of(Texts.in(language, "songs.heard", "joy"), Texts.in(language, "songs.about", "work")),
                List.of(Texts.in(language, "songs.mode.embedded")),
                Texts.in(language, "songs.intro"));
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

    static Reply.Songs page(Language language, List<SongLine> songs) {
        return new Reply.Songs(language, opening(language), songs, own(language));
    }

    static Reply.Songs page(Language language) {
        return page(language, songs(5, language));
    }

    static Reply.NothingClose nearest(Language language, List<SongLine> songs) {
        Opening opening = new Opening(null, List.of(), List.of(), Texts.in(language, "nothing.close"));
        return new Reply.NothingClose(language, opening, songs, own(language));
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
                List.of("España: 112 · 024", Texts.in(language, "crisis.elsewhere")),
                Texts.in(language, "crisis.later"));
    }

    static Reply.Information export(Language language) {
        return new Reply.Information(
                language,
                List.of(Texts.in(language, "export.all")),
                new Reply.TextFile("emotitune.json", "{\"artist\" : \"Mœnia & 🌙\"}"),
                List.of());
    }

    static Reply.Acknowledgement done(Language language, String key, List<Button> buttons) {
        return new Reply.Acknowledgement(language, Texts.in(language, key, "«Title 1»"), buttons);
    }

    /** After a thumb for song 1. */
    static Reply.Acknowledgement votedUp(Language language) {
        return done(
                language,
                "vote.up",
                List.of(button(language, "button.down", "down1b"), button(language, "button.unvote", "none1")));
    }

    static Reply.Acknowledgement votedDown(Language language) {
        return done(
                language,
                "vote.down",
                List.of(button(language, "button.up", "up1b"), button(language, "button.unvote", "none1")));
    }

    static Reply.Acknowledgement tookBack(Language language) {
        return done(
                language,
                "vote.none",
                List.of(button(language, "button.up", "up1c"), button(language, "button.down", "down1c")));
    }

    static Reply.Apology apology(Language language) {
        return new Reply.Apology(language, Reply.Reason.BUSY, Texts.in(language, "apology.busy"));
    }

    /** One of each kind. */
    static List<Reply> all(Language language) {
        return List.of(
                page(language),
                nearest(language, songs(3, language)),
                nearest(language, List.of()),
                question(language),
                crisis(language),
                export(language),
                votedUp(language),
                apology(language));
    }
}
