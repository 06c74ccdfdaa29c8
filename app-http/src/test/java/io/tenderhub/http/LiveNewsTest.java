package io.tenderhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.notification.NewsId;
import io.tenderhub.notification.Notification;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** News as server-sent events, read from plain sockets. */
class LiveNewsTest {
    private static final String PREFIX = "live" + Long.toString(System.nanoTime(), 36);
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");
    private static final Secret PASSWORD = new Secret("correct horse battery");
    private static final int MOST_OF_TEAM = 40;

    private static TenderHub hub;
    private static HttpService service;
    private static Secret reader;

    private final List<Client> open = new ArrayList<>();

    @BeforeAll
    static void serves() {
        TestStores stores = TestStores.shared();
        HubConfiguration configuration = HubConfiguration.of(
                Map.of(),
                Map.of(
                        "TENDERHUB_POSTGRES_URL",
                        stores.freshPostgresUrl(),
                        "TENDERHUB_MONGO_URL",
                        stores.freshMongoUrl(),
                        "TENDERHUB_REDIS_URL",
                        stores.redisUrl(),
                        "TENDERHUB_PREFIX",
                        PREFIX,
                        "TENDERHUB_HTTP_PORT",
                        "0",
                        "TENDERHUB_HTTP_REQUESTS_PER_MINUTE",
                        "10000",
                        "TENDERHUB_HTTP_STOP_PAUSE_SECONDS",
                        "0",
                        "TENDERHUB_LIVE_HEARTBEAT_SECONDS",
                        "1",
                        "TENDERHUB_LIVE_CONNECTIONS_PER_TEAM",
                        Integer.toString(MOST_OF_TEAM)),
                Optional.empty());
        TenderHub.migrate(configuration);
        hub = TenderHub.start(configuration);
        User jo = hub.accounts().register("jo@example.org", "Jo", PASSWORD);
        for (TeamId team : List.of(ACME, OTHER)) {
            hub.registration()
                    .registerAsOperator(
                            new NewTeam("Team", Optional.of(team), "basic", ZoneId.of("Africa/Johannesburg"), jo.id()));
        }
        reader = hub.apiKeys().create(Actor.operator(ACME), "reader", Set.of(Permission.READ));
        service = HttpService.start(hub);
    }

    @AfterAll
    static void stops() {
        service.close();
        hub.close();
    }

    @AfterEach
    void closeAll() throws IOException {
        for (Client client : open) {
            client.close();
        }
    }

    /** A client over HTTP/1.0, whose answers end with the connection. */
    private static final class Client implements AutoCloseable {
        private final Socket socket = new Socket();
        private final BufferedReader lines;
        private int status;

