-- The code that hangs at an organisation's place. `key`: in the address on the poster. `secret`: of it and the minute the
-- number on a host's screen is made. Both are made anew when a poster got into wrong hands.
CREATE TABLE place_code (
    organisation_id  BLOB PRIMARY KEY REFERENCES organisation (id),
    key              TEXT NOT NULL UNIQUE,
    secret           BLOB NOT NULL,
    created_at       TEXT NOT NULL
) STRICT;

-- Who came and who left, as they said themselves. `id` is made by the phone, so that what is sent twice counts once.
-- `at`: when it was said; `received_at`: when it got here. `proven`: with the number of that minute. Never changed; gone
-- where the date is moved to another time or place.
CREATE TABLE check_in (
    id           BLOB PRIMARY KEY,
    claim_id     BLOB NOT NULL REFERENCES claim (id),
    tap          TEXT NOT NULL CHECK (tap IN ('arrived', 'left')),
    at           TEXT NOT NULL,
    received_at  TEXT NOT NULL,
    proven       INTEGER NOT NULL,
    UNIQUE (claim_id, tap)
) STRICT;
