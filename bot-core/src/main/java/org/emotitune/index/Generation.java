package org.emotitune.index;

/**
 * A consistent set of song vectors.
 *
 * @param id rises with every build
 * @param slot which of the two tables holds its vectors
 * @param space digest of the mood space that its vectors belong to
 * @param catalog which state of the catalog it was built from
 * @param songs how many songs it has
 * @param floor similarity below which a song is no match, -1 to 1
 * @param medianPopularity median of the known popularities, 0 to 100: unknown ones rank like it
 */
public record Generation(
        long id, String slot, String space, String catalog, int songs, double floor, int medianPopularity) {}
