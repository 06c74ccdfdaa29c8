-- Searching a million tenders. The index of the words also holds what is filtered by, as marks: words that no text has, such as
-- 'p|gauteng' (province), 'c|' (category), 'b|' (buyer), 's|' (status), 'm|' (method), 'k|GB' (CIDB class), 'g|5' (highest grade, 0 for none),
-- 'z|4', 'z|16', 'z|64' (a sample of one in so many, by the hash of the ocid), 'w|1' (compulsory briefing), 'y|24312' and 'd|20454' (month and day of the release, counted), so that words and filters meet inside it
-- and only rows that are found are looked at. Rows are kept narrow: what is long, the search vector for one, stands outside of them.
--
-- Rows that are there already get their marks here, in one statement without triggers, and are made narrow by it; their versions stay and no
-- event is raised, as nothing in them changed. The table is locked meanwhile: about a minute for 300,000 tenders.

CREATE OR REPLACE FUNCTION ${prefix}_mark(kind text, value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT kind || '|' || CASE WHEN octet_length(value) > 500 THEN md5(value) ELSE value END
$$;

CREATE OR REPLACE FUNCTION ${prefix}_marks(ocid text, province text, category text, buyer text, status text, method text, compulsory boolean,
    classes text[], highest smallint, released timestamptz) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(array_remove(ARRAY[
        ${prefix}_mark('p', province), ${prefix}_mark('c', category), ${prefix}_mark('b', buyer), ${prefix}_mark('s', status),
        ${prefix}_mark('m', method), CASE WHEN compulsory THEN 'w|1' ELSE 'w|0' END, 'g|' || coalesce(highest, 0),
        'y|' || (extract(year FROM released AT TIME ZONE 'UTC') * 12 + extract(month FROM released AT TIME ZONE 'UTC'))::int,
        'd|' || floor(extract(epoch FROM released AT TIME ZONE 'UTC') / 86400)::bigint,
        CASE WHEN get_byte(decode(md5(ocid), 'hex'), 0) % 4 = 0 THEN 'z|4' END,
        CASE WHEN get_byte(decode(md5(ocid), 'hex'), 0) % 16 = 0 THEN 'z|16' END,
        CASE WHEN get_byte(decode(md5(ocid), 'hex'), 0) % 64 = 0 THEN 'z|64' END], NULL)
        || array_remove(string_to_array('k|' || array_to_string(classes, ',k|'), ','), 'k|'))
$$;

DROP INDEX ${prefix}_tenders_search;
DROP INDEX ${prefix}_tenders_buyer;
DROP INDEX ${prefix}_tenders_province;
ALTER TABLE ${prefix}_tenders SET (toast_tuple_target = 640);
ALTER TABLE ${prefix}_tenders DISABLE TRIGGER USER;
UPDATE ${prefix}_tenders SET search = search || ${prefix}_marks(ocid, province_key, category_key, buyer_key, status_key, method_key,
    compulsory_briefing, cidb_classes, cidb_highest, release_date);
ALTER TABLE ${prefix}_tenders ENABLE TRIGGER USER;
CREATE INDEX ${prefix}_tenders_search ON ${prefix}_tenders USING gin (search);
-- Counts over all tenders are read from here alone. Texts may be longer than an index takes; the few rows with such are apart.
CREATE INDEX ${prefix}_tenders_facets ON ${prefix}_tenders
    (province COLLATE "C", category COLLATE "C", status COLLATE "C", buyer COLLATE "C")
    WHERE coalesce(octet_length(province), 0) + coalesce(octet_length(category), 0) + coalesce(octet_length(status), 0)
        + coalesce(octet_length(buyer), 0) <= 1000;
CREATE INDEX ${prefix}_tenders_long_facets ON ${prefix}_tenders (ocid)
    WHERE coalesce(octet_length(province), 0) + coalesce(octet_length(category), 0) + coalesce(octet_length(status), 0)
        + coalesce(octet_length(buyer), 0) > 1000;

-- Those that close soonest are wanted of one status mostly, and all that closed long ago have another.
CREATE INDEX ${prefix}_tenders_closing_by_status
    ON ${prefix}_tenders ((left(status_key, 100)), (coalesce(closes_at, 'infinity'::timestamptz)), closes_nanos, ocid);

-- What was awarded or cancelled was published a while ago: the newest of all are open.
CREATE INDEX ${prefix}_tenders_newest_by_status
    ON ${prefix}_tenders ((left(status_key, 100)), release_date DESC, release_nanos DESC, ocid);
-- What closed before its release, which is rare: all else closes no earlier than it was published.
CREATE INDEX ${prefix}_tenders_closed_before ON ${prefix}_tenders (release_date) WHERE closes_at < release_date;

-- After many were inserted, pages are marked as seen by all and statistics made anew, without waiting for a fifth of the table.
ALTER TABLE ${prefix}_tenders SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 1000);

