-- What is kept of people, and the work that all processes share. People and places are known by keyed hashes; the key
-- is not in the database. Nothing of what anybody wrote or felt is kept.

CREATE TABLE person (
    key            uuid PRIMARY KEY,
    -- Asked for by the person; null where each message is answered in its own.
    chosen_language text CHECK (chosen_language ~ '^[a-z]{2,3}$'),
    -- Of the last message that showed one.
    last_language  text CHECK (last_language ~ '^[a-z]{2,3}$'),
    -- No index: it changes with every answer and is searched once a day.
    last_here      timestamptz NOT NULL
);

-- Songs given to people: each song once, with the place and moment of the last time.
CREATE TABLE given (
    person_key     uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    place_key      uuid NOT NULL,
    song_id        bigint NOT NULL REFERENCES song ON DELETE CASCADE,
    given_at       timestamptz NOT NULL,
    PRIMARY KEY (person_key, song_id)
);
CREATE INDEX given_in_place ON given (place_key, given_at);
-- For the deletion of songs.
CREATE INDEX given_by_song ON given (song_id);

CREATE TABLE vote (
    person_key     uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    song_id        bigint NOT NULL REFERENCES song ON DELETE CASCADE,
    up             boolean NOT NULL,
    voted_at       timestamptz NOT NULL,
    PRIMARY KEY (person_key, song_id)
);
-- Counts votes from the index alone, and finds those of songs that are deleted.
CREATE INDEX vote_by_song ON vote (song_id) INCLUDE (up);

-- How many answers of each kind were given on a day (UTC), to nobody in particular.
CREATE TABLE answer_count (
    day            date NOT NULL,
    outcome        text NOT NULL CHECK (outcome ~ '^[a-z]+(-[a-z]+)*$' AND length(outcome) <= 40),
    answers        bigint NOT NULL CHECK (answers > 0),
    PRIMARY KEY (day, outcome)
);

-- Names and types as db-scheduler 16 wants them. A task is done by whichever process finds it due first; the others see
-- that it is picked.
CREATE TABLE scheduled_tasks (
    task_name      text NOT NULL,
    task_instance  text NOT NULL,
    task_data      bytea,
    execution_time timestamptz NOT NULL,
    picked         boolean NOT NULL,
    picked_by      text,
    last_success   timestamptz,
    last_failure   timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version        bigint NOT NULL,
    priority       smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
