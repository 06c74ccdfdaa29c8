package io.tenderhub.postgres;

import io.tenderhub.semantic.IndexKind;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The tables of the index of meanings, and who keeps it. They are no part of the migrations, as most databases have no vectors: whoever
 * keeps the index first makes them. Who keeps it stands in their one row for a while, and is said anew with each change, in the same
 * transaction: who lost it changes nothing more.
 */
final class MeaningTables {
    /** Another number where rows are made in another way. */
    private static final String FORM = "pgvector 1, ";

    private final Names names;
    private final VectorType vectors;
    private final String kind;
    private final int dimensions;
    private final Duration lease;
    private final String holder = UUID.randomUUID().toString();
    private volatile boolean made;

    MeaningTables(Names names, VectorType vectors, IndexKind kind, Duration lease) {
        this.names = names;
        this.vectors = vectors;
        this.kind = FORM + kind.id();
        this.dimensions = kind.model().dimensions();
        this.lease = lease;
    }

    /** Whether there is anything to read: an index of this kind. */
    boolean areThere(Handle transaction) {
        return stands(transaction)
                && transaction
                        .createQuery("SELECT EXISTS (SELECT FROM " + names.meaningIndex() + " WHERE kind = :kind)")
                        .bind("kind", kind)
                        .mapTo(Boolean.class)
                        .one();
    }

    /** Keeps the index from now on, for as long as the lease lasts, unless somebody else does. One of another kind begins anew. */
    boolean keep(Handle transaction) {
        if (!made) {
            makeWhereMissing(transaction);
        }
        Optional<String> found = transaction
                .createQuery("UPDATE " + names.meaningIndex() + " SET holder = :holder,"
                        + " kept_until = clock_timestamp() + :millis * interval '1 millisecond'"
                        + " WHERE holder = :holder OR kept_until <= clock_timestamp() RETURNING kind")
                .bind("holder", holder)
                .bind("millis", lease.toMillis())
                .mapTo(String.class)
                .findOne();
        if (found.isPresent() && !found.get().equals(kind)) {
            beginAnew(transaction);
        }
        return found.isPresent();
    }

    /** Whoever wants to keep it next need not wait for the end of the lease. */
    void release(Handle transaction) {
        if (stands(transaction)) {
            transaction
                    .createUpdate(
                            "UPDATE " + names.meaningIndex() + " SET kept_until = '-infinity' WHERE holder = :holder")
                    .bind("holder", holder)
                    .execute();
        }
    }

    /** Only for who keeps it. */
    void beginAnew(Handle transaction) {
        transaction.execute("DROP TABLE IF EXISTS " + names.meaningPassages() + ", " + names.meanings());
        transaction.execute("CREATE TABLE " + names.meanings() + " ("
                + MeaningRow.COLUMNS.stream()
                        .map(column -> column.name() + " " + column.type())
                        .collect(Collectors.joining(", "))
                        .replaceFirst("ocid text", "ocid text COLLATE \"C\"")
                + ", CONSTRAINT " + names.meanings() + "_pkey PRIMARY KEY (ocid))");
        transaction.execute("CREATE TABLE " + names.meaningPassages()
                + " (ocid text COLLATE \"C\" NOT NULL, passage int NOT NULL, embedding " + vectors.column(dimensions)
                + " NOT NULL, CONSTRAINT " + names.meaningPassages() + "_pkey PRIMARY KEY (ocid, passage), CONSTRAINT "
                + names.meaningPassages() + "_ocid_fkey FOREIGN KEY (ocid) REFERENCES " + names.meanings()
                + " ON DELETE CASCADE)");
        vectors.indexes(names.meaningPassages(), dimensions).forEach(transaction::execute);
        transaction
                .createUpdate("UPDATE " + names.meaningIndex()
                        + " SET kind = :kind, up_to = NULL, walked_to = NULL, walked_at = NULL")
                .bind("kind", kind)
                .execute();
    }

    private void makeWhereMissing(Handle transaction) {
        if (!stands(transaction)) {
            transaction
                    .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                    .bind("name", names.meaningIndex())
                    .mapTo(String.class)
                    .one();
            transaction.execute(
                    "CREATE TABLE IF NOT EXISTS " + names.meaningIndex() + " (one boolean NOT NULL CHECK (one),"
                            + " kind text NOT NULL, holder text NOT NULL, kept_until timestamptz NOT NULL, up_to text,"
                            + " walked_to text, walked_at text, CONSTRAINT " + names.meaningIndex()
                            + "_pkey PRIMARY KEY (one))");
            transaction.execute("INSERT INTO " + names.meaningIndex()
                    + " (one, kind, holder, kept_until) VALUES (true, '', '', '-infinity') ON CONFLICT DO NOTHING");
        }
    }

    /** Seen once they stay: nobody takes them away. */
    private boolean stands(Handle transaction) {
        if (!made) {
            made = transaction
                    .createQuery("SELECT to_regclass(:name) IS NOT NULL")
                    .bind("name", names.meaningIndex())
                    .mapTo(Boolean.class)
                    .one();
        }
        return made;
    }
}
