package io.tenderhub.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.Javalin;
import io.tenderhub.bootstrap.ServerSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a server does that gets more than it can do, or clients that mean no good; over real connections. */
class ServerLimitsTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String GET = " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";
    private static final int GUARD_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private ServerLimits limits;
    private Javalin server;
    private int port;

    private void start(ServerSettings settings) {
        limits = new ServerLimits(settings);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = 1024 * 1024;
            limits.configure(config);
            config.routes.get("/quick", ctx -> ctx.result("quick"));
            config.routes.get("/large", ctx -> ctx.result("x".repeat(8_000_000)));
            config.routes.get(
                    "/tagged", ctx -> ctx.header("ETag", "x".repeat(9_000)).result("tagged"));
            config.routes.get("/health/live", ctx -> ctx.result("alive"));
            config.routes.get("/slow", ctx -> {
                begun.release();
                done.await();
                ctx.result("slow");
            });
            config.routes.get("/events", ctx -> {
                CompletableFuture<Void> end = new CompletableFuture<>();
                ctx.future(() -> end);
                AutoCloseable open = LongLived.begin(ctx.req(), () -> end.complete(null));
                end.whenComplete((nothing, failure) -> {
                    close(open);
                    ended.release();
                });
                ctx.res().flushBuffer();
                begun.release();
            });
            config.routes.post("/body", ctx -> {
                begun.release();
                ctx.result("" + ctx.bodyAsBytes().length);
            });
        });
        server.start("127.0.0.1", 0);
        port = server.port();
    }

    private static ServerSettings settings(int atOnce, int waiting, Duration wait) {
        return settings(atOnce, waiting, wait, 1000);
    }

    private static ServerSettings settings(int atOnce, int waiting, Duration wait, int bytesPerSecond) {
        return new ServerSettings(
                atOnce,
                waiting,
                wait,
                1000,
                Duration.ofSeconds(20),
                Duration.ofMillis(400),
                bytesPerSecond,
                Duration.ZERO,
                Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        done.countDown();
        server.stop();
    }

    private RawClient connect() throws IOException {
        return new RawClient(port);
    }

    private String ask(String request) throws IOException {
        try (RawClient client = connect()) {
            return client.send(request).rest();
        }
    }

    private static void isProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":" + status)
                .doesNotContain("Jetty", "badMessage");
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            // What it throws is for the test to show.
            throw new IllegalStateException(e);
        }
    }

    private void awaitRefusal() throws Exception {
        long guard = System.nanoTime() + TimeUnit.SECONDS.toNanos(GUARD_SECONDS);
        while (System.nanoTime() < guard) {
            try {
                connect().close();
                Thread.sleep(10);
            } catch (ConnectException e) {
                return;
            }
        }
        throw new AssertionError("new connections are still taken");
    }

    private void awaitBegun(int number) throws InterruptedException {
        assertThat(begun.tryAcquire(number, GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesAtOnceWhatIsTooMuchAndAnswersForItsHealthAllTheSame() throws Exception {
        start(settings(200, 3, Duration.ofMinutes(5)));
        List<RawClient> slow = ask(200, "/slow");
        awaitBegun(200);
        List<RawClient> waiting = ask(4, "/slow");

        String refused = theFirstThatHearsOf(waiting);
        isProblem(refused, 503);
        assertThat(refused).containsIgnoringCase("retry-after: 2");
        assertThat(ask("GET /health/live" + GET)).startsWith("HTTP/1.1 200").endsWith("alive");
        assertThat(begun.availablePermits()).isZero();

        done.countDown();
        for (RawClient client : concat(slow, waiting)) {
            assertThat(client.rest()).startsWith("HTTP/1.1 200").endsWith("slow");
            client.close();
        }
        assertThat(ask("GET /quick" + GET)).startsWith("HTTP/1.1 200");
    }

    /** One more wait than may; which of them is refused depends on which the server sees last. */
    private static String theFirstThatHearsOf(List<RawClient> waiting) throws IOException {
        long guard = System.nanoTime() + TimeUnit.SECONDS.toNanos(GUARD_SECONDS);
        while (System.nanoTime() < guard) {
            for (RawClient client : waiting) {
                if (client.hearsWithin(Duration.ofMillis(1))) {
                    waiting.remove(client);
                    String answer = client.rest();
                    client.close();
                    return answer;
                }
            }
        }
        throw new AssertionError("nobody was refused");
    }

    private List<RawClient> ask(int number, String path) throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            clients.add(connect().send("GET " + path + GET));
        }
        return clients;
    }

    private static List<RawClient> concat(List<RawClient> some, List<RawClient> others) {
        List<RawClient> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void refusesWhoHasWaitedTooLong() throws Exception {
        start(settings(1, 10, Duration.ofMillis(100)));
        List<RawClient> slow = ask(1, "/slow");
        awaitBegun(1);

        isProblem(ask("GET /quick" + GET), 503);

        done.countDown();
        assertThat(slow.get(0).rest()).endsWith("slow");
        slow.get(0).close();
        assertThat(ask("GET /quick" + GET)).endsWith("quick");
    }

    @Test
    void whatIsLongLivedTakesNoTurnAndEndsWithTheService() throws Exception {
        start(settings(1, 3, Duration.ofMinutes(5)));
        List<RawClient> listeners = ask(3, "/events");
        awaitBegun(3);
        assertThat(ask("GET /quick" + GET)).endsWith("quick");

        limits.prepareToStop();
        server.stop();

        assertThat(ended.tryAcquire(3, GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
        for (RawClient listener : listeners) {
            assertThat(listener.rest()).startsWith("HTTP/1.1 200");
            listener.close();
        }
    }

    @Test
    void letsWhatIsInFlightEndWhenItStopsAndSaysBeforeThatItIsNotReady() throws Exception {
        start(settings(10, 10, Duration.ofMinutes(5)));
        List<RawClient> slow = ask(3, "/slow");
        awaitBegun(3);

        limits.prepareToStop();
        assertThat(ask("GET /health/ready" + GET)).startsWith("HTTP/1.1 503").contains("\"status\":\"stopping\"");
        assertThat(ask("GET /quick" + GET)).endsWith("quick");
        Thread stopping = new Thread(server::stop);
        stopping.start();
        stopping.join(200);
        assertThat(stopping.isAlive()).as("requests are in flight").isTrue();
        done.countDown();
        stopping.join();

        for (RawClient client : slow) {
            assertThat(client.rest()).startsWith("HTTP/1.1 200").endsWith("slow");
            client.close();
        }
    }

    @Test
    void waitsAtItsEndForABodyThatPauses() throws Exception {
        start(settings(10, 10, Duration.ofMinutes(5)));
        try (RawClient paused = connect()) {
            paused.send("POST /body HTTP/1.1\r\n" + HOST + "Connection: close\r\nContent-Length: 4000\r\n\r\n"
                    + "x".repeat(3_000));
            awaitBegun(1);
            limits.prepareToStop();
            Thread ending = new Thread(() -> {
                limits.finish(server.jettyServer().server());
                server.stop();
            });
            ending.start();
            awaitRefusal();
            // Longer than a server that is being stopped waits for whoever is silent.
            ending.join(1_200);
            assertThat(ending.isAlive()).isTrue();

            assertThat(paused.send("x".repeat(1_000)).rest())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("4000");
            ending.join(TimeUnit.SECONDS.toMillis(GUARD_SECONDS));
            assertThat(ending.isAlive()).isFalse();
        }
    }

    @Test
    void closesAConnectionOnWhichAHeadComesLetterByLetter() throws Exception {
        start(settings(10, 10, Duration.ofSeconds(1)));
        try (RawClient slow = connect();
                RawClient idle = connect()) {
            slow.send("GET /quick HTTP/1.1\r\n" + HOST);
            boolean open = true;
            long guard = System.nanoTime() + TimeUnit.SECONDS.toNanos(GUARD_SECONDS);
            while (open && System.nanoTime() < guard) {
                try {
                    slow.send("x");
                    Thread.sleep(20);
                } catch (IOException closed) {
                    open = false;
                }
            }
            assertThat(open).isFalse();
            assertThat(idle.send("GET /quick" + GET).rest())
                    .as("who only waits is not slow")
                    .endsWith("quick");
        }
    }

    @Test
    void givesUpABodyThatComesTooSlowly() throws Exception {
        start(settings(1, 10, Duration.ofSeconds(1)));
        try (RawClient slow = connect()) {
            slow.send("POST /body HTTP/1.1\r\n" + HOST + "Content-Length: 100000\r\n\r\n");
            long guard = System.nanoTime() + TimeUnit.SECONDS.toNanos(GUARD_SECONDS);
            boolean open = true;
            while (open && System.nanoTime() < guard) {
                try {
                    slow.send("x");
                    Thread.sleep(20);
                    open = !slow.hearsWithin(Duration.ofMillis(1));
                } catch (IOException closed) {
                    open = false;
                }
            }
            assertThat(open).isFalse();
            assertThat(slow.rest()).startsWith("HTTP/1.1 408");
        }
        assertThat(ask("GET /quick" + GET)).as("the turn is free again").endsWith("quick");
    }

    @Test
    void givesUpAnAnswerThatIsTakenTooSlowly() throws Exception {
        start(settings(1, 10, Duration.ofSeconds(15), 100_000));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress("127.0.0.1", server.port()));
            slow.getOutputStream().write(("GET /large" + GET).getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo('H');
            // What the system has taken over of the answer still comes to him, for long.
            CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> readSlowly(slow));

            assertThat(ask("GET /quick" + GET)).as("the turn is free again").endsWith("quick");
            assertThat(reader).as("he goes on reading").isNotDone();
        } finally {
            root.detachAppender(log);
        }
        assertThat(List.copyOf(log.list)).as("no fault").noneMatch(event -> event.getLevel() == Level.ERROR);
        assertThat(ask("GET /large" + GET)).as("who takes it quickly gets all").hasSizeGreaterThan(8_000_000);
    }

    @Test
    void answersWithTagsAsLongAsRequestsMayHave() throws Exception {
        start(settings(1, 10, Duration.ofSeconds(1)));

        assertThat(ask("GET /tagged HTTP/1.1\r\n" + HOST + "If-Match: " + "x".repeat(8_000)
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("tagged");
    }

    private static void readSlowly(Socket socket) {
        try {
            while (socket.getInputStream().read(new byte[512]) >= 0) {
                Thread.sleep(50);
            }
        } catch (IOException e) {
            // The end of the test.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void answersProblemsForWhatItDoesNotRead() throws Exception {
        start(settings(10, 10, Duration.ofSeconds(1)));

        isProblem(ask("GET /quick HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(20_000) + "\r\n\r\n"), 431);
        isProblem(ask("GET /quick HTTP/1.1\r\n" + HOST + "X-1: x\r\n".repeat(5_000) + "\r\n"), 431);
        isProblem(ask("GET /" + "x".repeat(20_000) + GET), 414);
        assertThat(ask("GET /" + "x".repeat(20_000) + GET))
                .as("the rest is no other request")
                .containsIgnoringCase("\r\nConnection: close\r\n")
                .containsOnlyOnce("HTTP/1.1 ");
        isProblem(ask("GET /quick HTTP/1.1\r\n\r\n"), 400);
        isProblem(ask("nonsense\r\n\r\n"), 400);
        isProblem(ask("GET /quick HTTP/1.1\r\n" + HOST + " folded: x\r\n\r\n"), 400);
        isProblem(ask("POST /body HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n"), 400);
        isProblem(
                ask("POST /body HTTP/1.1\r\n" + HOST
                        + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                400);
    }
}
