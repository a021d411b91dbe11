package org.emotitune.catalog;

import org.emotitune.emotion.Profile;
import org.emotitune.song.SongFacts;

/** A row of a catalog: a song, and what it feels like and is about. */
public record CatalogEntry(SongFacts song, Profile profile) {}
