-- What was decided on each article that names somebody of a topic, and why; the others name nobody, which is why.
CREATE TABLE decisions (
    article_id    INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    rules_version TEXT NOT NULL,
    record        TEXT NOT NULL                                -- JSON: findings with their reasons, near misses
) STRICT;

-- What the findings of an article were before other rules read its text.
CREATE TABLE readings (
    id            INTEGER PRIMARY KEY,
    article_id    INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    rules_version TEXT NOT NULL,
    record        TEXT,                                        -- null where none was kept
    findings      TEXT NOT NULL,                               -- JSON array
    replaced_at   TEXT NOT NULL
) STRICT;

CREATE INDEX readings_article ON readings (article_id);

-- What an analyst said of a match.
CREATE TABLE verdicts (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    verdict    TEXT NOT NULL CHECK (verdict IN ('confirmed', 'dismissed')),
    note       TEXT,
    at         TEXT NOT NULL
) STRICT;
