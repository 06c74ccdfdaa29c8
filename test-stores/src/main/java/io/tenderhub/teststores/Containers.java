package io.tenderhub.teststores;

import io.tenderhub.embedded.Store;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The stores in containers, which end with the JVM by the library's own reaper. */
final class Containers {
    private static final int REDIS_PORT = 6379;

    private Containers() {}

    static Map<Store, String> start(Set<Store> wanted) {
        Map<Store, String> urls = new EnumMap<>(Store.class);
        for (Store store : wanted) {
            urls.put(
                    store,
                    switch (store) {
                        case POSTGRES -> postgres();
                        case MONGO -> mongo();
                        case REDIS -> redis();
                    });
        }
        return urls;
    }

    // The reaper closes each container after the JVM's end; closing it here would take the stores from the tests.
    @SuppressWarnings("resource")
    private static String postgres() {
        PostgreSQLContainer server = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        server.start();
        String url = server.getJdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + "user=" + server.getUsername() + "&password="
                + server.getPassword();
    }

    @SuppressWarnings("resource")
    private static String mongo() {
        MongoDBContainer server = new MongoDBContainer(DockerImageName.parse("mongo:8"));
        server.start();
        return server.getConnectionString() + "/tenderhub";
    }

    @SuppressWarnings("resource")
    private static String redis() {
        GenericContainer<?> server =
                new GenericContainer<>(DockerImageName.parse("redis:7")).withExposedPorts(REDIS_PORT);
        server.start();
        return "redis://" + server.getHost() + ":" + server.getMappedPort(REDIS_PORT);
    }
}
