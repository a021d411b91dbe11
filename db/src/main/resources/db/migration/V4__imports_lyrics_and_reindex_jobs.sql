-- Songs of the operator's own: what is looked up about them, lyrics while they wait to be read, who read them and how,
-- and the jobs that do it.

-- The article's own file names no artists.
ALTER TABLE song
    ALTER COLUMN artist DROP NOT NULL,
    ADD COLUMN album text CHECK (album <> '' AND length(album) <= 500),
    ADD COLUMN isrc text CHECK (isrc ~ '^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$'),
    -- Where the popularity comes from and when it was told; where none was found, when it was last asked for.
    ADD COLUMN popularity_source text CHECK (popularity_source IN ('starter', 'import', 'spotify', 'deezer', 'lastfm')),
    ADD COLUMN popularity_at timestamptz;
UPDATE song SET popularity_source = 'starter' WHERE popularity IS NOT NULL;

-- Two songs of one title may both be by nobody known, and two releases of a song have two Spotify ids.
ALTER TABLE song DROP CONSTRAINT song_match_key_key;
CREATE INDEX song_by_match_key ON song (match_key);

-- What was found of a song's words, to be told from others by their hash alone.
CREATE TABLE lyric (
    song_id        bigint PRIMARY KEY REFERENCES song ON DELETE CASCADE,
    state          text NOT NULL CHECK (state IN ('found', 'instrumental', 'missing')),
    -- 'file', or the service or folder that had them; null where they are missing.
    source         text CHECK (source <> ''),
    -- SHA-256 of the cleaned text, hexadecimal.
    hash           text CHECK (hash ~ '^[0-9a-f]{64}$'),
    -- The cleaned text until it has been read, and afterwards only where the operator wants to keep lyrics.
    words          text CHECK (words <> ''),
    -- The reader and vocabulary that found nothing in these words: they are not asked again.
    refused_by     text CHECK (refused_by <> ''),
    looked_at      timestamptz NOT NULL,
    CHECK ((state = 'found') = (hash IS NOT NULL)),
    CHECK (state = 'found' OR words IS NULL),
    CHECK ((state = 'missing') = (source IS NULL))
);
CREATE INDEX lyric_waiting ON lyric (song_id) WHERE words IS NOT NULL;

-- Who read the song is in 'source': 'authored' (with the program), 'file' (came with an import), 'embedded', or the name
-- of a language model.
ALTER TABLE profile
    -- What was read, by which version of the reader, with which vocabulary: the same three are never read again.
    ADD COLUMN lyric_hash text CHECK (lyric_hash ~ '^[0-9a-f]{64}$'),
    ADD COLUMN reader text CHECK (reader <> ''),
    ADD COLUMN vocabulary text CHECK (vocabulary <> ''),
    -- The emotion words as they were given, where they are not all of the vocabulary; else null.
    ADD COLUMN terms text[],
    -- The job that read it; null for profiles that nobody read here.
    ADD COLUMN job bigint;

-- A reindex. At most one is not over.
CREATE TABLE reindex_job (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state          text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'stopped', 'cancelled')),
    -- Whether songs are read again that have not changed.
    everything     boolean NOT NULL,
    asked_by       text NOT NULL,
    stage          text,
    done           bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
    total          bigint NOT NULL DEFAULT 0 CHECK (total >= 0),
    cancel_asked   boolean NOT NULL DEFAULT false,
    asked_at       timestamptz NOT NULL,
    started_at     timestamptz,
    -- When the stage began or went on, and how much of it was done then.
    stage_at       timestamptz,
    done_then      bigint NOT NULL DEFAULT 0,
    updated_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    -- One sentence: what came of it, or why it stopped.
    message        text,
    CHECK ((state IN ('waiting', 'running')) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX reindex_one_at_a_time ON reindex_job ((true)) WHERE state IN ('waiting', 'running');

-- What a job could not do for a song.
CREATE TABLE reindex_trouble (
    job            bigint NOT NULL REFERENCES reindex_job ON DELETE CASCADE,
    song_id        bigint NOT NULL REFERENCES song ON DELETE CASCADE,
    stage          text NOT NULL,
    -- A failure might go well another time and counts towards the limit; a lack (no lyrics to be found) does not.
    failure        boolean NOT NULL,
    reason         text NOT NULL,
    PRIMARY KEY (job, song_id, stage)
);
CREATE INDEX reindex_trouble_by_song ON reindex_trouble (song_id);
-- Songs by reason are counted while the job runs: from this index alone, and without sorting.
CREATE INDEX reindex_trouble_by_reason ON reindex_trouble (job, reason, song_id);

-- A generation keeps the profiles that its vectors are of, in the column 'text': what is read from one generation fits
-- together, and an older one can be restored whole.
CREATE VIEW indexed_profile AS
    SELECT v.song_id, v.text AS profile
      FROM generation g JOIN song_vector_a v ON g.slot = 'a'
     WHERE g.state = 'active'
     UNION ALL
    SELECT v.song_id, v.text AS profile
      FROM generation g JOIN song_vector_b v ON g.slot = 'b'
     WHERE g.state = 'active';

-- Whether jobs have changed what is searched without making it a new state of the catalog: that is done once, at the end.
ALTER TABLE catalog_state ADD COLUMN unpublished boolean NOT NULL DEFAULT false;

-- What is indexed already has no weights there: build a new generation.
UPDATE catalog_state SET revision = revision + 1;
