-- What language models have cost and may still cost, how they did, and what they have heard in songs.

-- Tokens of a day (UTC), whatever they are for. What calls under way have set aside counts like what is used, so that no
-- limit is passed; what a process had set aside when it died stays so.
CREATE TABLE model_day (
    day            date PRIMARY KEY,
    calls          bigint NOT NULL DEFAULT 0 CHECK (calls >= 0),
    input_used     bigint NOT NULL DEFAULT 0 CHECK (input_used >= 0),
    output_used    bigint NOT NULL DEFAULT 0 CHECK (output_used >= 0),
    input_aside    bigint NOT NULL DEFAULT 0 CHECK (input_aside >= 0),
    output_aside   bigint NOT NULL DEFAULT 0 CHECK (output_aside >= 0)
);

-- The same of a reindex, on all its days.
CREATE TABLE model_job (
    job            bigint PRIMARY KEY,
    calls          bigint NOT NULL DEFAULT 0 CHECK (calls >= 0),
    input_used     bigint NOT NULL DEFAULT 0 CHECK (input_used >= 0),
    output_used    bigint NOT NULL DEFAULT 0 CHECK (output_used >= 0),
    input_aside    bigint NOT NULL DEFAULT 0 CHECK (input_aside >= 0),
    output_aside   bigint NOT NULL DEFAULT 0 CHECK (output_aside >= 0)
);

-- What a day's calls were for.
CREATE TABLE model_use (
    day            date NOT NULL,
    purpose        text NOT NULL CHECK (purpose IN ('message', 'song', 'words')),
    calls          bigint NOT NULL CHECK (calls > 0),
    input_tokens   bigint NOT NULL CHECK (input_tokens >= 0),
    output_tokens  bigint NOT NULL CHECK (output_tokens >= 0),
    PRIMARY KEY (day, purpose)
);

-- How many messages and songs of a day were read by a model, and why the others were not.
CREATE TABLE model_event (
    day            date NOT NULL,
    purpose        text NOT NULL CHECK (purpose IN ('message', 'song', 'words')),
    event          text NOT NULL CHECK (event ~ '^[a-z]+(_[a-z]+)*$' AND length(event) <= 40),
    times          bigint NOT NULL CHECK (times > 0),
    PRIMARY KEY (day, purpose, event)
);

-- What a model has heard in a song, before it goes through the vocabulary: nobody pays for the same twice. Words and
-- their weights, never lyrics; no word is as long as a line.
CREATE TABLE song_reading (
    -- Version of the extractor: the model, the prompt.
    reader         text NOT NULL CHECK (reader <> ''),
    -- SHA-256 of all that the model is shown of the song, hexadecimal.
    song           text NOT NULL CHECK (song ~ '^[0-9a-f]{64}$'),
    -- The model's name.
    source         text NOT NULL CHECK (source <> ''),
    language       text CHECK (language ~ '^[a-z]{2,3}$'),
    emotions       text[] NOT NULL CHECK (cardinality(emotions) > 0),
    emotion_weights double precision[] NOT NULL,
    themes         text[] NOT NULL,
    theme_weights  double precision[] NOT NULL,
    PRIMARY KEY (reader, song),
    CHECK (cardinality(emotions) = cardinality(emotion_weights) AND cardinality(themes) = cardinality(theme_weights)),
    CHECK (0 < ALL (emotion_weights || theme_weights) AND 1 >= ALL (emotion_weights || theme_weights)),
    CHECK (array_to_string(emotions || themes, E'\n') !~ '[^\n]{61}')
);
