-- What somebody can show: the centre's list. The texts of the first ones are the program's, by their code; the centre's
-- own ones are named by it. An ended one is asked for no longer.
CREATE TABLE qualification (
    code        TEXT PRIMARY KEY,
    position    BIGINT NOT NULL,
    created_by  UUID REFERENCES person (id),
    created_at  TIMESTAMPTZ,
    ended_at    TIMESTAMPTZ
);
INSERT INTO qualification (code, position) VALUES ('first-aid', 1), ('sanitary', 2), ('driving-b', 3), ('safety', 4);

-- What a volunteer has of it, from when until when, and who recorded it: read with the person, by every rule.
ALTER TABLE volunteer ADD COLUMN qualifications JSONB NOT NULL DEFAULT '[]';

-- What the whole opportunity needs, and its roles with what each of them needs.
ALTER TABLE opportunity ADD COLUMN requires JSONB NOT NULL DEFAULT '[]';
ALTER TABLE opportunity ADD COLUMN roles JSONB NOT NULL DEFAULT '[]';

-- The places of a date by role; the date's own numbers are their sums. `taken` equals the claims of the role that hold
-- a place; the statement that changes it also checks it.
ALTER TABLE slot ADD COLUMN with_roles BOOLEAN NOT NULL DEFAULT FALSE;
CREATE TABLE slot_role (
    slot_id     UUID NOT NULL REFERENCES slot (id),
    role_id     UUID NOT NULL,
    position    BIGINT NOT NULL,
    min_places  BIGINT NOT NULL CHECK (min_places >= 0),
    max_places  BIGINT NOT NULL CHECK (max_places >= 1 AND max_places >= min_places),
    taken       BIGINT NOT NULL CHECK (taken >= 0 AND taken <= max_places),
    PRIMARY KEY (slot_id, role_id)
);

-- New dates of a series get its roles. Who takes a place, waits for one, is asked, or is kept one, is so in a role where
-- the date has roles.
ALTER TABLE series ADD COLUMN roles JSONB NOT NULL DEFAULT '[]';
ALTER TABLE claim ADD COLUMN role_id UUID;
ALTER TABLE offer ADD COLUMN role_id UUID;
ALTER TABLE standing ADD COLUMN role_id UUID;
ALTER TABLE pair_lock ADD COLUMN role_id UUID;
