-- Watching a kind of help or a facility: exactly one of the four in `watch`. It goes on until it is ended.
ALTER TABLE watch ADD COLUMN kind_code TEXT REFERENCES kind (code);
ALTER TABLE watch ADD COLUMN organisation_id BLOB REFERENCES organisation (id);
CREATE INDEX watch_kind ON watch (kind_code) WHERE kind_code IS NOT NULL;
CREATE INDEX watch_organisation ON watch (organisation_id) WHERE organisation_id IS NOT NULL;

-- What a person who watches was told of a date, or knew when they began to: nobody is told the same twice.
CREATE TABLE watch_told (
    person_id  BLOB NOT NULL REFERENCES person (id),
    slot_id    BLOB NOT NULL REFERENCES slot (id),
    why        TEXT NOT NULL,
    told_at    TEXT NOT NULL,
    PRIMARY KEY (person_id, slot_id, why)
) STRICT;
