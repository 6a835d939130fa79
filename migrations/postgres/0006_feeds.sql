-- The address of a person's own calendar: whoever has its secret reads it. Only the secret's hash is here.
CREATE TABLE feed_link (
    person_id   UUID PRIMARY KEY REFERENCES person (id),
    token_hash  BYTEA NOT NULL UNIQUE,
    created_at  TIMESTAMPTZ NOT NULL
);

-- How often a date, or what it is a date of, changed in a way that people with a copy of it must hear of (SEQUENCE of
-- iCalendar). Counted here, so that no statement that changes a date can forget it.
ALTER TABLE slot ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
ALTER TABLE opportunity ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
-- It was published before it was cancelled: visitors may hear that it was.
ALTER TABLE opportunity ADD COLUMN was_published BOOLEAN NOT NULL DEFAULT FALSE;

CREATE FUNCTION slot_revised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := OLD.revision + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER slot_revised BEFORE UPDATE OF starts_at, ends_at, work_minutes, state ON slot FOR EACH ROW
WHEN (OLD.starts_at IS DISTINCT FROM NEW.starts_at OR OLD.ends_at IS DISTINCT FROM NEW.ends_at
  OR OLD.work_minutes IS DISTINCT FROM NEW.work_minutes OR OLD.state IS DISTINCT FROM NEW.state)
EXECUTE FUNCTION slot_revised();

CREATE FUNCTION opportunity_revised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := OLD.revision + 1;
    NEW.was_published := OLD.was_published OR (OLD.state = 'published' AND NEW.state = 'cancelled');
    RETURN NEW;
END
$$;
CREATE TRIGGER opportunity_revised BEFORE UPDATE OF title, description, place, remote, state ON opportunity FOR EACH ROW
WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.description IS DISTINCT FROM NEW.description
  OR OLD.place IS DISTINCT FROM NEW.place OR OLD.remote IS DISTINCT FROM NEW.remote
  OR OLD.state IS DISTINCT FROM NEW.state)
EXECUTE FUNCTION opportunity_revised();
