package org.emotitune.wish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotitune.song.Artist;
import org.emotitune.song.MatchKey;
import org.emotitune.wish.WishReader.Artists;

/** Some artists, among them ones whose names are ordinary words; counts the questions. */
final class TestArtists implements Artists {
    private static final List<String> NAMES = List.of(
            "Shakira",
            "Bad Bunny",
            "Adele",
            "Queen",
            "Coldplay",
            "Rosalía",
            "Karol G",
            "AC/DC",
            "The Beatles",
            "Taylor Swift",
            "Mecano",
            "Eminem",
            "Joaquín Sabina",
            "Maná",
            "Alejandro Sanz",
            "Guns N' Roses",
            "R.E.M.",
            "Simon & Garfunkel",
            "Andy & Lucas",
            "La Oreja de Van Gogh",
            "fun.",
            "Heart",
            "Camila",
            "María",
            "Mary",
            "No Doubt",
            "Nada",
            "Ti",
            "Sleep",
            "Hope",
            "Happy",
            "Fine",
            "Amor");

    private static final Map<String, Artist> BY_KEY = IntStream.range(0, NAMES.size())
            .mapToObj(id -> new Artist(id, NAMES.get(id)))
            .collect(Collectors.toMap(artist -> MatchKey.ofName(artist.name()), artist -> artist));

    private int questions;

    @Override
    public Optional<Artist> find(String name) {
        questions++;
        return Optional.ofNullable(BY_KEY.get(MatchKey.ofName(name)));
    }

    /** @throws IllegalArgumentException if there is no such artist */
    static Artist named(String name) {
        return new TestArtists()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("no artist of the test: " + name));
    }

    int questions() {
        return questions;
    }
}
