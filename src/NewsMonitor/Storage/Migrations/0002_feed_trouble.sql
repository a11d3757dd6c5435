-- What is wrong with a feed, since when, and what was wrong before: the words are those of `newsmonitor feeds list`.
ALTER TABLE feeds ADD COLUMN trouble TEXT CHECK (trouble IN ('unreachable', 'refused', 'gone', 'html-page', 'broken', 'moved', 'shrunk', 'silent'));
ALTER TABLE feeds ADD COLUMN trouble_since TEXT;
ALTER TABLE feeds ADD COLUMN trouble_reason TEXT;
ALTER TABLE feeds ADD COLUMN recovered_from TEXT;               -- the last trouble that was worth telling and is over
ALTER TABLE feeds ADD COLUMN recovered_since TEXT;              -- when that had begun
ALTER TABLE feeds ADD COLUMN recovered_at TEXT;

-- What the diagnosis goes by.
ALTER TABLE feeds ADD COLUMN failure TEXT;                      -- the kind of the last failure; null after a success
ALTER TABLE feeds ADD COLUMN failing_since TEXT;
ALTER TABLE feeds ADD COLUMN moved_since TEXT;
ALTER TABLE feeds ADD COLUMN target_taken INTEGER NOT NULL DEFAULT 0; -- it moved to an address that is subscribed already
ALTER TABLE feeds ADD COLUMN listed_items INTEGER;              -- how many entries its last whole body had
ALTER TABLE feeds ADD COLUMN usual_items REAL;
ALTER TABLE feeds ADD COLUMN shrunk_since TEXT;
ALTER TABLE feeds ADD COLUMN long_gap_seconds REAL;             -- nine of ten of its entries follow the one before within this time
ALTER TABLE feeds ADD COLUMN last_news_at TEXT;                 -- when a poll last found something new
ALTER TABLE feeds ADD COLUMN newest_third_at TEXT;              -- a third of the entries it lists are newer
ALTER TABLE feeds ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0; -- bit 0: Sunday, and so on

-- An entry whose guid and address were edited is known again by its date and title.
CREATE INDEX items_dated ON items (feed_id, published) WHERE published IS NOT NULL;
