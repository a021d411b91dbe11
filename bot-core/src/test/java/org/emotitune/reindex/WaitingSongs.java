package org.emotitune.reindex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** Songs in memory that wait to be read, and what was kept of them. Nothing is looked up. */
final class WaitingSongs implements ReindexStore {
    private final List<Unread> songs = new ArrayList<>();
    private final Map<SongId, Read> kept = new ConcurrentSkipListMap<>((a, b) -> Long.compare(a.value(), b.value()));
    private final List<SongId> keptTwice = Collections.synchronizedList(new ArrayList<>());

    WaitingSongs(int songs) {
        for (int id = 1; id <= songs; id++) {
            this.songs.add(new Unread(new SongId(id), new SongText("Song " + id, null, "joy"), "hash " + id));
        }
    }

    List<String> kept() {
        return kept.keySet().stream().map(song -> "Song " + song.value()).toList();
    }

    List<SongId> keptTwice() {
        return keptTwice;
    }

    @Override
    public Amount toRead(Work work) {
        return new Amount(songs.size(), 0);
    }

    @Override
    public List<Unread> toRead(Work work, @Nullable SongId after, int most) {
        return songs.stream()
                .filter(song -> after == null || song.song().value() > after.value())
                .limit(most)
                .toList();
    }

    @Override
    public void keep(Work work, List<Read> read) {
        for (Read song : read) {
            if (kept.put(song.song(), song) != null) {
                keptTwice.add(song.song());
            }
        }
    }

    @Override
    public Done done(long job) {
        return new Done(0, 0, 0, 0);
    }

    @Override
    public long lyricsWanted(Work work) {
        return 0;
    }

    @Override
    public List<Wanted> lyricsWanted(Work work, @Nullable SongId after, int most) {
        return List.of();
    }

    @Override
    public long popularitiesWanted(Work work) {
        return 0;
    }

    @Override
    public List<Wanted> popularitiesWanted(Work work, @Nullable SongId after, int most) {
        return List.of();
    }

    @Override
    public void foundLyrics(SongId song, String source, String cleaned, String hash) {}

    @Override
    public void isInstrumental(SongId song, String source) {}

    @Override
    public void hasNoLyrics(SongId song) {}

    @Override
    public void popularity(SongId song, @Nullable String source, @Nullable Integer popularity) {}

    @Override
    public void forgetLyrics(Work work) {}

    @Override
    public void publish() {}

    @Override
    public long profiledSongs() {
        return 0;
    }
}
