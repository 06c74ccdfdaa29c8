package io.tenderhub.postgres;

import io.tenderhub.consistency.Progress;
import java.util.Optional;

/** One row for each task that has begun and not come to its end. */
final class StoredProgress implements Progress {
    private static final String SUBJECT = "progress";
    private final Database database;
    private final String table;

    StoredProgress(Database database) {
        this.database = database;
        this.table = database.names().progress();
    }

    @Override
    public Optional<String> position(String task) {
        return database.run(
                SUBJECT,
                handle -> handle.createQuery("SELECT position FROM " + table + " WHERE task = :task")
                        .bind("task", task)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public void remember(String task, String position) {
        database.run(
                SUBJECT,
                handle -> handle.createUpdate("INSERT INTO " + table + " (task, position, changed_at)"
                                + " VALUES (:task, :position, :now::timestamptz) ON CONFLICT (task) DO UPDATE"
                                + " SET position = excluded.position, changed_at = excluded.changed_at")
                        .bind("task", task)
                        .bind("position", position)
                        .bind("now", Times.text(database.now()))
                        .execute());
    }

    @Override
    public void forget(String task) {
        database.run(
                SUBJECT,
                handle -> handle.createUpdate("DELETE FROM " + table + " WHERE task = :task")
                        .bind("task", task)
                        .execute());
    }
}
