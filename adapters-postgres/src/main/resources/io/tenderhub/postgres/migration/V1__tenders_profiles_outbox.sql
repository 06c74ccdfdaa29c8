-- Public tenders: what is searched, filtered and sorted in columns; the tender itself and its published JSON beside them.
-- The *_key columns hold the text folded to lower case by the program, so that matching does not hang on the locale of
-- the database. raw is the published JSON for queries, raw_text the same to the letter: jsonb keeps neither the order of
-- members nor blanks. Times are kept to the microsecond, the rest of the nanoseconds beside them.
CREATE TABLE ${prefix}_tenders (
    ocid                text COLLATE "C" NOT NULL,
    tender_id           text NOT NULL,
    heading             text NOT NULL,
    buyer               text,
    buyer_key           text,
    province            text,
    province_key        text,
    category            text,
    category_key        text,
    status              text,
    status_key          text,
    method              text,
    method_key          text,
    value_amount        numeric,
    value_currency      text,
    release_date        timestamptz NOT NULL,
    release_nanos       smallint NOT NULL,
    closes_at           timestamptz,
    closes_nanos        smallint NOT NULL,
    compulsory_briefing boolean NOT NULL,
    cidb                text[] NOT NULL,
    cidb_classes        text[] NOT NULL,
    cidb_highest        smallint,
    document            jsonb NOT NULL,
    raw                 jsonb NOT NULL,
    raw_text            text NOT NULL,
    content_hash        bytea NOT NULL,
    search              tsvector NOT NULL,
    version             bigint NOT NULL,
    changed_at          timestamptz NOT NULL,
    CONSTRAINT ${prefix}_tenders_pkey PRIMARY KEY (ocid)
);
CREATE INDEX ${prefix}_tenders_search ON ${prefix}_tenders USING gin (search);
CREATE INDEX ${prefix}_tenders_newest ON ${prefix}_tenders (release_date DESC, release_nanos DESC, ocid);
CREATE INDEX ${prefix}_tenders_closing
    ON ${prefix}_tenders ((coalesce(closes_at, 'infinity'::timestamptz)), closes_nanos, ocid);
CREATE INDEX ${prefix}_tenders_value ON ${prefix}_tenders ((coalesce(value_amount, 0)) DESC, ocid);
-- Hash indexes take texts of any length, which publishers do write.
CREATE INDEX ${prefix}_tenders_buyer ON ${prefix}_tenders USING hash (buyer_key);
CREATE INDEX ${prefix}_tenders_province ON ${prefix}_tenders USING hash (province_key);

-- One company profile for each team.
CREATE TABLE ${prefix}_profiles (
    team_id    text COLLATE "C" NOT NULL,
    document   jsonb NOT NULL,
    version    bigint NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT ${prefix}_profiles_pkey PRIMARY KEY (team_id)
);

-- Events wait here from the transaction of their change until a worker has handed them on.
CREATE TABLE ${prefix}_outbox (
    id              bigint GENERATED ALWAYS AS IDENTITY,
    type            text NOT NULL,
    aggregate_id    text NOT NULL,
    team_id         text,
    payload         jsonb NOT NULL,
    created_at      timestamptz NOT NULL,
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    claimed_by      text,
    claimed_until   timestamptz,
    published_at    timestamptz,
    parked_at       timestamptz,
    last_error      text,
    CONSTRAINT ${prefix}_outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX ${prefix}_outbox_due ON ${prefix}_outbox (id) WHERE published_at IS NULL AND parked_at IS NULL;
CREATE INDEX ${prefix}_outbox_parked ON ${prefix}_outbox (id) WHERE parked_at IS NOT NULL;
CREATE INDEX ${prefix}_outbox_published ON ${prefix}_outbox (published_at) WHERE published_at IS NOT NULL;
