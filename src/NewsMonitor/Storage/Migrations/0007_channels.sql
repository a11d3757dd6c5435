-- SQLite cannot alter a CHECK, so the table is built again. Nothing refers to it.
CREATE TABLE outbox_rebuilt (
    id              INTEGER PRIMARY KEY,
    digest_id       INTEGER NOT NULL REFERENCES digests (id),
    channel         TEXT NOT NULL CHECK (channel IN ('mail', 'file', 'webhook', 'slack', 'teams', 'telegram')),
    recipient       TEXT NOT NULL,
    state           TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'parked')),
    parts_sent      INTEGER NOT NULL DEFAULT 0,                -- messages that have arrived, where a digest needs several
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,                                      -- null: not tried any more
    last_attempt_at TEXT,
    claimed_until   TEXT,
    answer          TEXT,
    UNIQUE (digest_id, channel, recipient)
) STRICT;

INSERT INTO outbox_rebuilt (id, digest_id, channel, recipient, state, attempts, next_attempt_at, last_attempt_at, claimed_until, answer)
SELECT id, digest_id, channel, recipient, state, attempts, next_attempt_at, last_attempt_at, claimed_until, answer FROM outbox;

DROP TABLE outbox;
ALTER TABLE outbox_rebuilt RENAME TO outbox;

CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state = 'pending';
