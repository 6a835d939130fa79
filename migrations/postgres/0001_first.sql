-- The centre: one database is one centre.
CREATE TABLE centre (
    id                    BIGINT PRIMARY KEY CHECK (id = 1),
    name                  TEXT NOT NULL,
    address               TEXT NOT NULL,
    phone                 TEXT NOT NULL,
    email                 TEXT NOT NULL,
    is_demo               BOOLEAN NOT NULL,
    travel_minutes        BIGINT NOT NULL,
    weekly_minutes        BIGINT NOT NULL,
    minor_weekly_minutes  BIGINT NOT NULL
);

CREATE TABLE district (
    id    UUID PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE
);

CREATE TABLE organisation (
    id           UUID PRIMARY KEY,
    name         TEXT NOT NULL,
    type         TEXT NOT NULL,
    address      TEXT NOT NULL,
    district_id  UUID REFERENCES district (id),
    created_at   TIMESTAMPTZ NOT NULL
);

CREATE TABLE kind (
    code                    TEXT PRIMARY KEY,
    position                BIGINT NOT NULL,
    family                  TEXT NOT NULL,
    name_pl                 TEXT NOT NULL,
    name_en                 TEXT NOT NULL,
    name_uk                 TEXT NOT NULL,
    short_pl                TEXT NOT NULL,
    short_en                TEXT NOT NULL,
    short_uk                TEXT NOT NULL,
    minor_directed          BOOLEAN NOT NULL,
    minors_may_be_present   BOOLEAN NOT NULL,
    at_home                 BOOLEAN NOT NULL,
    remote                  BOOLEAN NOT NULL,
    effort                  BIGINT NOT NULL CHECK (effort BETWEEN 0 AND 3),
    min_age                 BIGINT NOT NULL,
    confidential            BOOLEAN NOT NULL
);

CREATE TABLE person (
    id          UUID PRIMARY KEY,
    name        TEXT NOT NULL,
    email       TEXT NOT NULL UNIQUE,
    phone       TEXT NOT NULL,
    locale      TEXT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL
);

CREATE TABLE role_grant (
    person_id        UUID NOT NULL REFERENCES person (id),
    role             TEXT NOT NULL,
    organisation_id  UUID REFERENCES organisation (id),
    created_at       TIMESTAMPTZ NOT NULL
);
CREATE INDEX role_grant_person ON role_grant (person_id);

CREATE TABLE volunteer (
    person_id             UUID PRIMARY KEY REFERENCES person (id),
    status                TEXT NOT NULL,
    occupation            TEXT NOT NULL,
    birth_on              DATE,
    district_id           UUID REFERENCES district (id),
    preferences           JSONB NOT NULL,
    weekly_limit_minutes  BIGINT,
    screened_on           DATE,
    applied_at            TIMESTAMPTZ NOT NULL,
    updated_at            TIMESTAMPTZ NOT NULL
);
CREATE INDEX volunteer_status ON volunteer (status, applied_at);

CREATE TABLE opportunity (
    id               UUID PRIMARY KEY,
    organisation_id  UUID NOT NULL REFERENCES organisation (id),
    kind_code        TEXT NOT NULL REFERENCES kind (code),
    title            TEXT NOT NULL,
    description      TEXT NOT NULL,
    place            TEXT NOT NULL,
    place_folded     TEXT NOT NULL,
    district_id      UUID REFERENCES district (id),
    remote           BOOLEAN NOT NULL,
    min_age          BIGINT NOT NULL,
    claim_rule       TEXT NOT NULL,
    state            TEXT NOT NULL,
    searched         TEXT NOT NULL,
    created_by       UUID REFERENCES person (id),
    created_at       TIMESTAMPTZ NOT NULL,
    updated_at       TIMESTAMPTZ NOT NULL
);
CREATE INDEX opportunity_organisation ON opportunity (organisation_id);
CREATE INDEX opportunity_updated ON opportunity (state, updated_at);

-- `taken` equals the claims that hold a place; the statement that changes it also checks it.
-- `on_day`, `starts`, `ends` are the intended civil time in Warsaw.
CREATE TABLE slot (
    id              UUID PRIMARY KEY,
    opportunity_id  UUID NOT NULL REFERENCES opportunity (id),
    starts_at       TIMESTAMPTZ NOT NULL,
    ends_at         TIMESTAMPTZ NOT NULL,
    on_day          DATE NOT NULL,
    weekday         BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts          TEXT NOT NULL,
    ends            TEXT NOT NULL,
    min_places      BIGINT NOT NULL CHECK (min_places >= 1),
    max_places      BIGINT NOT NULL CHECK (max_places >= min_places),
    taken           BIGINT NOT NULL CHECK (taken >= 0 AND taken <= max_places),
    state           TEXT NOT NULL
);
CREATE INDEX slot_day ON slot (on_day, starts_at);
CREATE INDEX slot_starts ON slot (starts_at);
CREATE INDEX slot_opportunity ON slot (opportunity_id, starts_at);

