-- The centre's own numbers: until how many hours before a date people step back alone, how long a freed place waits
-- for the next person, and whether coordinators decide about stand-ins and swaps.
ALTER TABLE centre ADD COLUMN cancel_hours INTEGER NOT NULL DEFAULT 48;
ALTER TABLE centre ADD COLUMN waitlist_hours INTEGER NOT NULL DEFAULT 12;
ALTER TABLE centre ADD COLUMN decides_swaps INTEGER NOT NULL DEFAULT 0;

-- Posting. An organisation that is trusted publishes alone; a draft that was handed in waits for a coordinator, who
-- publishes it or sends it back with a note. `proposed`: what a published one shall say once a coordinator agrees.
ALTER TABLE organisation ADD COLUMN trusted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE opportunity ADD COLUMN questions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE opportunity ADD COLUMN handed_in_at TEXT;
ALTER TABLE opportunity ADD COLUMN sent_back TEXT;
ALTER TABLE opportunity ADD COLUMN proposed TEXT;
CREATE INDEX opportunity_handed_in ON opportunity (handed_in_at) WHERE handed_in_at IS NOT NULL;

-- A form to start from. Of one organisation, or of the centre.
CREATE TABLE template (
    id               BLOB PRIMARY KEY,
    organisation_id  BLOB REFERENCES organisation (id),
    name             TEXT NOT NULL,
    form             TEXT NOT NULL,
    created_by       BLOB NOT NULL REFERENCES person (id),
    created_at       TEXT NOT NULL
) STRICT;

-- Dates that repeat: an RFC 5545 rule in civil time, with what is left out. `follows_id` is the series it was split from.
CREATE TABLE series (
    id                  BLOB PRIMARY KEY,
    opportunity_id      BLOB NOT NULL REFERENCES opportunity (id),
    follows_id          BLOB REFERENCES series (id),
    rule                TEXT NOT NULL,
    first_on            TEXT NOT NULL,
    starts              TEXT NOT NULL,
    ends                TEXT NOT NULL,
    skip_holidays       INTEGER NOT NULL,
    skip_school_breaks  INTEGER NOT NULL,
    skipped_days        TEXT NOT NULL,
    min_places          INTEGER NOT NULL,
    max_places          INTEGER NOT NULL,
    opens_days_before   INTEGER,
    standing_percent    INTEGER NOT NULL CHECK (standing_percent BETWEEN 0 AND 100),
    created_at          TEXT NOT NULL,
    updated_at          TEXT NOT NULL
) STRICT;
CREATE INDEX series_opportunity ON series (opportunity_id);

-- `series_day` is the day that the rule gave; it stays when one date is moved. `work_minutes`: not the hours from start
-- to end but so much work, whenever it suits between them.
ALTER TABLE slot ADD COLUMN series_id BLOB REFERENCES series (id);
ALTER TABLE slot ADD COLUMN series_day TEXT;
ALTER TABLE slot ADD COLUMN opens_at TEXT;
ALTER TABLE slot ADD COLUMN work_minutes INTEGER;
CREATE UNIQUE INDEX slot_series ON slot (series_id, series_day) WHERE series_id IS NOT NULL;
CREATE INDEX slot_window ON slot (ends_at) WHERE work_minutes IS NOT NULL;

