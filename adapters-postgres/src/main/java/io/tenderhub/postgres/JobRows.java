package io.tenderhub.postgres;

import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The scheduler's table as far as the library does not: registering jobs, showing them, and holding one by hand. A job is held
 * by the version that its row got when it was picked.
 */
final class JobRows {
    /** The one instance of a recurring task, as the library calls it. */
    static final String INSTANCE = "recurring";

    private static final String SUBJECT = "jobs";
    private static final String ROW = " WHERE task_name = :name AND task_instance = '" + INSTANCE + "'";
    private final Database database;
    private final String table;

    JobRows(Database database) {
        this.database = database;
        this.table = database.names().scheduledTasks();
    }

    /** Makes the row that is missing; brings the next time forward where the job's times say an earlier one. */
    void register(Job job) {
        String next = Times.text(job.timing().next(database.now()));
        database.run(SUBJECT, handle -> {
            handle.createUpdate("INSERT INTO " + table
                            + " (task_name, task_instance, execution_time, picked, version) VALUES (:name, '"
                            + INSTANCE + "', :next::timestamptz, false, 1) ON CONFLICT DO NOTHING")
                    .bind("name", job.name())
                    .bind("next", next)
                    .execute();
            return handle.createUpdate("UPDATE " + table
                            + " SET execution_time = :next::timestamptz, version = version + 1" + ROW
                            + " AND NOT picked AND execution_time > :next::timestamptz")
                    .bind("name", job.name())
                    .bind("next", next)
                    .execute();
        });
    }

    List<JobStatus> statuses(List<Job> jobs) {
        Map<String, JobStatus> known = database.run(
                SUBJECT,
                handle -> handle
                        .createQuery("SELECT * FROM " + table + " WHERE task_instance = '" + INSTANCE + "'")
                        .map((row, context) -> status(row))
                        .stream()
                        .collect(Collectors.toMap(JobStatus::name, status -> status)));
        return jobs.stream()
                .map(job -> describe(job, Optional.ofNullable(known.get(job.name()))))
                .toList();
    }

    /**
     * Takes a job that nobody holds, or whose holder gave no sign of life for so long.
     *
     * @return the version that holds it
     */
    Optional<Long> pick(String name, String holder, Duration deadAfter) {
        Instant now = database.now();
        return database.run(
                SUBJECT,
                handle -> handle.createQuery("UPDATE " + table + " SET picked = true, picked_by = :holder,"
                                + " last_heartbeat = :now::timestamptz, version = version + 1" + ROW
                                + " AND (NOT picked OR last_heartbeat <= :dead::timestamptz) RETURNING version")
                        .bind("name", name)
                        .bind("holder", holder)
                        .bind("now", Times.text(now))
                        .bind("dead", Times.text(now.minus(deadAfter)))
                        .mapTo(Long.class)
                        .findOne());
    }

    /** Who holds it now. */
    Optional<String> holder(String name) {
        return database.run(
                SUBJECT,
                handle -> handle.createQuery("SELECT picked_by FROM " + table + ROW + " AND picked")
                        .bind("name", name)
                        .mapTo(String.class)
                        .findOne());
    }

    void heartbeat(String name, long version) {
        end(name, version, "last_heartbeat = :now::timestamptz", database.now());
    }

    /** Lets go of a job that is done; if its time came meanwhile, that is done too. */
    void succeeded(Job job, long version) {
        Instant now = database.now();
        database.run(
                SUBJECT,
                handle -> handle.createUpdate("UPDATE " + table + " SET picked = false, picked_by = NULL,"
                                + " last_heartbeat = NULL, last_success = :now::timestamptz, consecutive_failures = 0,"
                                + " execution_time = CASE WHEN execution_time <= :now::timestamptz"
                                + " THEN :next::timestamptz ELSE execution_time END, version = version + 1" + ROW
                                + " AND version = :version")
                        .bind("name", job.name())
                        .bind("version", version)
                        .bind("now", Times.text(now))
                        .bind("next", Times.text(job.timing().next(now)))
                        .execute());
    }

    void failed(String name, long version) {
        end(
                name,
                version,
                "picked = false, picked_by = NULL, last_heartbeat = NULL, last_failure = :now::timestamptz,"
                        + " consecutive_failures = coalesce(consecutive_failures, 0) + 1, version = version + 1",
                database.now());
    }

    private void end(String name, long version, String change, Instant now) {
        database.run(
                SUBJECT,
                handle -> handle.createUpdate("UPDATE " + table + " SET " + change + ROW + " AND version = :version")
                        .bind("name", name)
                        .bind("version", version)
                        .bind("now", Times.text(now))
                        .execute());
    }

    private static JobStatus status(ResultSet row) throws SQLException {
        return new JobStatus(
                row.getString("task_name"),
                "",
                Optional.of(Times.read(row, "execution_time")),
                optional(row, "last_success"),
                optional(row, "last_failure"),
                row.getInt("consecutive_failures"),
                row.getBoolean("picked"));
    }

    private static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(Times.read(row, column));
    }

    private static JobStatus describe(Job job, Optional<JobStatus> known) {
        return new JobStatus(
                job.name(),
                job.description(),
                known.flatMap(JobStatus::next),
                known.flatMap(JobStatus::lastSuccess),
                known.flatMap(JobStatus::lastFailure),
                known.map(JobStatus::consecutiveFailures).orElse(0),
                known.map(JobStatus::running).orElse(false));
    }
}
