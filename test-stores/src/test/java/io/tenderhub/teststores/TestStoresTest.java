package io.tenderhub.teststores;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.embedded.Store;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestStoresTest {
    @Test
    void givesEachCallerAnEmptyDatabaseOfItsOwn() throws SQLException {
        TestStores stores = TestStores.shared();

        try (Connection one = stores.freshPostgres().getConnection();
                Connection other = stores.freshPostgres().getConnection()) {
            execute(one, "CREATE TABLE mine (id int)");
            execute(other, "CREATE TABLE mine (id int)");
        }
        assertThat(stores.freshMongoUrl()).startsWith("mongodb://").isNotEqualTo(stores.freshMongoUrl());
    }

    @Test
    void answersWithAllThreeStores() throws Exception {
        TestStores stores = TestStores.shared();

        assertThat(TestStores.shared()).isSameAs(stores);
        try (Connection connection = stores.postgres().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            assertThat(row.next()).isTrue();
        }
        for (String url : new String[] {stores.mongoUrl(), stores.redisUrl()}) {
            URI address = URI.create(url);
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                assertThat(socket.isConnected()).as(url).isTrue();
            }
        }
    }

    @Test
    void takesTheStoresThatAreGiven() {
        StoreUrls urls = StoreUrls.choose(Map.of(
                StoreUrls.variable(Store.POSTGRES), "jdbc:postgresql://a/b",
                StoreUrls.variable(Store.MONGO), "mongodb://a/b",
                StoreUrls.variable(Store.REDIS), "redis://a"));

        assertThat(urls.postgres()).isEqualTo("jdbc:postgresql://a/b");
        assertThat(urls.origin()).contains("PostgreSQL as given in TENDERHUB_POSTGRES_URL");
    }

    @Test
    void exchangesTheDatabaseInAUrlAndNothingElse() {
        assertThat(TestStores.inDatabase("jdbc:postgresql://h:1/a?user=u&password=p/q", "b"))
                .isEqualTo("jdbc:postgresql://h:1/b?user=u&password=p/q");
        assertThat(TestStores.inDatabase("mongodb://u:p@h:1,i:2", "b")).isEqualTo("mongodb://u:p@h:1,i:2/b");
        assertThat(TestStores.inDatabase("mongodb://h:1/?w=1", "b")).isEqualTo("mongodb://h:1/b?w=1");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
