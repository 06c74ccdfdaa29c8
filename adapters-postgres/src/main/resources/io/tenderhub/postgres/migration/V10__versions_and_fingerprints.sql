-- What a tender said before it changed, whichever program changed it: a row a version that another one has followed. The published
-- JSON of the latest version alone is kept, beside the tender.
CREATE TABLE ${prefix}_tender_versions (
    ocid      text COLLATE "C" NOT NULL,
    version   bigint NOT NULL,
    stored_at timestamptz NOT NULL,
    document  jsonb NOT NULL,
    CONSTRAINT ${prefix}_tender_versions_pkey PRIMARY KEY (ocid, version)
);

CREATE OR REPLACE FUNCTION ${prefix}_keep_tender_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM ${prefix}_tender_versions WHERE ocid = OLD.ocid;
        RETURN NULL;
    END IF;
    -- A version that is there already is of a tender that was emptied out with its table; the numbers began anew.
    INSERT INTO ${prefix}_tender_versions (ocid, version, stored_at, document)
        VALUES (OLD.ocid, OLD.version, OLD.changed_at, OLD.document)
        ON CONFLICT (ocid, version) DO UPDATE SET stored_at = excluded.stored_at, document = excluded.document;
    RETURN NULL;
END $$;

CREATE TRIGGER ${prefix}_tenders_kept AFTER UPDATE ON ${prefix}_tenders FOR EACH ROW
    WHEN (OLD.document IS DISTINCT FROM NEW.document)
    EXECUTE FUNCTION ${prefix}_keep_tender_version();
CREATE TRIGGER ${prefix}_tenders_forgotten AFTER DELETE ON ${prefix}_tenders FOR EACH ROW
    EXECUTE FUNCTION ${prefix}_keep_tender_version();

-- By the system, which stores tenders.
GRANT SELECT, INSERT, UPDATE, DELETE ON ${prefix}_tender_versions TO ${prefix}_system;

-- What the words of a tender come to, so that those which say nearly the same are found: 64 numbers, and what of them must be equal
-- in one place at least. Derived from the tender, and made anew by a rebuild.
CREATE TABLE ${prefix}_fingerprints (
    ocid      text COLLATE "C" NOT NULL,
    version   bigint NOT NULL,
    signature integer[] NOT NULL,
    bands     bigint[] NOT NULL,
    CONSTRAINT ${prefix}_fingerprints_pkey PRIMARY KEY (ocid)
);
CREATE INDEX ${prefix}_fingerprints_bands ON ${prefix}_fingerprints USING gin (bands);
