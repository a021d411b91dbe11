package org.emotitune.song;

/**
 * A song of the catalog.
 *
 * @param id its id in this installation; means nothing outside
 */
public record Song(SongId id, SongFacts facts) {}
