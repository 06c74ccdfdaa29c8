-- Users, teams and what belongs to a team. Every statement on a table with a team_id runs as one of two roles that own nothing
-- and can't log in: ${prefix}_app sees the rows of the one team that its transaction has named in the setting ${prefix}.team, and none
-- where no team is named; ${prefix}_system sees all teams, but only the tables and verbs that are granted to it. The security is
-- forced: the owner himself, without a role, sees nothing either.
--
-- How a further table of a team is made, in a migration of its own; Schema.verify looks whether it was, once the table is in Names:
--   CREATE TABLE ${prefix}_things (
--       team_id text COLLATE "C" NOT NULL REFERENCES ${prefix}_teams ON DELETE CASCADE,
--       ...
--       CONSTRAINT ${prefix}_things_pkey PRIMARY KEY (team_id, ...)     team_id first in every key, unique or foreign; no sequence
--   );
--   ALTER TABLE ${prefix}_things ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--   CREATE POLICY ${prefix}_things_app ON ${prefix}_things TO ${prefix}_app
--       USING (team_id = nullif(current_setting('${prefix}.team', true), ''));           for writing, too
--   GRANT SELECT, INSERT, UPDATE, DELETE ON ${prefix}_things TO ${prefix}_app;
-- and only where the system itself reads it:
--   CREATE POLICY ${prefix}_things_system ON ${prefix}_things FOR SELECT TO ${prefix}_system USING (true);
--   GRANT SELECT ON ${prefix}_things TO ${prefix}_system;

-- Roles belong to the whole server: those of this name may be there already, from another database or from an administrator,
-- and other migrations may be making them just now.
DO $$
DECLARE
    wanted text;
    to_take_it text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
    -- Not inherited where that can be said: who forgets to take a role has no rights, rather than those of both.
    how text := CASE WHEN to_take_it = 'SET' THEN ' WITH INHERIT FALSE, SET TRUE' ELSE '' END;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['${prefix}_app', '${prefix}_system'] LOOP
        FOR attempt IN 1..20 LOOP
            BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
                    EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
                END IF;
                IF NOT pg_has_role(current_user, wanted, to_take_it) THEN
                    EXECUTE format('GRANT %I TO CURRENT_USER', wanted) || how;
                END IF;
                EXIT;
            EXCEPTION
                WHEN insufficient_privilege THEN
                    RAISE EXCEPTION 'the login % may neither make nor take the role %; have an administrator run: CREATE ROLE %; GRANT % TO %',
                        current_user, wanted, wanted, wanted, quote_ident(current_user) || how
                        USING ERRCODE = 'insufficient_privilege';
                -- Another one did the same at the same moment; the last says "tuple concurrently updated".
                WHEN duplicate_object OR unique_violation OR internal_error THEN
                    IF attempt = 20 THEN
                        RAISE;
                    END IF;
            END;
        END LOOP;
        IF NOT has_schema_privilege(wanted, current_schema(), 'USAGE') THEN
            EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), wanted);
        END IF;
    END LOOP;
END $$;

-- People, whatever teams they belong to: nothing of a team's, and out of reach for one.
CREATE TABLE ${prefix}_users (
    user_id       text COLLATE "C" NOT NULL,
    email         text COLLATE "C" NOT NULL,
    name          text NOT NULL,
    password_hash text NOT NULL,
    disabled      boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT ${prefix}_users_pkey PRIMARY KEY (user_id),
    CONSTRAINT ${prefix}_users_email_key UNIQUE (email)
);

CREATE TABLE ${prefix}_teams (
    team_id    text COLLATE "C" NOT NULL,
    name       text NOT NULL,
    plan       text NOT NULL,
    zone       text NOT NULL,
    state      text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT ${prefix}_teams_pkey PRIMARY KEY (team_id)
);

-- No foreign key to the users: a team could learn by it who has an account.
CREATE TABLE ${prefix}_members (
    team_id   text COLLATE "C" NOT NULL REFERENCES ${prefix}_teams ON DELETE CASCADE,
    user_id   text COLLATE "C" NOT NULL,
    role      text NOT NULL,
    joined_at timestamptz NOT NULL,
    CONSTRAINT ${prefix}_members_pkey PRIMARY KEY (team_id, user_id)
);
-- For the system, which asks for the teams of a user.
CREATE INDEX ${prefix}_members_user ON ${prefix}_members (user_id, team_id);

CREATE TABLE ${prefix}_invitations (
    team_id    text COLLATE "C" NOT NULL REFERENCES ${prefix}_teams ON DELETE CASCADE,
    id         text COLLATE "C" NOT NULL,
    email      text NOT NULL,
    role       text NOT NULL,
    token_hash text NOT NULL,
    invited_by text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT ${prefix}_invitations_pkey PRIMARY KEY (team_id, id)
);

