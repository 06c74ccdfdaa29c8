-- The searches that teams keep, and the tenders that began to match them. What a search looks for stands in the words its owner gave
-- (said, filter) and once more in the form in which tenders are asked for it: words and the columns below, where null asks for
-- nothing. These are called like the operands of the program's conditions, which are the same as those of a search.
CREATE TABLE ${prefix}_saved_searches (
    team_id              text COLLATE "C" NOT NULL REFERENCES ${prefix}_teams ON DELETE CASCADE,
    id                   text COLLATE "C" NOT NULL,
    name                 text NOT NULL,
    said                 text,
    filter               jsonb NOT NULL,
    alert                text NOT NULL,
    made_by              text NOT NULL,
    created_at           timestamptz NOT NULL,
    new_from             timestamptz,
    words                tsquery,
    provinces            text[],
    buyers               text[],
    categories           text[],
    statuses             text[],
    methods              text[],
    closing_from         timestamptz,
    closing_from_nanos   smallint,
    closing_to           timestamptz,
    closing_to_nanos     smallint,
    published_from       timestamptz,
    published_from_nanos smallint,
    published_to         timestamptz,
    published_to_nanos   smallint,
    value_from           numeric,
    undisclosed_from     boolean,
    value_to             numeric,
    undisclosed_to       boolean,
    briefing             boolean,
    cidb_class           text,
    grade                smallint,
    CONSTRAINT ${prefix}_saved_searches_pkey PRIMARY KEY (team_id, id)
);

-- One row for a search and a tender, for ever: told at once, in the daily digest, or never, as it was known before it could be news.
CREATE TABLE ${prefix}_search_matches (
    team_id    text COLLATE "C" NOT NULL,
    search_id  text COLLATE "C" NOT NULL,
    ocid       text COLLATE "C" NOT NULL,
    told       text NOT NULL,
    matched_at timestamptz NOT NULL,
    sent_at    timestamptz,
    CONSTRAINT ${prefix}_search_matches_pkey PRIMARY KEY (team_id, search_id, ocid),
    CONSTRAINT ${prefix}_search_matches_search FOREIGN KEY (team_id, search_id)
        REFERENCES ${prefix}_saved_searches ON DELETE CASCADE
);
CREATE INDEX ${prefix}_search_matches_latest ON ${prefix}_search_matches (team_id, matched_at DESC, search_id, ocid)
    WHERE told <> 'known';
CREATE INDEX ${prefix}_search_matches_waiting ON ${prefix}_search_matches (team_id)
    WHERE told = 'daily-digest' AND sent_at IS NULL;

ALTER TABLE ${prefix}_saved_searches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ${prefix}_search_matches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY ${prefix}_saved_searches_app ON ${prefix}_saved_searches TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
CREATE POLICY ${prefix}_search_matches_app ON ${prefix}_search_matches TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
GRANT SELECT, INSERT, DELETE ON ${prefix}_saved_searches TO ${prefix}_app;
GRANT UPDATE (name, said, filter, alert, new_from, words, provinces, buyers, categories, statuses, methods, closing_from,
    closing_from_nanos, closing_to, closing_to_nanos, published_from, published_from_nanos, published_to, published_to_nanos,
    value_from, undisclosed_from, value_to, undisclosed_to, briefing, cidb_class, grade) ON ${prefix}_saved_searches
    TO ${prefix}_app;
GRANT SELECT, INSERT, UPDATE (sent_at), DELETE ON ${prefix}_search_matches TO ${prefix}_app;

-- The system matches tenders with the searches of all teams, and records what it finds; it changes and removes nothing.
CREATE POLICY ${prefix}_saved_searches_system ON ${prefix}_saved_searches FOR SELECT TO ${prefix}_system USING (true);
CREATE POLICY ${prefix}_search_matches_system ON ${prefix}_search_matches FOR SELECT TO ${prefix}_system USING (true);
CREATE POLICY ${prefix}_search_matches_found ON ${prefix}_search_matches FOR INSERT TO ${prefix}_system WITH CHECK (true);
GRANT SELECT ON ${prefix}_saved_searches TO ${prefix}_system;
GRANT SELECT, INSERT (team_id, search_id, ocid, told, matched_at) ON ${prefix}_search_matches TO ${prefix}_system;
