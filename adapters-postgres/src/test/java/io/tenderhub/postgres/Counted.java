package io.tenderhub.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections of its own for each call, counted. */
final class Counted extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;

    private int asked;

    static Counted to(String url) {
        Counted source = new Counted();
        source.setUrl(url);
        return source;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        asked++;
        return super.getConnection();
    }

    /** How often a connection was asked for since the last question. */
    synchronized int askedSince() {
        int since = asked;
        asked = 0;
        return since;
    }
}
