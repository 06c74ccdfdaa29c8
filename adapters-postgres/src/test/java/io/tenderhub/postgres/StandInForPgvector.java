package io.tenderhub.postgres;

import io.tenderhub.teststores.TestStores;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * No pgvector: a type {@code vector} that is a {@code real[]} of any width, and a cosine distance in SQL, in a database of its own. Finds
 * exactly, by looking at every row; has no index and no settings.
 */
final class StandInForPgvector implements VectorType {

    /** A new database that has it. */
    static DataSource database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestStores.shared().freshPostgresUrl());
        OwnDatabase.execute(
                source,
                "CREATE DOMAIN vector AS real[]",
                "CREATE FUNCTION stand_in_distance(one real[], other real[]) RETURNS double precision LANGUAGE sql IMMUTABLE"
                        + " AS 'SELECT 1 - sum(x::float8 * y) / (sqrt(sum(x::float8 * x)) * sqrt(sum(y::float8 * y)))"
                        + " FROM unnest(one, other) AS pair(x, y)'",
                "CREATE OPERATOR <=> (LEFTARG = real[], RIGHTARG = real[], FUNCTION = stand_in_distance)");
        return source;
    }

    @Override
    public Optional<String> missing(Handle transaction) {
        return Optional.empty();
    }

    @Override
    public String column(int dimensions) {
        return "vector";
    }

    @Override
    public List<String> indexes(String table, int dimensions) {
        return List.of();
    }

    @Override
    public void prepare(Handle transaction, int wanted) {
        // Nothing can be set.
    }
}
