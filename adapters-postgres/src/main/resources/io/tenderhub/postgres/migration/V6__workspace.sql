-- The tenders that teams follow: the entry as JSON, and in columns what lists and the system ask for. No foreign key to the tenders:
-- one that goes takes no notes of a team with it.
CREATE TABLE ${prefix}_workspace (
    team_id    text COLLATE "C" NOT NULL REFERENCES ${prefix}_teams ON DELETE CASCADE,
    ocid       text COLLATE "C" NOT NULL,
    status     text NOT NULL,
    conflicted boolean NOT NULL,
    attended   boolean NOT NULL,
    open_tasks integer NOT NULL,
    document   jsonb NOT NULL,
    version    bigint NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT ${prefix}_workspace_pkey PRIMARY KEY (team_id, ocid)
);
CREATE INDEX ${prefix}_workspace_changed ON ${prefix}_workspace (team_id, changed_at DESC, ocid);
-- For the system, which asks who follows a tender.
CREATE INDEX ${prefix}_workspace_tender ON ${prefix}_workspace (ocid, team_id);

ALTER TABLE ${prefix}_workspace ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY ${prefix}_workspace_app ON ${prefix}_workspace TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
GRANT SELECT, INSERT, DELETE ON ${prefix}_workspace TO ${prefix}_app;
GRANT UPDATE (status, conflicted, attended, open_tasks, document, version, changed_by, changed_at)
    ON ${prefix}_workspace TO ${prefix}_app;

-- Who follows what, and who was at a briefing; what a team writes there is none of the system's business.
CREATE POLICY ${prefix}_workspace_system ON ${prefix}_workspace FOR SELECT TO ${prefix}_system USING (true);
GRANT SELECT (team_id, ocid, attended) ON ${prefix}_workspace TO ${prefix}_system;
