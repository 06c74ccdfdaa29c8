package io.tenderhub.bootstrap;

import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.bson.Document;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** One small question to each store, which shows that it answers, and what it answers. */
final class StoreQuestions {
    private StoreQuestions() {}

    static Optional<StoreFacts> postgres(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            // A network that swallows everything would hold this thread for hours; the pool takes the limit off again.
            connection.setNetworkTimeout(Runnable::run, (int) StoreChecks.PATIENCE.toMillis());
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT current_setting('server_version'), pg_is_in_recovery()")) {
                row.next();
                // Distributions write their own name behind the number.
                String version = row.getString(1).split(" ", 2)[0];
                return Optional.of(new StoreFacts.Postgres(version, row.getBoolean(2)));
            }
        }
    }

    /** @param cluster what the driver has heard of the servers, in its own rounds */
    static Optional<StoreFacts> mongo(MongoDatabase database, ClusterDescription cluster) {
        database.withTimeout(StoreChecks.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .runCommand(new Document("ping", 1));
        Optional<String> replicaSet = cluster.getServerDescriptions().stream()
                .map(ServerDescription::getSetName)
                .filter(Objects::nonNull)
                .findFirst();
        boolean primary = cluster.getServerDescriptions().stream()
                .anyMatch(server -> server.isPrimary() || server.isStandAlone() || server.isShardRouter());
        return Optional.of(new StoreFacts.Mongo(replicaSet, primary));
    }

    /** @param cluster whose nodes would each tell something else */
    static Optional<StoreFacts> redis(UnifiedJedis client, boolean cluster) {
        client.ping();
        if (cluster) {
            return Optional.empty();
        }
        try {
            String memory = client.info("memory");
            long most = number(memory, "maxmemory");
            return Optional.of(new StoreFacts.Redis(
                    number(memory, "used_memory"),
                    most == 0 ? OptionalLong.empty() : OptionalLong.of(most),
                    number(client.info("clients"), "connected_clients")));
        } catch (JedisDataException e) {
            // Its user may not ask; it answers all the same.
            return Optional.empty();
        }
    }

    private static long number(String info, String field) {
        Matcher line = Pattern.compile("(?m)^" + field + ":(\\d+)\\s*$").matcher(info);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
