package org.emotitune.conversation;

import java.util.List;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.conversation.Afterthoughts.Afterthought;
import org.emotitune.conversation.Tap.NotQuite;
import org.emotitune.conversation.Tap.Show;
import org.emotitune.conversation.Tap.Speak;
import org.emotitune.conversation.Tap.Vote;
import org.emotitune.emotion.Language;
import org.emotitune.person.Stance;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Request;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Answers taps. */
final class Taps {
    private final TapCodec codec;
    private final Recommender recommender;
    private final People people;
    private final SongPages pages;
    private final Buttons buttons;
    private final Afterthoughts afterthoughts;

    Taps(
            TapCodec codec,
            Recommender recommender,
            People people,
            SongPages pages,
            Buttons buttons,
            Afterthoughts afterthoughts) {
        this.codec = codec;
        this.recommender = recommender;
        this.people = people;
        this.pages = pages;
        this.buttons = buttons;
        this.afterthoughts = afterthoughts;
    }

    /** @param action whatever came in, which may be forged, cut off, or of an older version */
    Reply tapped(String action, Visitor visitor) {
        return switch (codec.decode(action)) {
            case Decoded.Tapped(var tap) -> tapped(tap, visitor);
            case Decoded.TooOld ignored -> tooOld(visitor.usualLanguage(), "apology.too-old");
            case Decoded.NotOurs ignored -> tooOld(visitor.usualLanguage(), "apology.no-button");
        };
    }

    private static Reply tooOld(Language language, String key) {
        return new Reply.Apology(language, Reply.Reason.TOO_OLD, Texts.in(language, key));
    }

    private Reply tapped(Tap tap, Visitor visitor) {
        Language language = visitor.usualLanguage();
        return switch (tap) {
            case Show show ->
                pages.show(
                        show,
                        new Turn(visitor, language, null, null, Order.POPULARITY, Request.USUAL_SONGS, List.of()));
            case NotQuite(var profile, var wishes) -> {
                afterthoughts.keep(visitor, new Afterthought(wishes, profile.themes()));
                yield new Reply.Question(
                        language,
                        null,
                        Texts.in(language, "question.notquite"),
                        buttons.corrections(profile, wishes, language));
            }
            case Vote vote ->
                recommender
                        .song(vote.song())
                        .map(song -> voted(vote, song, visitor))
                        .orElseGet(() -> SongPages.songIsGone(language));
            case Speak(var chosen) -> speak(chosen, visitor);
        };
    }

    private Reply voted(Vote vote, ProfiledSong song, Visitor visitor) {
        Stance stance = vote.stance();
        people.vote(visitor, vote.song(), stance);
        Language language = visitor.usualLanguage();
        SongFacts facts = song.song().facts();
        String key = stance == null ? "vote.none" : stance == Stance.UP ? "vote.up" : "vote.down";
        return new Reply.Acknowledgement(
                language,
                Texts.in(language, key, Texts.song(language, facts)),
                buttons.afterVote(vote.song(), stance, language));
    }

    /** @param chosen null for the language of each message */
    Reply speak(@Nullable Language chosen, Visitor visitor) {
        people.choose(visitor, chosen);
        Language language = chosen == null ? visitor.usualLanguage() : chosen;
        String key = chosen == null ? "language.automatic" : "language.chosen";
        return new Reply.Acknowledgement(language, Texts.in(language, key), List.of());
    }
}
