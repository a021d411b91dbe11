package org.emotitune.reindex;

import org.emotitune.song.SongId;

/**
 * What a job could not do for a song.
 *
 * @param failure whether it counts towards the limit: it might go well another time, or was done by a weaker reader only;
 *     a lack (there are no lyrics to be found) does not
 * @param reason one clause in lower case; the same for all songs with the same trouble, so that they can be counted
 */
public record Trouble(SongId song, Stage stage, boolean failure, String reason) {}
