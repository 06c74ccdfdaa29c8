-- One row for each job of the scheduler, db-scheduler 16, whose columns these are: when it is due, who does it, how it went.
CREATE TABLE ${prefix}_scheduled_tasks (
    task_name            text COLLATE "C" NOT NULL,
    task_instance        text COLLATE "C" NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    CONSTRAINT ${prefix}_scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance)
);
