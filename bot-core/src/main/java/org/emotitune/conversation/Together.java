package org.emotitune.conversation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Profile;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Page;
import org.emotitune.recommend.Recommendation;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Request;
import org.emotitune.recommend.Wishes;

/**
 * Answers several people at once, each of whom has tapped a mood. It knows nobody of them: nobody's thumbs or past songs
 * are looked at, and nothing is remembered of anybody. So the same moods get the same songs again.
 */
final class Together {
    private final Recommender recommender;
    private final Buttons buttons;
    private final SongLines lines;

    Together(Recommender recommender, Buttons buttons, SongLines lines) {
        this.recommender = recommender;
        this.buttons = buttons;
        this.lines = lines;
    }

    Reply.Question question(Language language) {
        return new Reply.Question(
                language, null, Texts.in(language, "group.question"), buttons.moods(Wishes.NONE, Aim.MATCH, language));
    }

    /** @param actions one for each person, whatever they are: what is no mood of the question counts for nobody */
    Reply answer(List<String> actions, Language language) {
        List<MoodGroup> moods =
                actions.stream().map(buttons::mood).flatMap(Optional::stream).toList();
        if (moods.isEmpty()) {
            return new Reply.Acknowledgement(language, Texts.in(language, "group.nobody"), List.of());
        }
        List<Profile> feelings = moods.stream().map(Buttons::profile).toList();
        boolean mixed = moods.stream().distinct().count() > 1;
        return switch (recommender.together(feelings, Request.USUAL)) {
            case Page.Matches(var songs, var ignored) ->
                new Reply.Songs(
                        language,
                        opening(
                                moods,
                                "group.intro",
                                mixed ? List.of(Texts.in(language, "group.fits")) : List.of(),
                                language),
                        lines(songs, language),
                        List.of());
            case Page.NothingClose(var nearest) ->
                new Reply.NothingClose(
                        language,
                        opening(moods, nothingClose(mixed, nearest), List.of(), language),
                        lines(nearest, language),
                        List.of());
        };
    }

    private static String nothingClose(boolean mixed, List<Recommendation> nearest) {
        return nearest.isEmpty() ? "nothing.empty" : mixed ? "group.apart" : "nothing.close";
    }

    private static Opening opening(List<MoodGroup> moods, String intro, List<String> notes, Language language) {
        String counted = counted(moods, language);
        String heard = moods.size() == 1
                ? Texts.in(language, "group.heard.one", counted)
                : Texts.in(language, "group.heard.more", moods.size(), counted);
        return new Opening(null, List.of(heard), notes, Texts.in(language, intro));
    }

    /** Each mood once, with the number of people where there is more than one. */
    private static String counted(List<MoodGroup> moods, Language language) {
        Map<MoodGroup, Integer> counts = new EnumMap<>(MoodGroup.class);
        moods.forEach(mood -> counts.merge(mood, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each ->
                        Buttons.label(each.getKey(), language) + (each.getValue() == 1 ? "" : " × " + each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private List<SongLine> lines(List<Recommendation> songs, Language language) {
        return songs.stream()
                .map(song -> lines.line(song, null, Wishes.NONE, language))
                .toList();
    }
}
