package org.emotitune.reindex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotitune.emotion.LyricsExtractor;

/** Hears the words that stand in the lyrics, unless they say what is to happen. */
final class ScriptedReader implements LyricsExtractor {
    static final String UNREADABLE = "unreadable";
    static final String BROKEN = "broken";

    final List<String> read = Collections.synchronizedList(new ArrayList<>());
    /** What the usual reader cannot read: the embedded one does. */
    static final String TOO_HARD = "too-hard";

    private final String source;
    private final String version;
    private final Cost cost;

    ScriptedReader(String version, Cost cost) {
        this("scripted", version, cost);
    }

    ScriptedReader(String source, String version, Cost cost) {
        this.source = source;
        this.version = version;
        this.cost = cost;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int atOnce() {
        return cost.equals(Cost.NONE) ? 100 : 1;
    }

    @Override
    public List<Outcome> read(List<SongText> songs, long job) {
        return songs.stream().map(this::outcome).toList();
    }

    private Outcome outcome(SongText song) {
        read.add(song.title());
        switch (song.lyrics()) {
            case UNREADABLE -> {
                return new Unreadable("nothing is heard in it");
            }
            case TOO_HARD -> {
                return new Heard("embedded", "en", Map.of("hope", 1.0), Map.of(), "the model gave no usable answer");
            }
            case BROKEN -> throw new IllegalStateException("a line of the song");
            default -> {}
        }
        Map<String, Double> words =
                Arrays.stream(song.lyrics().split(" ")).distinct().collect(Collectors.toMap(word -> word, word -> 1.0));
        return new Heard(source, "en", words, Map.of(), null);
    }

    @Override
    public Cost costOf(int characters) {
        return cost;
    }
}
