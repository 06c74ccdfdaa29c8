-- How far the registration or removal of each team has come. It outlives the team, so no foreign key, and nobody is granted to delete
-- it: an id that has one is taken for ever.
CREATE TABLE ${prefix}_team_sagas (
    team_id    text COLLATE "C" NOT NULL,
    kind       text NOT NULL,
    next_step  text NOT NULL,
    attempts   integer NOT NULL,
    last_error text,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT ${prefix}_team_sagas_pkey PRIMARY KEY (team_id)
);
CREATE INDEX ${prefix}_team_sagas_unfinished ON ${prefix}_team_sagas (team_id) WHERE next_step <> 'done';

ALTER TABLE ${prefix}_team_sagas ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY ${prefix}_team_sagas_app ON ${prefix}_team_sagas TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
GRANT SELECT, INSERT, UPDATE (kind, next_step, attempts, last_error, started_at, updated_at) ON ${prefix}_team_sagas
    TO ${prefix}_app;
CREATE POLICY ${prefix}_team_sagas_system ON ${prefix}_team_sagas FOR SELECT TO ${prefix}_system USING (true);
GRANT SELECT ON ${prefix}_team_sagas TO ${prefix}_system;
