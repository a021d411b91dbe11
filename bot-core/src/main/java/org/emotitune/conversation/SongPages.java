package org.emotitune.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.conversation.Tap.Feeling;
import org.emotitune.conversation.Tap.LikeSong;
import org.emotitune.conversation.Tap.Show;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.MoodPath;
import org.emotitune.recommend.Page;
import org.emotitune.recommend.PathFinder;
import org.emotitune.recommend.Recommendation;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Request;
import org.emotitune.recommend.Taste;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** Answers whatever asks for songs. */
final class SongPages {
    private final Recommender recommender;
    private final People people;
    private final Buttons buttons;
    private final Names names;
    private final SongLines lines;

    SongPages(Recommender recommender, People people, Buttons buttons, SongLines lines, Vocabulary vocabulary) {
        this.recommender = recommender;
        this.people = people;
        this.buttons = buttons;
        this.lines = lines;
        this.names = new Names(vocabulary);
    }

    /** What songs are asked for, with what is known when the work begins. */
    private record Asked(Show show, Profile feeling, Turn turn, Instant firstPage, List<String> heard) {
        Language language() {
            return turn.language();
        }
    }

    Reply show(Show show, Turn turn) {
        Instant since = show.since();
        Instant firstPage = since == null ? people.now().truncatedTo(ChronoUnit.SECONDS) : since;
        return switch (show.start()) {
            case Feeling(var profile) ->
                answer(new Asked(show, profile, turn, firstPage, heard(profile, turn.language())));
            case LikeSong(var id) ->
                recommender
                        .song(id)
                        .map(song -> answer(new Asked(show, song.profile(), turn, firstPage, like(song, turn))))
                        .orElseGet(() -> songIsGone(turn.language()));
        };
    }

    static Reply songIsGone(Language language) {
        return new Reply.Apology(language, Reply.Reason.TOO_OLD, Texts.in(language, "apology.song-gone"));
    }

    private List<String> heard(Profile profile, Language language) {
        List<String> heard = new ArrayList<>();
        heard.add(Texts.in(language, "songs.heard", names.of(profile.emotions(), language)));
        if (!profile.themes().isEmpty()) {
            heard.add(Texts.in(language, "songs.about", names.of(profile.themes(), language)));
        }
        return heard;
    }

    private static List<String> like(ProfiledSong song, Turn turn) {
        String named = Texts.song(turn.language(), song.song().facts());
        return List.of(Texts.in(turn.language(), "songs.like", named));
    }

    private Reply answer(Asked asked) {
        Show show = asked.show();
        Taste taste = withoutItself(people.taste(asked.turn().visitor(), show.since()), show);
        Integer count = show.wishes().count();
        int limit = count == null ? asked.turn().limit() : count;
        Request request = new Request(limit, asked.turn().order(), show.wishes(), taste);
        return show.aim() == Aim.MATCH
                ? matches(asked, recommender.recommend(asked.feeling(), request))
                : recommender
                        .path(asked.feeling(), show.aim(), request)
                        .map(path -> path(asked, path))
                        .orElseGet(() -> noWay(asked));
    }

    private static Taste withoutItself(Taste taste, Show show) {
        return show.start() instanceof LikeSong(var itself) ? taste.alsoNever(itself) : taste;
    }

    private Reply matches(Asked asked, Page page) {
        Language language = asked.language();
        return switch (page) {
            case Page.Matches(var songs, var again) -> {
                give(asked, songs);
                List<String> more = again ? List.of(Texts.in(language, "songs.again")) : List.of();
                yield new Reply.Songs(
                        language,
                        opening(asked, "songs.intro", more),
                        lines(asked, songs),
                        buttons.belowMatches(asked.show(), asked.feeling(), asked.firstPage(), language));
            }
            case Page.NothingClose ignored
            when asked.show().since() != null ->
                new Reply.Acknowledgement(
                        language,
                        Texts.in(language, "songs.all"),
                        buttons.withoutMore(asked.show(), asked.feeling(), language));
            case Page.NothingClose(var nearest) -> nothingClose(asked, nearest);
        };
    }

    private Reply nothingClose(Asked asked, List<Recommendation> nearest) {
        give(asked, nearest);
        boolean wished = !asked.show().wishes().equals(Wishes.NONE);
        String intro = !nearest.isEmpty() ? "nothing.close" : wished ? "nothing.wished" : "nothing.empty";
        return new Reply.NothingClose(
                asked.language(),
                opening(asked, intro, List.of()),
                lines(asked, nearest),
                buttons.withoutMore(asked.show(), asked.feeling(), asked.language()));
    }

    private Reply path(Asked asked, MoodPath path) {
        List<Recommendation> songs =
                path.steps().stream().map(MoodPath.Step::song).toList();
        give(asked, songs);
        Language language = asked.language();
        String intro = asked.show().aim() == Aim.LIFT ? "path.lift" : "path.calm";
        List<SongLine> lines = new ArrayList<>();
        for (MoodPath.Step step : path.steps()) {
            lines.add(line(asked, step.song(), step(step, lines.size() + 1, path, language)));
        }
        return new Reply.Songs(
                language,
                opening(asked, intro, notes(path, language)),
                lines,
                buttons.withoutMore(asked.show(), asked.feeling(), language));
    }

    private static List<String> notes(MoodPath path, Language language) {
        String choice = Texts.in(language, "path.choice", Math.round(100 * PathFinder.LONGEST_STEP));
        return path.again() ? List.of(choice, Texts.in(language, "songs.again")) : List.of(choice);
    }

    private static String step(MoodPath.Step step, int number, MoodPath path, Language language) {
        return Texts.in(
                language,
                "path.step",
                number,
                path.steps().size(),
                signed(step.mood().valence()),
                signed(step.mood().arousal()));
    }

    /** Valence and arousal as people read them, in hundredths: a sign, and no decimal point to be different anywhere. */
    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+d", Math.round(100 * value));
    }

    private Reply noWay(Asked asked) {
        Language language = asked.language();
        return new Reply.Acknowledgement(
                language,
                Texts.in(language, "path.none"),
                buttons.withoutMore(asked.show(), asked.feeling(), language));
    }

    private void give(Asked asked, List<Recommendation> songs) {
        List<SongId> ids = songs.stream().map(song -> song.song().id()).toList();
        people.gave(asked.turn().visitor(), ids, asked.turn().spoken());
    }

    private Opening opening(Asked asked, String intro, List<String> more) {
        Language language = asked.language();
        Stream<String> mode = Optional.ofNullable(asked.turn().reading()).stream()
                .map(reading ->
                        Texts.in(language, "songs.mode." + reading.mode().name().toLowerCase(Locale.ROOT)));
        Stream<String> wishes = wishes(asked).stream();
        List<String> notes = Stream.of(mode, wishes, asked.turn().notes().stream(), more.stream())
                .flatMap(each -> each)
                .toList();
        return new Opening(asked.turn().reading(), asked.heard(), notes, Texts.in(language, intro));
    }

    private static Optional<String> wishes(Asked asked) {
        Wishes wishes = asked.show().wishes();
        // A way has as many songs as it needs.
        Wishes heeded = asked.show().aim() == Aim.MATCH ? wishes : wishes.withoutCount();
        return WishTexts.line(heeded, asked.language());
    }

    private List<SongLine> lines(Asked asked, List<Recommendation> songs) {
        return songs.stream().map(song -> line(asked, song, null)).toList();
    }

    private SongLine line(Asked asked, Recommendation song, @Nullable String step) {
        return lines.line(song, step, asked.show().wishes(), asked.language());
    }
}