        private Client(String path, Optional<Secret> shown, Optional<String> lastId) throws IOException {
            // Little is under way to who does not read.
            socket.setReceiveBufferSize(8_192);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
            socket.setSoTimeout(60_000);
            String authorization = shown.map(secret -> "Authorization: Bearer " + secret.reveal() + "\r\n")
                    .orElse("");
            String last = lastId.map(id -> "Last-Event-ID: " + id + "\r\n").orElse("");
            socket.getOutputStream()
                    .write(("GET /api/v1" + path + " HTTP/1.0\r\nHost: localhost\r\n" + authorization + last + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Reads the head of the answer. */
        private Client answered() throws IOException {
            status = Integer.parseInt(lines.readLine().split(" ")[1]);
            String line = lines.readLine();
            while (line != null && !line.isEmpty()) {
                line = lines.readLine();
            }
            return this;
        }

        /** The next event, {@code type data}, its id kept; {@code beat} for a comment, {@code end} for the end. */
        private String next() throws IOException {
            String type = "";
            String data = "";
            String id = lastId;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith(":")) {
                    type = "beat";
                } else if (line.isEmpty()) {
                    lastId = id;
                    return (type + " " + data).strip();
                }
            }
            return "end";
        }

        private String lastId = "";

        private String nextNews() throws IOException {
            String next = next();
            while (next.equals("beat")) {
                next = next();
            }
            return next;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Client connect(String path, Optional<Secret> shown, Optional<String> lastId) throws IOException {
        Client client = new Client(path, shown, lastId);
        open.add(client);
        return client;
    }

    private Client follow(Optional<String> lastId) throws IOException {
        Client client = connect("/teams/acme/live", Optional.of(reader), lastId).answered();
        assertThat(client.status).isEqualTo(200);
        return client;
    }

    private static void publish(Optional<TeamId> team, String... subjects) {
        for (String subject : subjects) {
            hub.notifications()
                    .publish(List.of(new Notification(
                            99_999, "workspace.changed", team, subject, Instant.parse("2026-11-21T08:00:00Z"))));
        }
    }

    private static String told(String subject) {
        return "workspace.changed {\"type\":\"workspace.changed\",\"subject\":\"" + subject
                + "\",\"at\":\"2026-11-21T08:00:00Z\"}";
    }

    @Test
    void aTeamHearsItsOwnNewsAndNobodyElses() throws Exception {
        Client client = follow(Optional.empty());
        assertThat(client.nextNews()).isEqualTo("ready {}");
        NewsId before = NewsId.read(client.lastId).orElseThrow();
        publish(Optional.of(OTHER), "not this");
        publish(Optional.empty(), "nor this");
        publish(Optional.of(ACME), "ocds-1", "ocds-2");

        assertThat(client.nextNews()).isEqualTo(told("ocds-1"));
        assertThat(client.nextNews()).isEqualTo(told("ocds-2"));
        assertThat(NewsId.read(client.lastId).orElseThrow().number()).isEqualTo(before.number() + 2);
    }

    @Test
    void everybodyHearsWhatIsForEverybodyAlone() throws Exception {
        Client client = connect("/live", Optional.empty(), Optional.empty()).answered();
        assertThat(client.nextNews()).isEqualTo("ready {}");
        publish(Optional.of(ACME), "not this");
        publish(Optional.empty(), "ocds-3");

        assertThat(client.nextNews()).isEqualTo(told("ocds-3"));
    }

    @Test
    void whoComesBackMissesNothing() throws Exception {
        Client first = follow(Optional.empty());
        first.nextNews();
        publish(Optional.of(ACME), "a");
        first.nextNews();
        first.close();
        publish(Optional.of(ACME), "b", "c");

        Client back = follow(Optional.of(first.lastId));
        publish(Optional.of(ACME), "d");

        assertThat(List.of(back.nextNews(), back.nextNews(), back.nextNews(), back.nextNews()))
                .containsExactly("ready {}", told("b"), told("c"), told("d"));
    }

    @Test
    void whosePlaceIsNotKnownIsToldToReadAnew() throws Exception {
        for (String unknown : List.of("0123456789abcdef-5", "nonsense")) {
            Client client = follow(Optional.of(unknown));
            assertThat(client.nextNews()).isEqualTo("reset {}");
            assertThat(NewsId.read(client.lastId)).isPresent();
        }
    }

    @Test
    void aSignOfLifeComesWhileThereAreNoNews() throws Exception {
        Client client = follow(Optional.empty());
        assertThat(List.of(client.next(), client.next(), client.next())).containsExactly("ready {}", "beat", "beat");
    }

    @Test
    void aStreamEndsWithTheSessionOrKeyThatOpenedIt() throws Exception {
        Secret session = hub.logins().login("jo@example.org", PASSWORD);
        Secret key = hub.apiKeys().create(Actor.operator(ACME), "short", Set.of(Permission.READ));
        Client ofSession = connect("/teams/acme/live", Optional.of(session), Optional.empty())
                .answered();
        Client ofKey =
                connect("/teams/acme/live", Optional.of(key), Optional.empty()).answered();
        Client stays = follow(Optional.empty());
        for (Client client : List.of(ofSession, ofKey, stays)) {
            assertThat(client.nextNews()).isEqualTo("ready {}");
        }

        hub.logins().logout(session);
        hub.apiKeys().list(Actor.operator(ACME)).stream()
                .filter(known -> known.name().equals("short"))
                .forEach(known -> hub.apiKeys().revoke(Actor.operator(ACME), known.id()));

        assertThat(ofSession.nextNews()).isEqualTo("end");
        assertThat(ofKey.nextNews()).isEqualTo("end");
        publish(Optional.of(ACME), "later");
        assertThat(stays.nextNews()).isEqualTo(told("later"));
    }

    @Test
    void whoMayNotReadGetsNoStream() throws Exception {
        Secret writer = hub.apiKeys().create(Actor.operator(ACME), "writer", Set.of(Permission.EDIT_PROFILE));

        assertThat(connect("/teams/acme/live", Optional.empty(), Optional.empty())
                        .answered()
                        .status)
                .isEqualTo(401);
        assertThat(connect("/teams/acme/live", Optional.of(writer), Optional.empty())
                        .answered()
                        .status)
                .isEqualTo(403);
        assertThat(connect("/teams/other/live", Optional.of(reader), Optional.empty())
                        .answered()
                        .status)
                .isEqualTo(404);
    }

    @Test
    void manyClientsHoldNoThreadsAndOneSubscriptionAndLeaveNothing() throws Exception {
        awaitNobodyListens();
        for (int i = 0; i < MOST_OF_TEAM; i++) {
            assertThat(follow(Optional.empty()).nextNews()).isEqualTo("ready {}");
        }
        Client oneMore = connect("/teams/acme/live", Optional.of(reader), Optional.empty())
                .answered();
        assertThat(oneMore.status).isEqualTo(429);
        publish(Optional.of(ACME), "to all");
        for (Client client : open.subList(0, MOST_OF_TEAM)) {
            assertThat(client.nextNews()).isEqualTo(told("to all"));
        }
        assertThat(liveThreads()).isLessThanOrEqualTo(10);
        assertThat(subscribers()).isEqualTo(1);

        closeAll();

        awaitNobodyListens();
        assertThat(follow(Optional.empty()).nextNews()).isEqualTo("ready {}");
    }

    /** That a client has gone is noticed with the next signs of life. */
    private static void awaitNobodyListens() throws InterruptedException {
        long guard = System.nanoTime() + 60_000_000_000L;
        while (subscribers() > 0) {
            assertThat(System.nanoTime()).as("the subscription is kept").isLessThan(guard);
            Thread.sleep(20);
        }
    }

    private static long liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("tenderhub-live"))
                .count();
    }

