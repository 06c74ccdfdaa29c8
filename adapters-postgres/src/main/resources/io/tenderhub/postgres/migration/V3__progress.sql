-- How far long work has come, such as a rebuild: a row a task that has begun and not come to its end.
CREATE TABLE ${prefix}_progress (
    task       text COLLATE "C" NOT NULL,
    position   text NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT ${prefix}_progress_pkey PRIMARY KEY (task)
);

-- For a look at what changed lately.
CREATE INDEX ${prefix}_tenders_changed ON ${prefix}_tenders (changed_at);
