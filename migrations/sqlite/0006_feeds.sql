-- The address of a person's own calendar: whoever has its secret reads it. Only the secret's hash is here.
CREATE TABLE feed_link (
    person_id   BLOB PRIMARY KEY REFERENCES person (id),
    token_hash  BLOB NOT NULL UNIQUE,
    created_at  TEXT NOT NULL
) STRICT;

-- How often a date, or what it is a date of, changed in a way that people with a copy of it must hear of (SEQUENCE of
-- iCalendar). Counted here, so that no statement that changes a date can forget it.
ALTER TABLE slot ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE opportunity ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
-- It was published before it was cancelled: visitors may hear that it was.
ALTER TABLE opportunity ADD COLUMN was_published INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER slot_revised AFTER UPDATE OF starts_at, ends_at, work_minutes, state ON slot
WHEN OLD.starts_at IS NOT NEW.starts_at OR OLD.ends_at IS NOT NEW.ends_at
  OR OLD.work_minutes IS NOT NEW.work_minutes OR OLD.state IS NOT NEW.state
BEGIN
    UPDATE slot SET revision = OLD.revision + 1 WHERE id = NEW.id;
END;

CREATE TRIGGER opportunity_revised AFTER UPDATE OF title, description, place, remote, state ON opportunity
WHEN OLD.title IS NOT NEW.title OR OLD.description IS NOT NEW.description OR OLD.place IS NOT NEW.place
  OR OLD.remote IS NOT NEW.remote OR OLD.state IS NOT NEW.state
BEGIN
    UPDATE opportunity SET revision = OLD.revision + 1,
      was_published = (OLD.was_published OR (OLD.state = 'published' AND NEW.state = 'cancelled'))
    WHERE id = NEW.id;
END;
