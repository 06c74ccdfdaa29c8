package io.tenderhub.http.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.tenderhub.account.Secret;
import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.contract.Simultaneously;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.json.Shape;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are sent several times, over real connections, to endpoints that make something. */
class RepeatedRequestsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final AtomicReference<Runnable> BEFORE = new AtomicReference<>(() -> {});

    private static TenderHub hub;
    private static Javalin server;
    private static Secret reader;
    private static Secret editor;

    @BeforeAll
    static void serves() {
        TestStores stores = TestStores.shared();
        HubConfiguration configuration = HubConfiguration.of(
                Map.of(),
                Map.of(
                        "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                        "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                        "TENDERHUB_REDIS_URL", stores.redisUrl(),
                        "TENDERHUB_PREFIX", "once" + Long.toString(System.nanoTime(), 36),
                        "TENDERHUB_IDEMPOTENCY_WAIT_SECONDS", "1"),
                Optional.empty());
        TenderHub.migrate(configuration);
        hub = TenderHub.start(configuration);
        TeamId acme = new TeamId("acme");
        hub.registration()
                .registerAsOperator(new NewTeam(
                        "Acme",
                        Optional.of(acme),
                        "basic",
                        ZoneId.of("Africa/Johannesburg"),
                        hub.accounts()
                                .register("jo@example.org", "Jo", new Secret("correct horse battery"))
                                .id()));
        reader = hub.apiKeys().create(Actor.operator(acme), "reader", Set.of(Permission.READ));
        editor = hub.apiKeys().create(Actor.operator(acme), "editor", Set.of(Permission.READ, Permission.EDIT_PROFILE));
        Api api =
                new Api(hub, List.of(making("/things", "makeThing"), making("/others", "makeOther"), makingForTeam()));
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            api.register(config.routes);
        });
        server.start("127.0.0.1", 0);
    }

    private static Endpoint making(String path, String id) {
        return made(Endpoint.post(path).id(id));
    }

    private static Endpoint makingForTeam() {
        return made(Endpoint.post("/teams/{team}/things").id("makeTeamThing").forTeam(Permission.READ));
    }

    private static Endpoint made(EndpointBuilder endpoint) {
        return endpoint.tag("Things")
                .summary("Makes a thing")
                .body(Shape.object("Wish").with("name", Shape.text()))
                .answers(201, "It is made", Shape.object("Thing").with("number", Shape.whole(0, 1_000_000)))
                .creates()
                .handledBy(request -> {
                    BEFORE.get().run();
                    int number = MADE.incrementAndGet();
                    return Reply.created("/things/" + number, json -> {
                        json.writeStartObject();
                        json.writeNumberField("number", number);
                        json.writeEndObject();
                    });
                });
    }

    @AfterAll
    static void stops() {
        server.stop();
        hub.close();
    }

    @BeforeEach
    void forget() {
        MADE.set(0);
        BEFORE.set(() -> {});
    }

    private static HttpRequest request(String path, String key, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private static HttpResponse<String> post(String path, String key, String body, String... headers)
            throws IOException, InterruptedException {
        return CLIENT.send(request(path, key, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("") + " "
                + answer.headers().firstValue("Content-Type").orElse("") + " " + answer.body();
    }

    private static boolean isReplayed(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Idempotency-Replayed")
                .filter("true"::equals)
                .isPresent();
    }

    @Test
    void theSameRequestIsAnsweredAsAtFirst() throws Exception {
        String key = newKey();
        HttpResponse<String> first = post("/things", key, "{\"name\":\"a\"}");
        HttpResponse<String> again = post("/things", key, "{\"name\":\"a\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(isReplayed(first)).isFalse();
        assertThat(told(again)).isEqualTo(told(first)).contains("/things/1", "{\"number\":1}");
        assertThat(isReplayed(again)).isTrue();
        assertThat(MADE).hasValue(1);
    }

    @Test
    void manySentAtOnceMakeOneThing() throws Exception {
        String key = newKey();

        List<HttpResponse<String>> answers =
                Simultaneously.run(24, i -> () -> post("/things", key, "{\"name\":\"a\"}"));

        assertThat(MADE).hasValue(1);
        assertThat(answers).extracting(RepeatedRequestsTest::told).containsOnly(told(answers.get(0)));
        assertThat(answers).filteredOn(answer -> !isReplayed(answer)).hasSize(1);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() throws Exception {
        String key = newKey();
        post("/things", key, "{\"name\":\"a\"}");

        for (HttpResponse<String> other :
                List.of(post("/things", key, "{\"name\":\"b\"}"), post("/others", key, "{\"name\":\"a\"}"))) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body())
                    .contains("urn:tenderhub:problem:key-used-otherwise")
                    .doesNotContain(key);
        }
        assertThat(MADE).hasValue(1);
    }

    @Test
    void aKeyThatIsTooShortIsRefusedByItsName() throws Exception {
        HttpResponse<String> refused = post("/things", "short", "{\"name\":\"a\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"path\":\"Idempotency-Key\"");
        assertThat(MADE).hasValue(0);
    }

    @Test
    void whatFailedOrWasRefusedIsDoneWhenItComesAgain() throws Exception {
        String key = newKey();
        for (RuntimeException failure : List.of(
                new UnavailableException("the store", "the test took it away", null),
                new ConflictException("not now"),
                new IllegalStateException("the test breaks it"))) {
            BEFORE.set(() -> {
                throw failure;
            });
            assertThat(post("/things", key, "{\"name\":\"a\"}").statusCode()).isIn(503, 409, 500);
        }
        BEFORE.set(() -> {});

        HttpResponse<String> done = post("/things", key, "{\"name\":\"a\"}");
        assertThat(told(done)).startsWith("201 /things/1");
        assertThat(isReplayed(done)).isFalse();
    }

    @Test
    void aRepetitionThatWaitedInVainIsToldWhenToComeAgain() throws Exception {
        String key = newKey();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BEFORE.set(() -> {
            begun.countDown();
            waitFor(goOn);
        });
        var first = CLIENT.sendAsync(request("/things", key, "{\"name\":\"a\"}"), HttpResponse.BodyHandlers.ofString());
        waitFor(begun);

        HttpResponse<String> told = post("/things", key, "{\"name\":\"a\"}");
        goOn.countDown();

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(MADE).hasValue(1);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nobodyGetsWhatAnotherWasAnswered() throws Exception {
        String key = newKey();
        String[] asReader = {"Authorization", "Bearer " + reader.reveal()};
        String[] asEditor = {"Authorization", "Bearer " + editor.reveal()};
        HttpResponse<String> first = post("/teams/acme/things", key, "{\"name\":\"a\"}", asReader);
        HttpResponse<String> ofAnother = post("/teams/acme/things", key, "{\"name\":\"a\"}", asEditor);
        HttpResponse<String> again = post("/teams/acme/things", key, "{\"name\":\"a\"}", asReader);

        assertThat(told(first)).startsWith("201 /things/1");
        assertThat(told(ofAnother)).startsWith("201 /things/2");
        assertThat(told(again)).isEqualTo(told(first));
        assertThat(post("/teams/acme/things", key, "{\"name\":\"a\"}").statusCode())
                .isEqualTo(401);
    }
}
