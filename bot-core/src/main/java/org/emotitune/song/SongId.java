package org.emotitune.song;

/** Id of a song in this installation. */
public record SongId(long value) {}
