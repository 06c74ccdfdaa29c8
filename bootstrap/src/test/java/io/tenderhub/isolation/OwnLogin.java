package io.tenderhub.isolation;

import io.tenderhub.teststores.TestStores;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A login as an operator makes it for the hub: it owns its database, may make roles, and is no superuser. */
record OwnLogin(DataSource dataSource, String url, String user, String password) {

    static OwnLogin make() {
        String name = "hub" + UUID.randomUUID().toString().replace("-", "");
        String password = UUID.randomUUID().toString();
        TestStores stores = TestStores.shared();
        try (Connection connection = stores.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + name + " LOGIN CREATEROLE PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a login for the test", e);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(stores.postgresUrl());
        source.setDatabaseName(name);
        source.setUser(name);
        source.setPassword(password);
        String host = source.getServerNames()[0] + ":" + source.getPortNumbers()[0];
        return new OwnLogin(source, "jdbc:postgresql://" + host + "/" + name, name, password);
    }
}