CREATE TABLE claim (
    id          UUID PRIMARY KEY,
    slot_id     UUID NOT NULL REFERENCES slot (id),
    person_id   UUID NOT NULL REFERENCES person (id),
    state       TEXT NOT NULL,
    reason      TEXT,
    decided_by  UUID REFERENCES person (id),
    decided_at  TIMESTAMPTZ,
    created_at  TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX claim_once ON claim (slot_id, person_id) WHERE state IN ('pending', 'approved', 'waitlisted', 'attended', 'no_show');
CREATE INDEX claim_slot ON claim (slot_id);
CREATE INDEX claim_person ON claim (person_id);
CREATE INDEX claim_waiting ON claim (created_at) WHERE state = 'pending';
CREATE INDEX claim_decided ON claim (decided_at) WHERE decided_at IS NOT NULL;

CREATE TABLE hours (
    claim_id      UUID PRIMARY KEY REFERENCES claim (id),
    person_id     UUID NOT NULL REFERENCES person (id),
    minutes       BIGINT NOT NULL CHECK (minutes > 0),
    confirmed_by  UUID REFERENCES person (id),
    confirmed_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX hours_person ON hours (person_id);

-- What changed, for the live stream. `seq` is given in commit order by the relay.
CREATE TABLE event (
    id               UUID PRIMARY KEY,
    seq              BIGINT UNIQUE,
    topic            TEXT NOT NULL,
    claim_id         UUID,
    slot_id          UUID,
    opportunity_id   UUID,
    organisation_id  UUID,
    person_id        UUID,
    created_at       TIMESTAMPTZ NOT NULL
);
CREATE INDEX event_waiting ON event (created_at) WHERE seq IS NULL;
CREATE INDEX event_age ON event (created_at);

CREATE TABLE job (
    id            UUID PRIMARY KEY,
    task          TEXT NOT NULL,
    payload       JSONB NOT NULL,
    due_at        TIMESTAMPTZ NOT NULL,
    attempts      BIGINT NOT NULL,
    locked_until  TIMESTAMPTZ,
    failed        TEXT
);
CREATE INDEX job_due ON job (due_at) WHERE failed IS NULL;

CREATE TABLE mail (
    id          UUID PRIMARY KEY,
    recipient   TEXT NOT NULL,
    person_id   UUID REFERENCES person (id),
    claim_id    UUID REFERENCES claim (id),
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    due_at      TIMESTAMPTZ NOT NULL,
    sent_at     TIMESTAMPTZ
);
CREATE INDEX mail_created ON mail (created_at);
CREATE INDEX mail_recipient ON mail (recipient, created_at);
CREATE INDEX mail_claim ON mail (claim_id) WHERE claim_id IS NOT NULL;

-- Append-only. No names, no texts: who did what to which record, and which personal data were looked at.
CREATE TABLE audit (
    id         UUID PRIMARY KEY,
    at         TIMESTAMPTZ NOT NULL,
    actor_id   UUID,
    action     TEXT NOT NULL,
    noun       TEXT NOT NULL,
    object_id  UUID,
    detail     JSONB NOT NULL
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_object ON audit (object_id, at);

CREATE TABLE session (
    id          UUID PRIMARY KEY,
    token_hash  BYTEA NOT NULL UNIQUE,
    person_id   UUID NOT NULL REFERENCES person (id),
    created_at  TIMESTAMPTZ NOT NULL,
    seen_at     TIMESTAMPTZ NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE sign_in (
    id          UUID PRIMARY KEY,
    email       TEXT NOT NULL,
    name        TEXT NOT NULL,
    code_hash   BYTEA NOT NULL,
    tries       BIGINT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL,
    used_at     TIMESTAMPTZ
);
CREATE INDEX sign_in_expires ON sign_in (expires_at);

CREATE TABLE rate_limit (
    key         TEXT PRIMARY KEY,
    count       BIGINT NOT NULL,
    ends_at     TIMESTAMPTZ NOT NULL
);
CREATE INDEX rate_limit_ends ON rate_limit (ends_at);
