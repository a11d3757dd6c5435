-- Stories, with why each report belongs to its story, and the ledger of what was claimed.

-- Added before the others are dropped: SQLite cannot drop the last column where a comment with a comma stands before it.
ALTER TABLE articles ADD COLUMN agency TEXT;                                  -- the agency it is credited to
ALTER TABLE articles DROP COLUMN title_tokens;
ALTER TABLE articles DROP COLUMN claims;
ALTER TABLE articles DROP COLUMN text_sketch;

ALTER TABLE stories ADD COLUMN merged_into INTEGER REFERENCES stories (id);   -- an analyst joined it to another; its reports are there

CREATE TABLE report_profiles (                                -- what grouping compares, as JSON
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    profile    TEXT NOT NULL
) STRICT;

CREATE TABLE story_edges (                                    -- none for a report that started its story
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    to_article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('copy', 'rewrite', 'translation', 'analyst')),
    original   INTEGER REFERENCES articles (id) ON DELETE SET NULL,             -- of a copy
    likeness   REAL NOT NULL,
    reason     TEXT NOT NULL
) STRICT;

CREATE TABLE story_decisions (                                -- what an analyst joined and split
    id       INTEGER PRIMARY KEY,
    decision TEXT NOT NULL CHECK (decision IN ('join', 'split')),
    story_id INTEGER NOT NULL REFERENCES stories (id),
    other_id INTEGER NOT NULL REFERENCES stories (id),        -- join: the story that went into it; split: the story that the report got
    article_id INTEGER REFERENCES articles (id) ON DELETE CASCADE,              -- split: the report
    at       TEXT NOT NULL
) STRICT;

CREATE TABLE claims (
    id          INTEGER PRIMARY KEY,
    story_id    INTEGER REFERENCES stories (id),              -- null for a standing claim, which is one whatever story tells it
    key         TEXT NOT NULL,
    topic       TEXT NOT NULL,
    kind        TEXT,
    direction   TEXT,
    recognizer  TEXT,
    regions     TEXT,                                         -- JSON array of ids, sorted
    stance      TEXT NOT NULL,
    first_at    TEXT NOT NULL                                 -- when it was entered
) STRICT;

CREATE UNIQUE INDEX claims_key ON claims (coalesce(story_id, 0), key);

CREATE TABLE claim_reports (
    id           INTEGER PRIMARY KEY,
    claim_id     INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    article_id   INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    status       TEXT NOT NULL CHECK (status IN ('new', 'updated', 'corrected', 'repeated')),
    because      TEXT NOT NULL,
    quote        TEXT NOT NULL,
    claimant     TEXT,                                        -- KOR:NIS, RUS:foreign-ministry, UKR
    quantity     REAL,                                        -- the first of its sentence, with unit and hedge; all of them in quantities
    unit         TEXT,
    hedge        TEXT CHECK (hedge IN ('up-to', 'at-least', 'about')),
    quantities   TEXT NOT NULL DEFAULT '[]',
    period       TEXT,                                        -- the day its sentence names
    told_at      TEXT NOT NULL,                               -- when the report was published, or first seen
    entered_at   TEXT NOT NULL,
    withdrawn_at TEXT,                                        -- when the report was seen not to say it any more
    UNIQUE (claim_id, article_id)
) STRICT;

CREATE INDEX claim_reports_article ON claim_reports (article_id);

CREATE TABLE corrections (
    id         INTEGER PRIMARY KEY,
    claim_id   INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    before     TEXT NOT NULL,                                 -- the sentence as it was told
    after      TEXT,                                          -- null where the claim is gone
    because    TEXT NOT NULL,
    at         TEXT NOT NULL
) STRICT;

ALTER TABLE digests ADD COLUMN last_entry INTEGER NOT NULL DEFAULT 0;        -- claim_reports.id up to here have been told
ALTER TABLE digests ADD COLUMN last_correction INTEGER NOT NULL DEFAULT 0;   -- corrections.id likewise

-- What was saved before there was a ledger: the first report of each claim in its story is new, the others repeat it.
INSERT INTO claims (story_id, key, topic, kind, direction, recognizer, regions, stance, first_at)
SELECT CASE WHEN f.recognizer IS NOT NULL AND f.stance IN ('affirmed', 'withdrawn') THEN NULL ELSE a.story_id END AS scope,
       f.topic || '|' || coalesce(f.kind, '') || '|' || coalesce(f.direction, '') || '|' || coalesce(f.recognizer, '') || '|'
           || coalesce((SELECT group_concat(value, '+') FROM json_each(f.regions)), '') || '|' || f.stance AS claim_key,
       f.topic, f.kind, f.direction, f.recognizer, f.regions, f.stance, min(a.matched_at)
FROM findings f JOIN articles a ON a.id = f.article_id
WHERE a.story_id IS NOT NULL
GROUP BY scope, claim_key;

INSERT INTO claim_reports (claim_id, article_id, status, because, quote, told_at, entered_at)
SELECT c.id, a.id, CASE WHEN row_number() OVER (PARTITION BY c.id ORDER BY a.match_number) = 1 THEN 'new' ELSE 'repeated' END, 'saved before there was a ledger',
       f.quote, coalesce(a.told_at, a.first_seen_at), coalesce(a.matched_at, a.first_seen_at)
FROM findings f
JOIN articles a ON a.id = f.article_id
JOIN claims c ON c.topic = f.topic AND c.kind IS f.kind AND c.direction IS f.direction AND c.recognizer IS f.recognizer AND c.regions IS f.regions
    AND c.stance = f.stance AND (c.story_id IS NULL OR c.story_id = a.story_id)
WHERE a.story_id IS NOT NULL
GROUP BY c.id, a.id
ORDER BY a.match_number, c.id;

-- What the last digest told stays told.
UPDATE digests SET last_entry = (SELECT coalesce(max(r.id), 0) FROM claim_reports r JOIN articles a ON a.id = r.article_id WHERE a.match_number <= digests.last_match);

CREATE VIEW recognition_ledger AS
SELECT c.id AS claim, c.recognizer, c.regions, c.stance, min(r.told_at) AS since, max(r.told_at) AS last_told, count(*) AS reports,
       (SELECT quote FROM claim_reports q WHERE q.claim_id = c.id AND q.withdrawn_at IS NULL ORDER BY q.told_at, q.id LIMIT 1) AS quote,
       (SELECT a.canonical_url FROM claim_reports q JOIN articles a ON a.id = q.article_id WHERE q.claim_id = c.id AND q.withdrawn_at IS NULL
        ORDER BY q.told_at, q.id LIMIT 1) AS url
FROM claims c JOIN claim_reports r ON r.claim_id = c.id AND r.withdrawn_at IS NULL
WHERE c.recognizer IS NOT NULL
GROUP BY c.id;

CREATE VIEW support_ledger AS
SELECT c.id AS claim, c.story_id AS story, c.kind, c.direction, c.stance, r.claimant, r.hedge, r.quantity, r.unit, r.period,
       min(r.told_at) AS since, max(r.told_at) AS last_told, count(*) AS reports, r.quote, a.canonical_url AS url
FROM claims c JOIN claim_reports r ON r.claim_id = c.id AND r.withdrawn_at IS NULL JOIN articles a ON a.id = r.article_id
WHERE c.kind IS NOT NULL
GROUP BY c.id, r.claimant, r.hedge, r.quantity, r.unit;
