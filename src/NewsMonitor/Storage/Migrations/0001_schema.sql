-- Times are UTC ISO 8601 with milliseconds (2026-11-24T07:00:00.000Z), so that they sort as text.
-- A publisher's own time is kept as it was told: with its offset, or as the day alone.

CREATE TABLE feeds (
    id                   INTEGER PRIMARY KEY,
    url                  TEXT NOT NULL UNIQUE,
    title                TEXT,
    language             TEXT,
    outline              TEXT NOT NULL DEFAULT '{}',           -- folders and all else its OPML outline said, kept for export
    first_url            TEXT,                                 -- the address it was subscribed under, where a redirect changed it since
    origin               TEXT NOT NULL CHECK (origin IN ('opml', 'user')),
    state                TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ok', 'failing', 'parked')),
    reason               TEXT,
    etag                 TEXT,
    last_modified        TEXT,
    interval_seconds     REAL NOT NULL DEFAULT 0,
    asked_seconds        REAL,                                 -- the least interval the feed asks for
    skip_hours           INTEGER NOT NULL DEFAULT 0,           -- bit 0: 00:00 to 00:59 UTC, and so on
    rhythm_seconds       REAL,                                 -- the median time between its items
    newest_item_at       TEXT,
    oldest_item_at       TEXT,
    consecutive_failures INTEGER NOT NULL DEFAULT 0,
    body_broken          INTEGER NOT NULL DEFAULT 0,
    moved_to             TEXT,
    moved_count          INTEGER NOT NULL DEFAULT 0,
    last_polled_at       TEXT,
    last_success_at      TEXT,
    next_poll_at         TEXT,                                 -- null: not polled any more
    claimed_until        TEXT,                                 -- a worker that dies loses its claim by the clock
    added_at             TEXT NOT NULL
) STRICT;

CREATE INDEX feeds_due ON feeds (next_poll_at);

CREATE TABLE stories (
    id            INTEGER PRIMARY KEY,
    first_seen_at TEXT NOT NULL,
    last_seen_at  TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
    id            INTEGER PRIMARY KEY,
    canonical_key TEXT NOT NULL UNIQUE,                        -- what makes it one article however it was reached
    canonical_url TEXT NOT NULL,
    url           TEXT NOT NULL,                               -- as first met
    title         TEXT NOT NULL,
    text          TEXT,                                        -- null where it is not kept
    text_source   TEXT NOT NULL CHECK (text_source IN ('page', 'feed', 'seed')),
    note          TEXT,                                        -- why the text is not the page's
    authors       TEXT NOT NULL DEFAULT '[]',                  -- JSON array of names
    published     TEXT,
    modified      TEXT,
    language      TEXT,
    outlet        TEXT NOT NULL,
    content_hash  TEXT NOT NULL,                               -- SHA-256 of the bytes that were fetched
    text_hash     TEXT NOT NULL,                               -- SHA-256 of title and text
    rules_version TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    scanned_at    TEXT NOT NULL,
    match_number  INTEGER UNIQUE,                              -- counts matches in the order they were saved; the digest's watermark
    matched_at    TEXT,
    story_id      INTEGER REFERENCES stories (id),
    story_reason  TEXT,                                        -- why it joined its story; null where it started one
    told_at       TEXT,                                        -- when it was published, or first seen where that is not known; matches alone
    title_tokens  TEXT,                                        -- what grouping compares, with the next two; matches alone
    claims        TEXT,
    text_sketch   BLOB
) STRICT;

CREATE INDEX articles_story ON articles (story_id);
CREATE INDEX articles_matched ON articles (matched_at) WHERE matched_at IS NOT NULL;
CREATE INDEX articles_told ON articles (told_at) WHERE told_at IS NOT NULL;
CREATE INDEX articles_scanned ON articles (scanned_at);

