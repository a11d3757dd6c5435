-- A revision keeps what its article was before a change.
ALTER TABLE revisions ADD COLUMN cause TEXT NOT NULL DEFAULT 'edited' CHECK (cause IN ('edited', 'vanished'));

-- The sentences that the version after a revision does not share with it.
CREATE TABLE revision_sentences (
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    place       INTEGER NOT NULL,
    stands_in   TEXT NOT NULL CHECK (stands_in IN ('text', 'title')),
    before      TEXT,                                          -- null: put in
    after       TEXT,                                          -- null: taken out
    PRIMARY KEY (revision_id, place)
) STRICT, WITHOUT ROWID;

ALTER TABLE articles ADD COLUMN vanished_at TEXT;              -- when its page was found to be taken down

-- The pages of matches, to be looked at again.
CREATE TABLE revisits (
    article_id     INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    url            TEXT NOT NULL,                              -- of the page that was read, after redirects
    etag           TEXT,
    last_modified  TEXT,
    due_at         TEXT,                                       -- null: not looked at any more
    claimed_until  TEXT,
    failures       INTEGER NOT NULL DEFAULT 0,                 -- looks in a row that saw nothing
    missing_since  TEXT,                                       -- the first of the answers in a row that it is not there
    looked_at      TEXT,
    outcome        TEXT                                        -- what the last look came to, in words
) STRICT;

CREATE INDEX revisits_due ON revisits (due_at) WHERE due_at IS NOT NULL;

-- Matches of the last days before this version get the look after a week alone.
INSERT INTO revisits (article_id, url, due_at)
SELECT id, url, strftime('%Y-%m-%dT%H:%M:%fZ', first_seen_at, '+7 days') FROM articles
WHERE match_number IS NOT NULL AND text_source = 'page' AND first_seen_at > (SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(first_seen_at), '-7 days') FROM articles);
