package io.tenderhub.postgres;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What of an index of vectors hangs on the extension that the database has: everything that can't be said to a type {@code vector} which
 * only knows {@code real[]} and the operator {@code <=>}, the cosine distance.
 */
interface VectorType {

    /** Why there are no vectors in this database, and what helps, in one sentence; empty if there are. Makes them where it may. */
    Optional<String> missing(Handle transaction);

    /** The type of a column of vectors. */
    String column(int dimensions);

    /** What makes the index by which the nearest in {@code embedding} of this table are found. */
    List<String> indexes(String table, int dimensions);

    /** To be called in the transaction of each search, which looks for so many rows. */
    void prepare(Handle transaction, int wanted);
}
