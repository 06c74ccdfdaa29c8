package io.tenderhub.postgres;

import javax.sql.DataSource;

/** The statements of the index on real PostgreSQL, over a stand-in for the extension: not pgvector itself. */
class StandInForPgvectorSemanticIndexTest extends VectorIndexContract {
    private static final DataSource DATABASE = StandInForPgvector.database();

    @Override
    DataSource dataSource() {
        return DATABASE;
    }

    @Override
    VectorType vectors() {
        return new StandInForPgvector();
    }
}
