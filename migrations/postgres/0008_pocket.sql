-- The code that hangs at an organisation's place. `key`: in the address on the poster. `secret`: of it and the minute the
-- number on a host's screen is made. Both are made anew when a poster got into wrong hands.
CREATE TABLE place_code (
    organisation_id  UUID PRIMARY KEY REFERENCES organisation (id),
    key              TEXT NOT NULL UNIQUE,
    secret           BYTEA NOT NULL,
    created_at       TIMESTAMPTZ NOT NULL
);

-- Who came and who left, as they said themselves. `id` is made by the phone, so that what is sent twice counts once.
-- `at`: when it was said; `received_at`: when it got here. `proven`: with the number of that minute. Never changed; gone
-- where the date is moved to another time or place.
CREATE TABLE check_in (
    id           UUID PRIMARY KEY,
    claim_id     UUID NOT NULL REFERENCES claim (id),
    tap          TEXT NOT NULL CHECK (tap IN ('arrived', 'left')),
    at           TIMESTAMPTZ NOT NULL,
    received_at  TIMESTAMPTZ NOT NULL,
    proven       BOOLEAN NOT NULL,
    UNIQUE (claim_id, tap)
);
