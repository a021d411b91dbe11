-- Artists, so that somebody can leave one out, and what a search can be narrowed by beside the mood.

CREATE TABLE artist (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Lower case, no accents, no punctuation: how people write a name in a chat.
    key            text NOT NULL UNIQUE CHECK (key <> ''),
    name           text NOT NULL CHECK (name <> '')
);

-- Everybody that a song's artist line names, and the whole line.
CREATE TABLE song_artist (
    song_id        bigint NOT NULL REFERENCES song ON DELETE CASCADE,
    artist_id      bigint NOT NULL REFERENCES artist ON DELETE CASCADE,
    PRIMARY KEY (artist_id, song_id)
);
CREATE INDEX song_artist_by_song ON song_artist (song_id);

-- Beside each vector what wishes ask for, so that the search itself can leave songs out. Filled when a generation is
-- built; language and year are null where they are not known.
ALTER TABLE song_vector_a
    ADD COLUMN language text,
    ADD COLUMN release_year integer,
    ADD COLUMN sadness real NOT NULL DEFAULT 0;
ALTER TABLE song_vector_b
    ADD COLUMN language text,
    ADD COLUMN release_year integer,
    ADD COLUMN sadness real NOT NULL DEFAULT 0;
COMMENT ON COLUMN song_vector_a.sadness IS 'Share of the weight of sad emotions in the song, 0 to 1';
COMMENT ON COLUMN song_vector_b.sadness IS 'Share of the weight of sad emotions in the song, 0 to 1';

-- What is there already has neither: load the starter catalog again, and build a new generation.
UPDATE catalog_state SET revision = revision + 1, starter_digest = NULL;
