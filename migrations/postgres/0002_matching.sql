-- A place that a volunteer was asked to take. One open offer per pair; an answered one stays as history.
CREATE TABLE offer (
    id           UUID PRIMARY KEY,
    slot_id      UUID NOT NULL REFERENCES slot (id),
    person_id    UUID NOT NULL REFERENCES person (id),
    state        TEXT NOT NULL,
    key_hash     BYTEA NOT NULL UNIQUE,
    offered_by   UUID NOT NULL REFERENCES person (id),
    offered_at   TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL,
    answered_at  TIMESTAMPTZ
);
CREATE UNIQUE INDEX offer_once ON offer (slot_id, person_id) WHERE state = 'open';
CREATE INDEX offer_person ON offer (person_id, state);
CREATE INDEX offer_open ON offer (expires_at) WHERE state = 'open';

-- A pair that the plan keeps, before the volunteer was asked.
CREATE TABLE pair_lock (
    slot_id     UUID NOT NULL REFERENCES slot (id),
    person_id   UUID NOT NULL REFERENCES person (id),
    decided_by  UUID NOT NULL REFERENCES person (id),
    decided_at  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (slot_id, person_id)
);

-- Somebody who is not proposed for a slot, an opportunity or an organisation: exactly one of the three.
CREATE TABLE exclusion (
    id               UUID PRIMARY KEY,
    person_id        UUID NOT NULL REFERENCES person (id),
    slot_id          UUID REFERENCES slot (id),
    opportunity_id   UUID REFERENCES opportunity (id),
    organisation_id  UUID REFERENCES organisation (id),
    until            TIMESTAMPTZ,
    reason           TEXT NOT NULL,
    decided_by       UUID NOT NULL REFERENCES person (id),
    decided_at       TIMESTAMPTZ NOT NULL
);
CREATE INDEX exclusion_person ON exclusion (person_id);

-- Append-only: what a human decided about a pair, whether the plan had suggested it, and the points it showed.
CREATE TABLE matching_decision (
    id          UUID PRIMARY KEY,
    slot_id     UUID NOT NULL REFERENCES slot (id),
    person_id   UUID NOT NULL REFERENCES person (id),
    action      TEXT NOT NULL,
    suggested   BOOLEAN NOT NULL,
    reasons     JSONB NOT NULL,
    decided_by  UUID NOT NULL REFERENCES person (id),
    decided_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX matching_decision_slot ON matching_decision (slot_id, decided_at);

-- What counts how much; the newest row holds.
CREATE TABLE matching_weights (
    id        UUID PRIMARY KEY,
    weights   JSONB NOT NULL,
    saved_by  UUID NOT NULL REFERENCES person (id),
    saved_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX matching_weights_saved ON matching_weights (saved_at);

-- Which slot a coordinator has before them; holds for a few minutes.
CREATE TABLE looking (
    person_id  UUID PRIMARY KEY REFERENCES person (id),
    slot_id    UUID NOT NULL REFERENCES slot (id),
    at         TIMESTAMPTZ NOT NULL
);

-- An offer that is taken back in time takes its mail back.
ALTER TABLE mail ADD COLUMN offer_id UUID REFERENCES offer (id);
CREATE INDEX mail_offer ON mail (offer_id) WHERE offer_id IS NOT NULL;

-- When somebody stepped back: late ones are a sign for the next time.
ALTER TABLE claim ADD COLUMN withdrawn_at TIMESTAMPTZ;
CREATE INDEX claim_withdrawn ON claim (withdrawn_at) WHERE withdrawn_at IS NOT NULL;