-- A place in a whole series. Its claims carry `standing_id`; on `skipped_days` the person does not come.
CREATE TABLE standing (
    id            BLOB PRIMARY KEY,
    series_id     BLOB NOT NULL REFERENCES series (id),
    person_id     BLOB NOT NULL REFERENCES person (id),
    skipped_days  TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    ended_at      TEXT
) STRICT;
CREATE UNIQUE INDEX standing_once ON standing (series_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX standing_person ON standing (person_id);

-- A claim holds `places` places. `queued_at` orders the waiting list;
-- `asked_again_at`: the date was moved and the person has not said yet that it still suits them. `rule` is the rule that
-- decided, with its facts, where no human did.
ALTER TABLE claim ADD COLUMN places INTEGER NOT NULL DEFAULT 1 CHECK (places >= 1);
ALTER TABLE claim ADD COLUMN standing_id BLOB REFERENCES standing (id);
ALTER TABLE claim ADD COLUMN queued_at TEXT;
ALTER TABLE claim ADD COLUMN asked_again_at TEXT;
ALTER TABLE claim ADD COLUMN answers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim ADD COLUMN rule TEXT;
DROP INDEX claim_once;
CREATE UNIQUE INDEX claim_once ON claim (slot_id, person_id) WHERE state IN ('pending', 'approved', 'waitlisted', 'offered', 'attended', 'no_show');
CREATE INDEX claim_queue ON claim (slot_id, queued_at) WHERE state = 'waitlisted';
CREATE INDEX claim_standing ON claim (standing_id) WHERE standing_id IS NOT NULL;

-- Append-only: every step of a claim, counted from 1.
CREATE TABLE claim_history (
    claim_id  BLOB NOT NULL REFERENCES claim (id),
    position  INTEGER NOT NULL,
    at        TEXT NOT NULL,
    actor_id  BLOB,
    step      TEXT NOT NULL,
    state     TEXT NOT NULL,
    note      TEXT,
    PRIMARY KEY (claim_id, position)
) STRICT;

-- Work of a claim without an hour, as it is done; `done_at`: its person said that they are ready with it.
ALTER TABLE claim ADD COLUMN done_at TEXT;
CREATE TABLE stint (
    id          BLOB PRIMARY KEY,
    claim_id    BLOB NOT NULL REFERENCES claim (id),
    on_day      TEXT NOT NULL,
    minutes     INTEGER NOT NULL CHECK (minutes > 0),
    created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX stint_claim ON stint (claim_id, on_day);

-- Append-only: every change of an opportunity, its series and dates, with what it was before.
CREATE TABLE opportunity_change (
    id              BLOB PRIMARY KEY,
    opportunity_id  BLOB NOT NULL REFERENCES opportunity (id),
    position        INTEGER NOT NULL,
    series_id       BLOB REFERENCES series (id),
    slot_id         BLOB REFERENCES slot (id),
    at              TEXT NOT NULL,
    changed_by      BLOB REFERENCES person (id),
    action          TEXT NOT NULL,
    detail          TEXT NOT NULL
) STRICT;
CREATE INDEX opportunity_change_opportunity ON opportunity_change (opportunity_id, position);

-- Why somebody is asked: by a coordinator, from the waiting list, to stand in, to swap. `claim_id` is the place that is
-- handed over, or that waits; `other_claim_id` the place given for it in a swap.
ALTER TABLE offer ADD COLUMN cause TEXT NOT NULL DEFAULT 'coordinator';
ALTER TABLE offer ADD COLUMN claim_id BLOB REFERENCES claim (id);
ALTER TABLE offer ADD COLUMN other_claim_id BLOB REFERENCES claim (id);
CREATE INDEX offer_claim ON offer (claim_id) WHERE claim_id IS NOT NULL;

-- A volunteer seeks somebody to come instead. Whom they asked stands in `offer`; that they asked, here: it looks the same
-- whether the address they typed is known or not.
CREATE TABLE seeking (
    claim_id  BLOB PRIMARY KEY REFERENCES claim (id),
    asked_at  TEXT NOT NULL,
    until     TEXT NOT NULL,
    ended_at  TEXT
) STRICT;
CREATE INDEX seeking_open ON seeking (until) WHERE ended_at IS NULL;

-- Who wants to hear when a place becomes free. Exactly one of slot and opportunity.
CREATE TABLE watch (
    id              BLOB PRIMARY KEY,
    person_id       BLOB NOT NULL REFERENCES person (id),
    slot_id         BLOB REFERENCES slot (id),
    opportunity_id  BLOB REFERENCES opportunity (id),
    created_at      TEXT NOT NULL,
    told_at         TEXT
) STRICT;
CREATE UNIQUE INDEX watch_once ON watch (person_id, slot_id, opportunity_id);
CREATE INDEX watch_slot ON watch (slot_id) WHERE slot_id IS NOT NULL;
CREATE INDEX watch_opportunity ON watch (opportunity_id) WHERE opportunity_id IS NOT NULL;

-- Rules that approve claims by themselves, or leave them to a person whatever others say.
CREATE TABLE approval_rule (
    id               BLOB PRIMARY KEY,
    name             TEXT NOT NULL,
    effect           TEXT NOT NULL,
    conditions       TEXT NOT NULL,
    organisation_id  BLOB REFERENCES organisation (id),
    created_by       BLOB NOT NULL REFERENCES person (id),
    created_at       TEXT NOT NULL,
    ended_at         TEXT
) STRICT;
