-- What somebody can show: the centre's list. The texts of the first ones are the program's, by their code; the centre's
-- own ones are named by it. An ended one is asked for no longer.
CREATE TABLE qualification (
    code        TEXT PRIMARY KEY,
    position    INTEGER NOT NULL,
    created_by  BLOB REFERENCES person (id),
    created_at  TEXT,
    ended_at    TEXT
) STRICT;
INSERT INTO qualification (code, position) VALUES ('first-aid', 1), ('sanitary', 2), ('driving-b', 3), ('safety', 4);

-- What a volunteer has of it, from when until when, and who recorded it: read with the person, by every rule.
ALTER TABLE volunteer ADD COLUMN qualifications TEXT NOT NULL DEFAULT '[]';

-- What the whole opportunity needs, and its roles with what each of them needs.
ALTER TABLE opportunity ADD COLUMN requires TEXT NOT NULL DEFAULT '[]';
ALTER TABLE opportunity ADD COLUMN roles TEXT NOT NULL DEFAULT '[]';

-- The places of a date by role; the date's own numbers are their sums. `taken` equals the claims of the role that hold
-- a place; the statement that changes it also checks it.
ALTER TABLE slot ADD COLUMN with_roles INTEGER NOT NULL DEFAULT 0;
CREATE TABLE slot_role (
    slot_id     BLOB NOT NULL REFERENCES slot (id),
    role_id     BLOB NOT NULL,
    position    INTEGER NOT NULL,
    min_places  INTEGER NOT NULL CHECK (min_places >= 0),
    max_places  INTEGER NOT NULL CHECK (max_places >= 1 AND max_places >= min_places),
    taken       INTEGER NOT NULL CHECK (taken >= 0 AND taken <= max_places),
    PRIMARY KEY (slot_id, role_id)
) STRICT;

-- New dates of a series get its roles. Who takes a place, waits for one, is asked, or is kept one, is so in a role where
-- the date has roles.
ALTER TABLE series ADD COLUMN roles TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim ADD COLUMN role_id BLOB;
ALTER TABLE offer ADD COLUMN role_id BLOB;
ALTER TABLE standing ADD COLUMN role_id BLOB;
ALTER TABLE pair_lock ADD COLUMN role_id BLOB;
