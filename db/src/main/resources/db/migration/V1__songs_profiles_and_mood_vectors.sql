-- Songs, what they feel like, the words in use, and the vectors that are searched.

CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE song (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    spotify_id     text UNIQUE CHECK (spotify_id ~ '^[0-9A-Za-z]{22}$'),
    title          text NOT NULL CHECK (title <> '' AND length(title) <= 500),
    artist         text NOT NULL CHECK (artist <> '' AND length(artist) <= 500),
    -- Lower case, no accents, no punctuation: finds the same song under another spelling.
    match_key      text NOT NULL UNIQUE CHECK (match_key <> ''),
    release_year   smallint CHECK (release_year BETWEEN 1900 AND 2100),
    language       text CHECK (language ~ '^[a-z]{2,3}$'),
    duration_ms    integer CHECK (duration_ms > 0),
    popularity     smallint CHECK (popularity BETWEEN 0 AND 100),
    -- Which collection the song came with: the starter catalog can be left out, a person's own songs can not.
    origin         text NOT NULL CHECK (origin IN ('starter', 'import')),
    created_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN song.popularity IS 'Spotify popularity, 0 to 100; null is unknown, never 0';

-- A word is never deleted while a profile uses it.
CREATE TABLE word (
    kind           text NOT NULL CHECK (kind IN ('emotion', 'theme')),
    name           text NOT NULL CHECK (name ~ '^[a-z]+(-[a-z]+)*$'),
    PRIMARY KEY (kind, name)
);

CREATE TABLE profile (
    song_id        bigint PRIMARY KEY REFERENCES song ON DELETE CASCADE,
    -- Who read the song: 'authored', 'embedded', or the name of a language model.
    source         text NOT NULL CHECK (source <> ''),
    updated_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE profile_word (
    song_id        bigint NOT NULL REFERENCES profile ON DELETE CASCADE,
    kind           text NOT NULL,
    name           text NOT NULL,
    weight         real NOT NULL CHECK (weight > 0 AND weight <= 1),
    PRIMARY KEY (song_id, kind, name),
    FOREIGN KEY (kind, name) REFERENCES word
);

-- One row: what the catalog is now. Every change of songs or profiles raises the revision in its own transaction, so
-- that a generation built from an older revision is known to be stale without looking at any song.
CREATE TABLE catalog_state (
    only_row       boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    revision       bigint NOT NULL DEFAULT 0,
    -- Digest of the starter catalog's file as it was loaded; null before the first time.
    starter_digest text
);
INSERT INTO catalog_state DEFAULT VALUES;

-- Embeddings of single words, by embedding model: computed once and kept. They make the word kernel.
CREATE TABLE word_embedding (
    model          text NOT NULL CHECK (model <> ''),
    text           text NOT NULL CHECK (text <> ''),
    embedding      vector NOT NULL,
    PRIMARY KEY (model, text)
);

-- A generation is one consistent set of song vectors: one vocabulary, one embedding model, one alpha and tau.
-- Its vectors live in one of two slots; the next generation is built in the other one while this one is searched.
CREATE TABLE generation (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slot           text NOT NULL CHECK (slot IN ('a', 'b')),
    state          text NOT NULL CHECK (state IN ('building', 'active', 'retired')),
    -- Digest of everything that the vectors depend on beside the profiles.
    space          text NOT NULL CHECK (space <> ''),
    -- Revision of the catalog that the generation was built from, and which part of it.
    catalog        text NOT NULL CHECK (catalog <> ''),
    alpha          real NOT NULL CHECK (alpha BETWEEN 0 AND 1),
    tau            real NOT NULL CHECK (tau >= 0 AND tau < 1),
    songs          integer NOT NULL DEFAULT 0 CHECK (songs >= 0),
    -- Cosine similarity below which a song is no match, calibrated on random pairs of this catalog.
    floor          real CHECK (floor BETWEEN -1 AND 1),
    median_popularity smallint CHECK (median_popularity BETWEEN 0 AND 100),
    created_at     timestamptz NOT NULL DEFAULT now(),
    activated_at   timestamptz,
    CHECK (state = 'building' OR (floor IS NOT NULL AND activated_at IS NOT NULL))
);
CREATE UNIQUE INDEX generation_one_active ON generation ((true)) WHERE state = 'active';
CREATE UNIQUE INDEX generation_one_in_a_slot ON generation (slot);

-- Shape given by langchain4j's pgvector store. 256 dimensions: one a word or theme, the rest zero, which leaves every
-- cosine as it is and room for words that are admitted later.
CREATE TABLE song_vector_a (
    embedding_id   uuid PRIMARY KEY,
    embedding      vector(256) NOT NULL,
    text           text,
    song_id        bigint NOT NULL UNIQUE REFERENCES song ON DELETE CASCADE
);
CREATE TABLE song_vector_b (
    embedding_id   uuid PRIMARY KEY,
    embedding      vector(256) NOT NULL,
    text           text,
    song_id        bigint NOT NULL UNIQUE REFERENCES song ON DELETE CASCADE
);
CREATE INDEX song_vector_a_hnsw ON song_vector_a USING hnsw (embedding vector_cosine_ops);
CREATE INDEX song_vector_b_hnsw ON song_vector_b USING hnsw (embedding vector_cosine_ops);
