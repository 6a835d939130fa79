-- A place that a volunteer was asked to take. One open offer per pair; an answered one stays as history.
CREATE TABLE offer (
    id           BLOB PRIMARY KEY,
    slot_id      BLOB NOT NULL REFERENCES slot (id),
    person_id    BLOB NOT NULL REFERENCES person (id),
    state        TEXT NOT NULL,
    key_hash     BLOB NOT NULL UNIQUE,
    offered_by   BLOB NOT NULL REFERENCES person (id),
    offered_at   TEXT NOT NULL,
    expires_at   TEXT NOT NULL,
    answered_at  TEXT
) STRICT;
CREATE UNIQUE INDEX offer_once ON offer (slot_id, person_id) WHERE state = 'open';
CREATE INDEX offer_person ON offer (person_id, state);
CREATE INDEX offer_open ON offer (expires_at) WHERE state = 'open';

-- A pair that the plan keeps, before the volunteer was asked.
CREATE TABLE pair_lock (
    slot_id     BLOB NOT NULL REFERENCES slot (id),
    person_id   BLOB NOT NULL REFERENCES person (id),
    decided_by  BLOB NOT NULL REFERENCES person (id),
    decided_at  TEXT NOT NULL,
    PRIMARY KEY (slot_id, person_id)
) STRICT;

-- Somebody who is not proposed for a slot, an opportunity or an organisation: exactly one of the three.
CREATE TABLE exclusion (
    id               BLOB PRIMARY KEY,
    person_id        BLOB NOT NULL REFERENCES person (id),
    slot_id          BLOB REFERENCES slot (id),
    opportunity_id   BLOB REFERENCES opportunity (id),
    organisation_id  BLOB REFERENCES organisation (id),
    until            TEXT,
    reason           TEXT NOT NULL,
    decided_by       BLOB NOT NULL REFERENCES person (id),
    decided_at       TEXT NOT NULL
) STRICT;
CREATE INDEX exclusion_person ON exclusion (person_id);

-- Append-only: what a human decided about a pair, whether the plan had suggested it, and the points it showed.
CREATE TABLE matching_decision (
    id          BLOB PRIMARY KEY,
    slot_id     BLOB NOT NULL REFERENCES slot (id),
    person_id   BLOB NOT NULL REFERENCES person (id),
    action      TEXT NOT NULL,
    suggested   INTEGER NOT NULL,
    reasons     TEXT NOT NULL,
    decided_by  BLOB NOT NULL REFERENCES person (id),
    decided_at  TEXT NOT NULL
) STRICT;
CREATE INDEX matching_decision_slot ON matching_decision (slot_id, decided_at);

-- What counts how much; the newest row holds.
CREATE TABLE matching_weights (
    id        BLOB PRIMARY KEY,
    weights   TEXT NOT NULL,
    saved_by  BLOB NOT NULL REFERENCES person (id),
    saved_at  TEXT NOT NULL
) STRICT;
CREATE INDEX matching_weights_saved ON matching_weights (saved_at);

-- Which slot a coordinator has before them; holds for a few minutes.
CREATE TABLE looking (
    person_id  BLOB PRIMARY KEY REFERENCES person (id),
    slot_id    BLOB NOT NULL REFERENCES slot (id),
    at         TEXT NOT NULL
) STRICT;

-- An offer that is taken back in time takes its mail back.
ALTER TABLE mail ADD COLUMN offer_id BLOB REFERENCES offer (id);
CREATE INDEX mail_offer ON mail (offer_id) WHERE offer_id IS NOT NULL;

-- When somebody stepped back: late ones are a sign for the next time.
ALTER TABLE claim ADD COLUMN withdrawn_at TEXT;
CREATE INDEX claim_withdrawn ON claim (withdrawn_at) WHERE withdrawn_at IS NOT NULL;
