-- A tender changed by any program is handled as one changed by the hub: its version rises and an event waits in the outbox, in
-- the same transaction. The hub raises the events of its own changes and says so by a setting of its transaction.

CREATE OR REPLACE FUNCTION ${prefix}_tender_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.changed_at := clock_timestamp();
    RETURN NEW;
END $$;

CREATE TRIGGER ${prefix}_tenders_version BEFORE UPDATE ON ${prefix}_tenders FOR EACH ROW
    -- Nor does a program lower a version: what is derived from the higher one would stand for ever.
    WHEN (NEW.version <= OLD.version AND NEW.* IS DISTINCT FROM OLD.*)
    EXECUTE FUNCTION ${prefix}_tender_changes();

CREATE OR REPLACE FUNCTION ${prefix}_tender_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.* IS NOT DISTINCT FROM OLD.* THEN
            RETURN NULL;
        END IF;
    END IF;
    -- What was there under another ocid is gone.
    IF TG_OP = 'DELETE' THEN
        PERFORM ${prefix}_raise_tender_event('tender.updated', OLD.ocid, OLD.version);
        RETURN NULL;
    ELSIF TG_OP = 'UPDATE' THEN
        IF NEW.ocid <> OLD.ocid THEN
            PERFORM ${prefix}_raise_tender_event('tender.updated', OLD.ocid, OLD.version);
        END IF;
    END IF;
    PERFORM ${prefix}_raise_tender_event(
        CASE TG_OP WHEN 'INSERT' THEN 'tender.created' ELSE 'tender.updated' END, NEW.ocid, NEW.version);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ${prefix}_raise_tender_event(kind text, changed text, its_version bigint)
    RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ${prefix}_outbox (type, aggregate_id, payload, created_at, next_attempt_at)
        VALUES (kind, changed, jsonb_build_object('version', its_version::text, 'by', 'sql'),
                clock_timestamp(), clock_timestamp());
    PERFORM pg_notify('${prefix}_outbox', '');
    -- For programs that want to know which tender; the hub itself lives on the outbox. A notification takes 7999 bytes.
    PERFORM pg_notify('${prefix}_tender_updated', CASE WHEN octet_length(changed) < 8000 THEN changed ELSE '' END);
END $$;

CREATE TRIGGER ${prefix}_tenders_changed AFTER INSERT OR UPDATE OR DELETE ON ${prefix}_tenders FOR EACH ROW
    WHEN (current_setting('${prefix}.raises_events', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION ${prefix}_tender_changed();

-- Every event is updated twice and deleted later: room on its page for the updates, and early cleaning.
ALTER TABLE ${prefix}_outbox SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_threshold = 1000);
