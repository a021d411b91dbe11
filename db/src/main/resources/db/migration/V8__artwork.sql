-- Where a picture of a song, most often the cover of its album, can be fetched. Only its address is kept.
ALTER TABLE song
    ADD COLUMN artwork text CHECK (artwork LIKE 'https://%' AND length(artwork) <= 512);
