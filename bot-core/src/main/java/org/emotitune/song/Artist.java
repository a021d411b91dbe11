package org.emotitune.song;

/**
 * An artist of the catalog.
 *
 * @param id its id in this installation; means nothing outside
 * @param name as a person reads it
 */
public record Artist(long id, String name) {}
