-- What bots on chat platforms must know again after a restart.

-- Messages and taps that have been taken in, by the platform's own numbers of them, so that none is taken in twice. They
-- tell nothing of who wrote, where or what, and go after two days.
CREATE TABLE receipt (
    -- With the bot's own id where a platform numbers the updates of each bot by itself.
    platform       text NOT NULL CHECK (platform ~ '^[a-z]+(:[0-9]+)?$' AND length(platform) <= 40),
    -- In no order: numbers may begin again anywhere after a while.
    id             bigint NOT NULL,
    -- No index: it is searched once a day.
    taken_at       timestamptz NOT NULL,
    PRIMARY KEY (platform, id)
);

-- Messages of the bot that show admins how a job is doing. Rows go when the job is over and said to be so.
CREATE TABLE job_message (
    job            bigint NOT NULL REFERENCES reindex_job ON DELETE CASCADE,
    platform       text NOT NULL CHECK (platform ~ '^[a-z]+$' AND length(platform) <= 40),
    -- Ids as the platform has them: of the chat or channel, of the thread within it (null where there is none), and of
    -- the message, which is one of its place.
    place          text NOT NULL CHECK (place <> ''),
    thread         text CHECK (thread <> ''),
    message        text NOT NULL CHECK (message <> ''),
    PRIMARY KEY (job, platform, place, message)
);
