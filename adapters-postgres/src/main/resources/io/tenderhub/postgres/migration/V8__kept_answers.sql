-- Answers to requests that may come again, and who is at work on one. No team_id: a row tells neither the team nor the user, nor what
-- was asked or answered, to whoever has not the key that the client chose. Neither role is granted anything here.
CREATE TABLE ${prefix}_kept_answers (
    id            text COLLATE "C" NOT NULL,
    fingerprint   text COLLATE "C" NOT NULL,
    holder        text COLLATE "C" NOT NULL,
    claimed_until timestamptz NOT NULL,
    answer        bytea,
    expires_at    timestamptz NOT NULL,
    CONSTRAINT ${prefix}_kept_answers_pkey PRIMARY KEY (id)
);
-- Closed contents can't be compressed.
ALTER TABLE ${prefix}_kept_answers ALTER COLUMN answer SET STORAGE EXTERNAL;
CREATE INDEX ${prefix}_kept_answers_expiry ON ${prefix}_kept_answers (expires_at);