-- Other programs need not know how tenders are searched: what they insert and change gets its words, marks and keys here. The hub,
-- which says so by the setting, makes the words itself.
CREATE OR REPLACE FUNCTION ${prefix}_folded(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    words := left(words, 40000);
    IF getdatabaseencoding() <> 'UTF8' OR octet_length(words) = length(words) THEN
        RETURN words;
    END IF;
    RETURN regexp_replace(normalize(words, NFD),
        '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+', '', 'g');
END $$;

CREATE OR REPLACE FUNCTION ${prefix}_tender_searched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Keys as they were given; of what changed without its key, as well as the database can.
    IF TG_OP = 'INSERT' THEN
        NEW.province_key := coalesce(NEW.province_key, lower(NEW.province));
        NEW.category_key := coalesce(NEW.category_key, lower(NEW.category));
        NEW.buyer_key := coalesce(NEW.buyer_key, lower(NEW.buyer));
        NEW.status_key := coalesce(NEW.status_key, lower(NEW.status));
        NEW.method_key := coalesce(NEW.method_key, lower(NEW.method));
    ELSE
        IF NEW.province IS DISTINCT FROM OLD.province AND NEW.province_key IS NOT DISTINCT FROM OLD.province_key THEN
            NEW.province_key := lower(NEW.province);
        END IF;
        IF NEW.category IS DISTINCT FROM OLD.category AND NEW.category_key IS NOT DISTINCT FROM OLD.category_key THEN
            NEW.category_key := lower(NEW.category);
        END IF;
        IF NEW.buyer IS DISTINCT FROM OLD.buyer AND NEW.buyer_key IS NOT DISTINCT FROM OLD.buyer_key THEN
            NEW.buyer_key := lower(NEW.buyer);
        END IF;
        IF NEW.status IS DISTINCT FROM OLD.status AND NEW.status_key IS NOT DISTINCT FROM OLD.status_key THEN
            NEW.status_key := lower(NEW.status);
        END IF;
        IF NEW.method IS DISTINCT FROM OLD.method AND NEW.method_key IS NOT DISTINCT FROM OLD.method_key THEN
            NEW.method_key := lower(NEW.method);
        END IF;
    END IF;
    NEW.search := setweight(to_tsvector('english', ${prefix}_folded(concat_ws(E'\n', NEW.heading, NEW.document ->> 'title', NEW.tender_id))), 'A')
        || setweight(to_tsvector('english', ${prefix}_folded(concat_ws(E'\n', NEW.buyer, NEW.document #>> '{procuringEntity,name}', NEW.category,
            NEW.document ->> 'additionalCategories'))), 'B')
        || setweight(to_tsvector('english', ${prefix}_folded(concat_ws(E'\n', NEW.document ->> 'description',
            (SELECT string_agg(item #>> '{}', E'\n') FROM jsonb_path_query(NEW.document, 'lax $.items[*].description') AS item)))), 'C')
        || setweight(to_tsvector('english', ${prefix}_folded(concat_ws(E'\n', NEW.province, NEW.document ->> 'deliveryLocation',
            NEW.document ->> 'specialConditions'))), 'D')
        || ${prefix}_marks(NEW.ocid, NEW.province_key, NEW.category_key, NEW.buyer_key, NEW.status_key, NEW.method_key, NEW.compulsory_briefing,
            NEW.cidb_classes, NEW.cidb_highest, NEW.release_date);
    RETURN NEW;
END $$;

-- Two triggers, as that of an insert has no row that was there before. Their names come before that of the one that raises the version.
CREATE TRIGGER ${prefix}_tenders_searched_new BEFORE INSERT ON ${prefix}_tenders FOR EACH ROW
    WHEN (current_setting('${prefix}.raises_events', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION ${prefix}_tender_searched();
CREATE TRIGGER ${prefix}_tenders_searched BEFORE UPDATE ON ${prefix}_tenders FOR EACH ROW
    WHEN (current_setting('${prefix}.raises_events', true) IS DISTINCT FROM 'on' AND NEW.* IS DISTINCT FROM OLD.*)
    EXECUTE FUNCTION ${prefix}_tender_searched();
