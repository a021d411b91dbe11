package org.emotitune.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.emotitune.intake.IntakeStore.Change;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.intake.KeptSong.Manner;
import org.emotitune.song.MatchKey;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/**
 * Finds which song each of some rows is, and what becomes of it, one row after the other: as if each had been kept
 * before the next one is looked at.
 */
public final class IntakeBatch {

    /** A song, before and after. */
    public static final class Entry {
        private final int order;
        private final @Nullable Long id;
        private final @Nullable KeptSong before;
        private KeptSong now;
        private String key;
        private @Nullable String words;

        private Entry(int order, @Nullable Long id, @Nullable KeptSong before, KeptSong now, String key) {
            this.order = order;
            this.id = id;
            this.before = before;
            this.now = now;
            this.key = key;
        }

        /** Null for a song that is not there yet. */
        public @Nullable Long id() {
            return id;
        }

        /** Null for a song that is not there yet. */
        public @Nullable KeptSong before() {
            return before;
        }

        public KeptSong now() {
            return now;
        }

        /** @see MatchKey */
        public String key() {
            return key;
        }

        /** The lyrics to keep; null where they have not changed, or only their hash is to be kept. */
        public @Nullable String words() {
            return now.lyric() == null || !now.lyric().words() ? null : words;
        }

        /** Whether a search would be another one, or show something else. */
        public boolean concernsSearch() {
            return !now.looksLike(before);
        }
    }

    private final Manner manner;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> bySpotifyId = new HashMap<>();
    private final Map<String, List<Entry>> byKey = new HashMap<>();

    /** @param kept by id, ascending: every song with the Spotify id or the key of any row, where that decides */
    public IntakeBatch(Manner manner, SequencedMap<Long, KeptSong> kept) {
        this.manner = manner;
        kept.forEach((id, song) -> enter(new Entry(entries.size(), id, song, song, key(song.facts()))));
    }

    /** @return the key by which a row finds its song if not by its Spotify id; empty if it finds none so */
    public static Optional<String> key(Row row) {
        SongFacts facts = row.song().facts();
        boolean unknown = facts.artist() == null && facts.spotifyId() != null;
        return unknown ? Optional.empty() : Optional.of(key(facts));
    }

    private static String key(SongFacts facts) {
        return MatchKey.of(facts.title(), facts.artist());
    }

    private void enter(Entry entry) {
        entries.add(entry);
        index(entry);
    }

    private void index(Entry entry) {
        if (entry.now.facts().spotifyId() != null) {
            bySpotifyId.put(entry.now.facts().spotifyId(), entry);
        }
        byKey.computeIfAbsent(entry.key, none -> new ArrayList<>()).add(entry);
    }

    /** @return what became of the row's song */
    public Change add(Row row) {
        Entry entry = find(row);
        if (entry == null) {
            KeptSong song = KeptSong.of(row, manner);
            entry = new Entry(entries.size(), null, null, song, key(song.facts()));
            entry.words = row.lyrics();
            enter(entry);
            return Change.ADDED;
        }
        KeptSong next = entry.now.with(row, manner);
        if (next.equals(entry.now)) {
            return Change.UNCHANGED;
        }
        replace(entry, next);
        if (row.lyrics() != null) {
            entry.words = row.lyrics();
        }
        return Change.CHANGED;
    }

    private void replace(Entry entry, KeptSong next) {
        if (next.facts().equals(entry.now.facts())) {
            entry.now = next;
            return;
        }
        if (entry.now.facts().spotifyId() != null) {
            bySpotifyId.remove(entry.now.facts().spotifyId());
        }
        byKey.getOrDefault(entry.key, List.of()).remove(entry);
        entry.now = next;
        entry.key = key(next.facts());
        index(entry);
    }

    private @Nullable Entry find(Row row) {
        SongFacts facts = row.song().facts();
        Entry same = facts.spotifyId() == null ? null : bySpotifyId.get(facts.spotifyId());
        if (same != null) {
            return same;
        }
        return key(row).map(key -> byKey.getOrDefault(key, List.of())).orElse(List.of()).stream()
                .filter(entry -> isSame(entry.now, facts))
                .min(Comparator.comparingInt(entry -> entry.order))
                .orElse(null);
    }

    /** Of songs with the same key. Two releases of a song have two Spotify ids; the starter catalog makes way. */
    private static boolean isSame(KeptSong song, SongFacts row) {
        if (row.artist() == null || song.facts().artist() == null) {
            return row.artist() == null
                    && song.facts().artist() == null
                    && song.facts().spotifyId() == null;
        }
        return row.spotifyId() == null || song.facts().spotifyId() == null || song.starter();
    }

    /** Songs that are not as they were, in the order in which they were met. */
    public List<Entry> changed() {
        return entries.stream().filter(entry -> !entry.now.equals(entry.before)).toList();
    }
}
