package io.tenderhub.postgres;

import io.tenderhub.idempotency.KeptAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One row for each key that was used lately. Each call is one statement, and a transaction by itself. */
final class StoredAnswers implements KeptAnswers {
    private static final String SUBJECT = "kept answers";
    private final Database database;
    private final String table;
    private final String claim;

    StoredAnswers(Database database) {
        this.database = database;
        this.table = database.names().keptAnswers();
        // The second part sees the rows as they were before the first one, and gives none if one was written meanwhile.
        this.claim =
                "WITH taken AS (INSERT INTO " + table + " AS known (id, fingerprint, holder, claimed_until, expires_at)"
                        + " VALUES (:id, :fingerprint, :holder, :until::timestamptz, :expires::timestamptz)"
                        + " ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, holder = excluded.holder,"
                        + " claimed_until = excluded.claimed_until, expires_at = excluded.expires_at, answer = NULL"
                        + " WHERE known.expires_at <= :now::timestamptz OR (known.answer IS NULL"
                        + " AND known.claimed_until <= :now::timestamptz AND known.fingerprint = excluded.fingerprint)"
                        + " RETURNING true)"
                        + " SELECT true AS mine, NULL AS fingerprint, NULL AS answer FROM taken"
                        + " UNION ALL SELECT false, fingerprint, answer FROM " + table
                        + " WHERE id = :id AND expires_at > :now::timestamptz AND NOT EXISTS (SELECT FROM taken)";
    }

    @Override
    public Claim claim(String id, String fingerprint, String holder, Duration lease, Duration kept) {
        while (true) {
            Instant now = database.now();
            Optional<Claim> found = database.run(
                    SUBJECT,
                    handle -> handle.createQuery(claim)
                            .bind("id", id)
                            .bind("fingerprint", fingerprint)
                            .bind("holder", holder)
                            .bind("now", Times.text(now))
                            .bind("until", Times.text(Times.clamp(now.plus(lease))))
                            .bind("expires", Times.text(Times.clamp(now.plus(kept))))
                            .map((row, context) -> read(row))
                            .findOne());
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    private static Claim read(ResultSet row) throws SQLException {
        if (row.getBoolean("mine")) {
            return new Taken();
        }
        byte[] answer = row.getBytes("answer");
        String fingerprint = row.getString("fingerprint");
        return answer == null ? new Running(fingerprint) : new Kept(fingerprint, answer);
    }

    @Override
    public boolean keep(String id, String holder, byte[] answer, Duration kept) {
        return database.run(
                        SUBJECT,
                        handle -> handle.createUpdate("UPDATE " + table + " SET answer = :answer,"
                                        + " expires_at = :expires::timestamptz"
                                        + " WHERE id = :id AND holder = :holder AND answer IS NULL")
                                .bind("id", id)
                                .bind("holder", holder)
                                .bind("answer", answer)
                                .bind(
                                        "expires",
                                        Times.text(Times.clamp(database.now().plus(kept))))
                                .execute())
                == 1;
    }

    @Override
    public void release(String id, String holder) {
        database.run(
                SUBJECT,
                handle -> handle.createUpdate(
                                "DELETE FROM " + table + " WHERE id = :id AND holder = :holder AND answer IS NULL")
                        .bind("id", id)
                        .bind("holder", holder)
                        .execute());
    }

    @Override
    public int purge(int most) {
        return database.run(
                SUBJECT,
                handle -> handle.createUpdate("WITH over AS MATERIALIZED (SELECT id FROM " + table
                                + " WHERE expires_at <= :now::timestamptz LIMIT :most FOR UPDATE SKIP LOCKED)"
                                + " DELETE FROM " + table + " AS known USING over WHERE known.id = over.id")
                        .bind("now", Times.text(database.now()))
                        .bind("most", most)
                        .execute());
    }
}