CREATE TABLE ${prefix}_api_keys (
    team_id    text COLLATE "C" NOT NULL REFERENCES ${prefix}_teams ON DELETE CASCADE,
    id         text COLLATE "C" NOT NULL,
    name       text NOT NULL,
    key_hash   text NOT NULL,
    scopes     text[] NOT NULL,
    made_by    text NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT ${prefix}_api_keys_pkey PRIMARY KEY (team_id, id)
);

-- Outlives its team, so no foreign key. written_at is the server's own time, which puts in order what happened at one instant.
CREATE TABLE ${prefix}_audit (
    team_id     text COLLATE "C" NOT NULL,
    id          uuid NOT NULL DEFAULT gen_random_uuid(),
    happened_at timestamptz NOT NULL,
    written_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor       text NOT NULL,
    action      text NOT NULL,
    subject     text NOT NULL,
    before      jsonb NOT NULL,
    after       jsonb NOT NULL,
    CONSTRAINT ${prefix}_audit_pkey PRIMARY KEY (team_id, id)
);
CREATE INDEX ${prefix}_audit_latest ON ${prefix}_audit (team_id, happened_at, written_at, id);

-- The profiles have no foreign key to the teams: there are some of teams that nobody has registered, and they stay.
ALTER TABLE ${prefix}_profiles ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ${prefix}_outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ${prefix}_teams ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ${prefix}_members ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ${prefix}_invitations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ${prefix}_api_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ${prefix}_audit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY ${prefix}_profiles_app ON ${prefix}_profiles TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
CREATE POLICY ${prefix}_teams_app ON ${prefix}_teams TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
CREATE POLICY ${prefix}_members_app ON ${prefix}_members TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
CREATE POLICY ${prefix}_invitations_app ON ${prefix}_invitations TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
CREATE POLICY ${prefix}_api_keys_app ON ${prefix}_api_keys TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
CREATE POLICY ${prefix}_audit_app ON ${prefix}_audit TO ${prefix}_app
    USING (team_id = nullif(current_setting('${prefix}.team', true), ''));
-- A team says what happened to it and reads nothing.
CREATE POLICY ${prefix}_outbox_app ON ${prefix}_outbox FOR INSERT TO ${prefix}_app
    WITH CHECK (team_id = nullif(current_setting('${prefix}.team', true), ''));
-- Other programs change tenders, and the trigger raises the event with their rights; no team may speak for the public.
CREATE POLICY ${prefix}_outbox_public ON ${prefix}_outbox FOR INSERT
    WITH CHECK (team_id IS NULL AND current_user <> '${prefix}_app');

GRANT SELECT ON ${prefix}_tenders TO ${prefix}_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ${prefix}_profiles TO ${prefix}_app;
GRANT SELECT, INSERT, UPDATE (name, plan, zone, state), DELETE ON ${prefix}_teams TO ${prefix}_app;
GRANT SELECT, INSERT, UPDATE (role), DELETE ON ${prefix}_members TO ${prefix}_app;
GRANT SELECT, INSERT, DELETE ON ${prefix}_invitations TO ${prefix}_app;
GRANT SELECT, INSERT, UPDATE (revoked_at), DELETE ON ${prefix}_api_keys TO ${prefix}_app;
-- Nobody is granted to change or remove what stands in the audit trail.
GRANT SELECT, INSERT ON ${prefix}_audit TO ${prefix}_app;
GRANT INSERT (type, aggregate_id, team_id, payload, created_at, next_attempt_at) ON ${prefix}_outbox TO ${prefix}_app;

CREATE POLICY ${prefix}_profiles_system ON ${prefix}_profiles FOR SELECT TO ${prefix}_system USING (true);
CREATE POLICY ${prefix}_teams_system ON ${prefix}_teams FOR SELECT TO ${prefix}_system USING (true);
CREATE POLICY ${prefix}_members_system ON ${prefix}_members FOR SELECT TO ${prefix}_system USING (true);
CREATE POLICY ${prefix}_audit_system ON ${prefix}_audit FOR SELECT TO ${prefix}_system USING (true);
CREATE POLICY ${prefix}_outbox_system ON ${prefix}_outbox TO ${prefix}_system USING (true);

GRANT SELECT, INSERT, UPDATE ON ${prefix}_tenders TO ${prefix}_system;
GRANT SELECT, INSERT, UPDATE (password_hash, disabled) ON ${prefix}_users TO ${prefix}_system;
GRANT SELECT ON ${prefix}_profiles, ${prefix}_teams, ${prefix}_members, ${prefix}_audit TO ${prefix}_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON ${prefix}_outbox TO ${prefix}_system;