CREATE TABLE items (
    id              INTEGER PRIMARY KEY,
    feed_id         INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    key             TEXT NOT NULL,                             -- what makes it one item in its feed
    url             TEXT NOT NULL,
    canonical_key   TEXT NOT NULL,
    canonical_url   TEXT NOT NULL,
    host            TEXT NOT NULL,
    title           TEXT,
    summary         TEXT,                                      -- the feed's own text, dropped when the item is done
    published       TEXT,
    state           TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed')),
    reason          TEXT,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT NOT NULL,
    seen_at         TEXT NOT NULL,
    done_at         TEXT,
    article_id      INTEGER REFERENCES articles (id),
    UNIQUE (feed_id, key)
) STRICT;

CREATE INDEX items_pending ON items (next_attempt_at) WHERE state = 'pending';
CREATE INDEX items_address ON items (canonical_key, feed_id);

CREATE TABLE sightings (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    feed       TEXT NOT NULL DEFAULT '',                       -- the feed's address; empty for a seed
    url        TEXT NOT NULL,
    seen_at    TEXT NOT NULL,
    PRIMARY KEY (article_id, feed, url)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
    id          INTEGER PRIMARY KEY,
    article_id  INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    title       TEXT NOT NULL,
    text        TEXT,
    text_hash   TEXT NOT NULL,
    replaced_at TEXT NOT NULL
) STRICT;

CREATE INDEX revisions_article ON revisions (article_id);

CREATE TABLE findings (
    id             INTEGER PRIMARY KEY,
    article_id     INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    topic          TEXT NOT NULL,
    kind           TEXT,
    direction      TEXT,
    recognizer     TEXT,
    regions        TEXT,                                       -- JSON array of ids, sorted
    stance         TEXT NOT NULL CHECK (stance IN ('affirmed', 'denied', 'prospective', 'withdrawn')),
    evidence_in    TEXT NOT NULL CHECK (evidence_in IN ('text', 'title')),
    quote          TEXT NOT NULL,
    quote_start    INTEGER NOT NULL,                           -- UTF-16 units into the text or title
    quote_end      INTEGER NOT NULL,
    words          TEXT NOT NULL DEFAULT '[]',                 -- JSON array of the ranges within the quote that made it a finding, [[start, end], ...]
    confidence     REAL NOT NULL,
    rule           TEXT NOT NULL,
    cameo          TEXT,
    mentions       INTEGER NOT NULL
) STRICT;

CREATE INDEX findings_article ON findings (article_id);
CREATE INDEX findings_topic ON findings (topic, kind);

CREATE TABLE digests (
    id            INTEGER PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE,                        -- its day; -2, -3 are added for further digests of one day
    date          TEXT NOT NULL,                               -- the local day it was frozen on
    zone          TEXT NOT NULL,
    window_from   TEXT NOT NULL,
    window_until  TEXT NOT NULL,
    last_match    INTEGER NOT NULL,                            -- articles.match_number up to here have been told
    subject       TEXT NOT NULL,
    content       TEXT NOT NULL,                               -- the frozen digest as JSON; every rendering is made from it
    frozen_at     TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY,
    digest_id       INTEGER NOT NULL REFERENCES digests (id),
    channel         TEXT NOT NULL CHECK (channel IN ('mail', 'file', 'webhook')),
    recipient       TEXT NOT NULL,
    state           TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'parked')),
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,                                      -- null: not tried any more
    last_attempt_at TEXT,
    claimed_until   TEXT,
    answer          TEXT,
    UNIQUE (digest_id, channel, recipient)
) STRICT;

CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state = 'pending';

CREATE TABLE facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words of every script; SearchIndex.cs says how text becomes the words that are stored and asked for.
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE VIEW matches AS
SELECT a.id, a.canonical_url AS url, a.title, a.authors, a.published, a.first_seen_at AS first_seen, a.matched_at, a.language, a.outlet,
       a.text_source, a.story_id AS story, a.note,
       (SELECT count(*) FROM findings f WHERE f.article_id = a.id) AS findings
FROM articles a
WHERE a.match_number IS NOT NULL AND EXISTS (SELECT 1 FROM findings f WHERE f.article_id = a.id);
