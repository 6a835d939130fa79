-- The centre: one database is one centre.
CREATE TABLE centre (
    id                    INTEGER PRIMARY KEY CHECK (id = 1),
    name                  TEXT NOT NULL,
    address               TEXT NOT NULL,
    phone                 TEXT NOT NULL,
    email                 TEXT NOT NULL,
    is_demo               INTEGER NOT NULL,
    travel_minutes        INTEGER NOT NULL,
    weekly_minutes        INTEGER NOT NULL,
    minor_weekly_minutes  INTEGER NOT NULL
) STRICT;

CREATE TABLE district (
    id    BLOB PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE organisation (
    id           BLOB PRIMARY KEY,
    name         TEXT NOT NULL,
    type         TEXT NOT NULL,
    address      TEXT NOT NULL,
    district_id  BLOB REFERENCES district (id),
    created_at   TEXT NOT NULL
) STRICT;

CREATE TABLE kind (
    code                    TEXT PRIMARY KEY,
    position                INTEGER NOT NULL,
    family                  TEXT NOT NULL,
    name_pl                 TEXT NOT NULL,
    name_en                 TEXT NOT NULL,
    name_uk                 TEXT NOT NULL,
    short_pl                TEXT NOT NULL,
    short_en                TEXT NOT NULL,
    short_uk                TEXT NOT NULL,
    minor_directed          INTEGER NOT NULL,
    minors_may_be_present   INTEGER NOT NULL,
    at_home                 INTEGER NOT NULL,
    remote                  INTEGER NOT NULL,
    effort                  INTEGER NOT NULL CHECK (effort BETWEEN 0 AND 3),
    min_age                 INTEGER NOT NULL,
    confidential            INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
    id          BLOB PRIMARY KEY,
    name        TEXT NOT NULL,
    email       TEXT NOT NULL UNIQUE,
    phone       TEXT NOT NULL,
    locale      TEXT NOT NULL,
    created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE role_grant (
    person_id        BLOB NOT NULL REFERENCES person (id),
    role             TEXT NOT NULL,
    organisation_id  BLOB REFERENCES organisation (id),
    created_at       TEXT NOT NULL
) STRICT;
CREATE INDEX role_grant_person ON role_grant (person_id);

CREATE TABLE volunteer (
    person_id             BLOB PRIMARY KEY REFERENCES person (id),
    status                TEXT NOT NULL,
    occupation            TEXT NOT NULL,
    birth_on              TEXT,
    district_id           BLOB REFERENCES district (id),
    preferences           TEXT NOT NULL,
    weekly_limit_minutes  INTEGER,
    screened_on           TEXT,
    applied_at            TEXT NOT NULL,
    updated_at            TEXT NOT NULL
) STRICT;
CREATE INDEX volunteer_status ON volunteer (status, applied_at);

CREATE TABLE opportunity (
    id               BLOB PRIMARY KEY,
    organisation_id  BLOB NOT NULL REFERENCES organisation (id),
    kind_code        TEXT NOT NULL REFERENCES kind (code),
    title            TEXT NOT NULL,
    description      TEXT NOT NULL,
    place            TEXT NOT NULL,
    place_folded     TEXT NOT NULL,
    district_id      BLOB REFERENCES district (id),
    remote           INTEGER NOT NULL,
    min_age          INTEGER NOT NULL,
    claim_rule       TEXT NOT NULL,
    state            TEXT NOT NULL,
    searched         TEXT NOT NULL,
    created_by       BLOB REFERENCES person (id),
    created_at       TEXT NOT NULL,
    updated_at       TEXT NOT NULL
) STRICT;
CREATE INDEX opportunity_organisation ON opportunity (organisation_id);
CREATE INDEX opportunity_updated ON opportunity (state, updated_at);

-- `taken` equals the claims that hold a place; the statement that changes it also checks it.
-- `on_day`, `starts`, `ends` are the intended civil time in Warsaw.
CREATE TABLE slot (
    id              BLOB PRIMARY KEY,
    opportunity_id  BLOB NOT NULL REFERENCES opportunity (id),
    starts_at       TEXT NOT NULL,
    ends_at         TEXT NOT NULL,
    on_day          TEXT NOT NULL,
    weekday         INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts          TEXT NOT NULL,
    ends            TEXT NOT NULL,
    min_places      INTEGER NOT NULL CHECK (min_places >= 1),
    max_places      INTEGER NOT NULL CHECK (max_places >= min_places),
    taken           INTEGER NOT NULL CHECK (taken >= 0 AND taken <= max_places),
    state           TEXT NOT NULL
) STRICT;
CREATE INDEX slot_day ON slot (on_day, starts_at);
CREATE INDEX slot_starts ON slot (starts_at);
CREATE INDEX slot_opportunity ON slot (opportunity_id, starts_at);

CREATE TABLE claim (
    id          BLOB PRIMARY KEY,
    slot_id     BLOB NOT NULL REFERENCES slot (id),
    person_id   BLOB NOT NULL REFERENCES person (id),
    state       TEXT NOT NULL,
    reason      TEXT,
    decided_by  BLOB REFERENCES person (id),
    decided_at  TEXT,
    created_at  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX claim_once ON claim (slot_id, person_id) WHERE state IN ('pending', 'approved', 'waitlisted', 'attended', 'no_show');
CREATE INDEX claim_slot ON claim (slot_id);
CREATE INDEX claim_person ON claim (person_id);
CREATE INDEX claim_waiting ON claim (created_at) WHERE state = 'pending';
CREATE INDEX claim_decided ON claim (decided_at) WHERE decided_at IS NOT NULL;

CREATE TABLE hours (
    claim_id      BLOB PRIMARY KEY REFERENCES claim (id),
    person_id     BLOB NOT NULL REFERENCES person (id),
    minutes       INTEGER NOT NULL CHECK (minutes > 0),
    confirmed_by  BLOB REFERENCES person (id),
    confirmed_at  TEXT NOT NULL
) STRICT;
CREATE INDEX hours_person ON hours (person_id);

-- What changed, for the live stream. `seq` is given in commit order by the relay.
CREATE TABLE event (
    id               BLOB PRIMARY KEY,
    seq              INTEGER UNIQUE,
    topic            TEXT NOT NULL,
    claim_id         BLOB,
    slot_id          BLOB,
    opportunity_id   BLOB,
    organisation_id  BLOB,
    person_id        BLOB,
    created_at       TEXT NOT NULL
) STRICT;
CREATE INDEX event_waiting ON event (created_at) WHERE seq IS NULL;
CREATE INDEX event_age ON event (created_at);

CREATE TABLE job (
    id            BLOB PRIMARY KEY,
    task          TEXT NOT NULL,
    payload       TEXT NOT NULL,
    due_at        TEXT NOT NULL,
    attempts      INTEGER NOT NULL,
    locked_until  TEXT,
    failed        TEXT
) STRICT;
CREATE INDEX job_due ON job (due_at) WHERE failed IS NULL;

CREATE TABLE mail (
    id          BLOB PRIMARY KEY,
    recipient   TEXT NOT NULL,
    person_id   BLOB REFERENCES person (id),
    claim_id    BLOB REFERENCES claim (id),
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    due_at      TEXT NOT NULL,
    sent_at     TEXT
) STRICT;
CREATE INDEX mail_created ON mail (created_at);
CREATE INDEX mail_recipient ON mail (recipient, created_at);
CREATE INDEX mail_claim ON mail (claim_id) WHERE claim_id IS NOT NULL;

-- Append-only. No names, no texts: who did what to which record, and which personal data were looked at.
CREATE TABLE audit (
    id         BLOB PRIMARY KEY,
    at         TEXT NOT NULL,
    actor_id   BLOB,
    action     TEXT NOT NULL,
    noun       TEXT NOT NULL,
    object_id  BLOB,
    detail     TEXT NOT NULL
) STRICT;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_object ON audit (object_id, at);

CREATE TABLE session (
    id          BLOB PRIMARY KEY,
    token_hash  BLOB NOT NULL UNIQUE,
    person_id   BLOB NOT NULL REFERENCES person (id),
    created_at  TEXT NOT NULL,
    seen_at     TEXT NOT NULL,
    expires_at  TEXT NOT NULL
) STRICT;
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE sign_in (
    id          BLOB PRIMARY KEY,
    email       TEXT NOT NULL,
    name        TEXT NOT NULL,
    code_hash   BLOB NOT NULL,
    tries       INTEGER NOT NULL,
    created_at  TEXT NOT NULL,
    expires_at  TEXT NOT NULL,
    used_at     TEXT
) STRICT;
CREATE INDEX sign_in_expires ON sign_in (expires_at);

CREATE TABLE rate_limit (
    key         TEXT PRIMARY KEY,
    count       INTEGER NOT NULL,
    ends_at     TEXT NOT NULL
) STRICT;
CREATE INDEX rate_limit_ends ON rate_limit (ends_at);
