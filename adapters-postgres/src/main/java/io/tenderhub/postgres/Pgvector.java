package io.tenderhub.postgres;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The extension {@code vector} (pgvector). What stands here is not run by the tests where their server lacks the extension: the making of
 * it, columns of a fixed width, the HNSW index and its settings.
 */
final class Pgvector implements VectorType {
    /** Of an HNSW index on {@code vector} (pgvector's README, "HNSW"); wider ones are looked at one by one. */
    private static final int MOST_DIMENSIONS = 2_000;

    private static final int LEAST_EF = 100;
    private static final int MOST_EF = 1_000;

    @Override
    public Optional<String> missing(Handle transaction) {
        if (isThere(transaction)) {
            return Optional.empty();
        }
        if (!transaction
                .createQuery("SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector')")
                .mapTo(Boolean.class)
                .one()) {
            return Optional.of(
                    "the database server has no extension vector (pgvector); have an administrator install it");
        }
        return made(transaction);
    }

    private static boolean isThere(Handle transaction) {
        return transaction
                .createQuery("SELECT to_regtype('vector') IS NOT NULL"
                        + " AND EXISTS (SELECT FROM pg_extension WHERE extname = 'vector')")
                .mapTo(Boolean.class)
                .one();
    }

    private static Optional<String> made(Handle transaction) {
        transaction.savepoint("vector");
        try {
            // Two nodes that make it at the same time would fail.
            transaction
                    .createQuery("SELECT pg_advisory_xact_lock(hashtextextended('vector', 0))::text")
                    .mapTo(String.class)
                    .one();
            transaction.execute("CREATE EXTENSION IF NOT EXISTS vector");
            return isThere(transaction)
                    ? Optional.empty()
                    : Optional.of("the extension vector (pgvector) is in a schema of the database that is not on the"
                            + " search path of the login");
        } catch (JdbiException e) {
            transaction.rollbackToSavepoint("vector");
            return Optional.of("the database has no extension vector (pgvector) and this login may not make it ("
                    + SqlFailures.reason(e) + "); have an administrator run in it: CREATE EXTENSION vector");
        }
    }

    @Override
    public String column(int dimensions) {
        return "vector(" + dimensions + ")";
    }

    @Override
    public List<String> indexes(String table, int dimensions) {
        return dimensions > MOST_DIMENSIONS
                ? List.of()
                : List.of(
                        "CREATE INDEX " + table + "_nearest ON " + table + " USING hnsw (embedding vector_cosine_ops)");
    }

    /** Goes on along the graph until enough rows pass the filter, where the version can: since 0.8. */
    @Override
    public void prepare(Handle transaction, int wanted) {
        boolean goesOn = transaction
                .createQuery(
                        "SELECT string_to_array(regexp_replace(extversion, '[^0-9.].*', ''), '.')::int[] >= '{0,8}'"
                                + " FROM pg_extension WHERE extname = 'vector'")
                .mapTo(Boolean.class)
                .one();
        set(transaction, "hnsw.ef_search", "" + Math.max(LEAST_EF, Math.min(MOST_EF, wanted)));
        if (goesOn) {
            set(transaction, "hnsw.iterative_scan", "relaxed_order");
        }
    }

    private static void set(Handle transaction, String name, String value) {
        transaction
                .createQuery("SELECT set_config(:name, :value, true)")
                .bind("name", name)
                .bind("value", value)
                .mapTo(String.class)
                .one();
    }
}
