-- Somebody comes with a friend: one more place of the claim is held while the invitation is open, for whoever has the
-- key of its link. Only the hash of the key is kept. `friend_claim_id`: the claim that the friend's yes became.
CREATE TABLE invitation (
    id               UUID PRIMARY KEY,
    claim_id         UUID NOT NULL REFERENCES claim (id),
    state            TEXT NOT NULL,
    key_hash         BYTEA NOT NULL UNIQUE,
    created_at       TIMESTAMPTZ NOT NULL,
    expires_at       TIMESTAMPTZ NOT NULL,
    answered_at      TIMESTAMPTZ,
    friend_claim_id  UUID REFERENCES claim (id)
);
CREATE UNIQUE INDEX invitation_once ON invitation (claim_id) WHERE state = 'open';
CREATE INDEX invitation_open ON invitation (expires_at) WHERE state = 'open';

-- An invitation that is over takes its mail back.
ALTER TABLE mail ADD COLUMN invitation_id UUID REFERENCES invitation (id);
CREATE INDEX mail_invitation ON mail (invitation_id) WHERE invitation_id IS NOT NULL;

-- A class, people of a company, another group: its claim holds `places` places, one of them for the person who is
-- responsible. Names of the others follow until `names_until`, `names_days` days before the date; then places without a
-- name are freed (`closed_at`, `freed`).
CREATE TABLE party (
    claim_id     UUID PRIMARY KEY REFERENCES claim (id),
    kind         TEXT NOT NULL,
    name         TEXT NOT NULL,
    names_days   BIGINT NOT NULL CHECK (names_days >= 1),
    names_until  TIMESTAMPTZ NOT NULL,
    reminded_at  TIMESTAMPTZ,
    closed_at    TIMESTAMPTZ,
    freed        BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX party_open ON party (names_until) WHERE closed_at IS NULL;

-- Somebody on the list of a group. `came`: what the host recorded. Name and birth date are forgotten some time after.
CREATE TABLE guest (
    id          UUID PRIMARY KEY,
    claim_id    UUID NOT NULL REFERENCES party (claim_id),
    position    BIGINT NOT NULL,
    name        TEXT NOT NULL,
    birth_on    DATE,
    came        BOOLEAN
);
CREATE INDEX guest_claim ON guest (claim_id, position);

-- The most places that one group can ask for.
ALTER TABLE centre ADD COLUMN party_places BIGINT NOT NULL DEFAULT 30;
