-- Channels that admins have opened to the bot: there it answers every message, not only those that call it. Rows go when
-- an admin closes the channel, and when it is gone.
CREATE TABLE open_channel (
    platform       text NOT NULL CHECK (platform ~ '^[a-z]+$' AND length(platform) <= 40),
    -- Id of the channel, or of the thread, as the platform has it.
    place          text NOT NULL CHECK (place <> ''),
    PRIMARY KEY (platform, place)
);
