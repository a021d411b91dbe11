package org.emotitune.reindex;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.emotitune.lookup.Lyrics;
import org.emotitune.lookup.LyricsSource;
import org.emotitune.lookup.PopularitySource;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.reindex.ReindexStore.Wanted;
import org.emotitune.reindex.ReindexStore.Work;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** Looks up what the catalog does not know: one song after another, since the services want to be asked slowly. */
public final class LookupStages {
    private static final int PAGE = 200;

    private final ReindexStore store;
    private final List<LyricsSource> lyrics;
    private final List<PopularitySource> popularities;
    private final Function<String, String> cleaner;
    private final Function<String, String> hash;

    /**
     * @param lyrics asked in this order until one has them
     * @param popularities asked in this order until one knows
     * @param cleaner takes the noise out of lyrics
     * @param hash names cleaned lyrics: SHA-256, hexadecimal
     */
    public LookupStages(
            ReindexStore store,
            List<LyricsSource> lyrics,
            List<PopularitySource> popularities,
            Function<String, String> cleaner,
            Function<String, String> hash) {
        this.store = store;
        this.lyrics = List.copyOf(lyrics);
        this.popularities = List.copyOf(popularities);
        this.cleaner = cleaner;
        this.hash = hash;
    }

    /** How many songs' lyrics a job would look for. */
    long lyricsWanted(Work work) {
        return lyrics.isEmpty() ? 0 : store.lyricsWanted(work);
    }

    /** How many songs' popularities a job would look for. */
    long popularitiesWanted(Work work) {
        return popularities.isEmpty() ? 0 : store.popularitiesWanted(work);
    }

    private interface Next {
        List<Wanted> after(@Nullable SongId song);
    }

    private interface Look {
        void up(Wanted song);
    }

    /** A song whose lyrics are not to be had waits for another time: nothing of this is a failure. */
    void lyrics(Work work, JobControl control) {
        if (lyrics.isEmpty()) {
            return;
        }
        Outages outages = new Outages();
        control.begin(Stage.LYRICS, 0, store.lyricsWanted(work));
        each(after -> store.lyricsWanted(work, after, PAGE), control, song -> {
            lyrics(song, outages, control);
        });
    }

    private void lyrics(Wanted wanted, Outages outages, JobControl control) {
        @Nullable ServiceUnavailableException unavailable = null;
        for (LyricsSource source : lyrics) {
            try {
                switch (outages.ask(source.name(), () -> source.find(wanted.recording()))) {
                    case Lyrics.Found(var text) -> {
                        if (keep(wanted, source, text)) {
                            return;
                        }
                    }
                    case Lyrics.Instrumental() -> {
                        store.isInstrumental(wanted.song(), source.name());
                        return;
                    }
                    case Lyrics.Missing() -> {}
                }
            } catch (ServiceUnavailableException e) {
                unavailable = e;
            }
        }
        if (unavailable != null) {
            control.trouble(new Trouble(wanted.song(), Stage.LYRICS, false, reason(unavailable)));
            return;
        }
        store.hasNoLyrics(wanted.song());
        control.trouble(new Trouble(wanted.song(), Stage.LYRICS, false, "nobody has its lyrics"));
    }

    /** @return false where nothing but noise was found */
    private boolean keep(Wanted wanted, LyricsSource source, String text) {
        String cleaned = cleaner.apply(text);
        if (cleaned.isBlank()) {
            return false;
        }
        store.foundLyrics(wanted.song(), source.name(), cleaned, hash.apply(cleaned));
        return true;
    }

    void popularities(Work work, JobControl control) {
        if (popularities.isEmpty()) {
            return;
        }
        Outages outages = new Outages();
        control.begin(Stage.POPULARITY, 0, store.popularitiesWanted(work));
        each(after -> store.popularitiesWanted(work, after, PAGE), control, song -> popularity(song, outages, control));
    }

    /** A song does without its popularity: nothing of this is a failure. */
    private void popularity(Wanted wanted, Outages outages, JobControl control) {
        @Nullable ServiceUnavailableException unavailable = null;
        for (PopularitySource source : popularities) {
            try {
                OptionalInt popularity = outages.ask(source.name(), () -> source.popularity(wanted.recording()));
                if (popularity.isPresent()) {
                    store.popularity(wanted.song(), source.name(), popularity.getAsInt());
                    return;
                }
            } catch (ServiceUnavailableException e) {
                unavailable = e;
            }
        }
        if (unavailable != null) {
            control.trouble(new Trouble(wanted.song(), Stage.POPULARITY, false, reason(unavailable)));
            return;
        }
        store.popularity(wanted.song(), null, null);
    }

    private static void each(Next next, JobControl control, Look look) {
        List<Wanted> page = next.after(null);
        while (!page.isEmpty()) {
            for (Wanted song : page) {
                control.check();
                look.up(song);
                control.advance(1);
            }
            page = next.after(page.getLast().song());
        }
    }

    private static String reason(ServiceUnavailableException unavailable) {
        return String.valueOf(unavailable.getMessage());
    }
}