    private static long subscribers() {
        String channel = PREFIX + ":team:{acme}:notifications";
        try (Jedis redis = new Jedis(TestStores.shared().redisUrl())) {
            return redis.pubsubNumSub(channel).get(channel);
        }
    }

    @Test
    void whoDoesNotReadIsLetGoAndHoldsUpNobody() throws Exception {
        Client slow = follow(Optional.empty());
        Client quick = follow(Optional.empty());
        quick.nextNews();
        String large = "x".repeat(20_000);
        for (int i = 0; i < 900; i++) {
            publish(Optional.of(ACME), large + i);
            assertThat(quick.nextNews()).isEqualTo(told(large + i));
        }

        int heard = 0;
        String next = slow.nextNews();
        while (!next.equals("end")) {
            next = slow.nextNews();
            heard++;
        }
        assertThat(heard).isLessThan(900);

        Client back = follow(Optional.of(slow.lastId));
        assertThat(back.nextNews()).isEqualTo("ready {}");
        assertThat(back.nextNews()).isEqualTo(told(large + (heard - 1)));
    }

    @Test
    void theEndOfTheServiceEndsTheStreams() throws Exception {
        HttpService another = HttpService.start(hub);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), another.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write("GET /api/v1/live HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            while (!lines.readLine().startsWith("event: ready")) {
                assertThat(socket.isConnected()).isTrue();
            }
            another.close();
            while (lines.readLine() != null) {
                assertThat(socket.isConnected()).isTrue();
            }
        } finally {
            another.close();
        }
    }
}
