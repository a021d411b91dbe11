package org.emotitune.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.llm.KnownReadings;

/** Readings kept in memory. Thread-safe. */
public final class RememberedReadings implements KnownReadings {
    private record Key(String reader, String song) {}

    private final ConcurrentMap<Key, Heard> readings = new ConcurrentHashMap<>();

    @Override
    public Map<String, Heard> known(String reader, Collection<String> songs) {
        Map<String, Heard> known = new HashMap<>();
        for (String song : songs) {
            Heard heard = readings.get(new Key(reader, song));
            if (heard != null) {
                known.put(song, heard);
            }
        }
        return known;
    }

    @Override
    public void keep(String reader, String song, Heard heard) {
        if (heard.weaker() != null) {
            throw new IllegalArgumentException("a weaker reading is not kept");
        }
        readings.putIfAbsent(new Key(reader, song), heard);
    }

    /** How many are kept, of all readers. */
    public int size() {
        return readings.size();
    }
}
