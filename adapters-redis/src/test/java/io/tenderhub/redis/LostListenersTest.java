package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.team.TeamId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** What becomes of listeners whose connection is lost. */
class LostListenersTest {
    private static final Optional<TeamId> ACME = Optional.of(new TeamId("acme"));
    private static final String CHANNEL = "tenderhub:team:{acme}:notifications";

    @TempDir
    private Path folder;

    private final BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
    private TestRedis redis;
    private Line line;
    private RedisClient direct;
    private RedisClient overTheLine;
    private RedisAdapter listening;
    private Notifications publishing;

    @BeforeEach
    void start() throws IOException {
        redis = new TestRedis(folder);
        line = new Line(redis.port());
        direct = redis.client();
        overTheLine = TestRedis.clientOf(line.port(), 1000);
        listening = TestRedis.adapterThatNeverPauses(overTheLine);
        publishing = TestRedis.adapterThatNeverPauses(direct).notifications();
    }

    @AfterEach
    void stop() throws IOException {
        listening.close();
        direct.close();
        overTheLine.close();
        line.close();
        redis.close();
    }

    private static Notification news(long id) {
        return new Notification(id, "tender.updated", ACME, "ocds-1", Instant.parse("2026-11-21T08:00:00Z"));
    }

    @Test
    void aLostConnectionIsMadeAgain() throws Exception {
        listening.notifications().forTeam(ACME.orElseThrow()).subscribe(news -> heard.add(news.notification()));
        publishing.publish(List.of(news(1)));
        assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo(news(1));

        line.cut();
        line.mend();
        hearsAgain();
    }

    @Test
    void whoComesWhileRedisIsAwayHearsWhenItIsBack() throws Exception {
        line.cut();
        listening.notifications().forTeam(ACME.orElseThrow()).subscribe(news -> heard.add(news.notification()));
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> listening.notifications().publish(List.of(news(1))));

        line.mend();
        hearsAgain();
    }

    @Test
    void aServerThatStartsAgainIsHeardAgain() throws Exception {
        listening.notifications().forTeam(ACME.orElseThrow()).subscribe(news -> heard.add(news.notification()));
        redis.stop();
        redis.startAgain();

        hearsAgain();
    }

    private void hearsAgain() throws InterruptedException {
        long guard = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        do {
            assertThat(System.nanoTime()).as("nothing is heard again").isLessThan(guard);
            publishIfRedisIsThere();
        } while (heard.poll(20, TimeUnit.MILLISECONDS) == null);
    }

    private void publishIfRedisIsThere() {
        try {
            publishing.publish(List.of(news(2)));
        } catch (UnavailableException aConnectionFromBeforeTheRestart) {
            assertThat(aConnectionFromBeforeTheRestart).hasMessageContaining("nobody could be told");
        }
    }

    @Test
    void whatIsNoNotificationIsIgnored() throws Exception {
        listening.notifications().forTeam(ACME.orElseThrow()).subscribe(news -> heard.add(news.notification()));
        for (String noise : List.of(
                "",
                "noise",
                "a b",
                "9f86d081884c7d65-17",
                "[]",
                "null",
                "{}",
                "9f86d081884c7d65-17 {\"id\":1,\"type\":null,\"subject\":3,\"at\":\"now\"}")) {
            direct.publish(CHANNEL, noise);
        }
        direct.publish(CHANNEL, """
                9f86d081884c7d65-17 {"id":7,"type":"tender.updated","team":"acme","subject":"ocds-1","at":"2026-11-21T08:00:00Z","new":1}""");

        assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo(news(7));
    }

    @Test
    void allListenersShareOneConnectionWhichTheEndOfTheAdapterGivesBack() {
        for (int i = 0; i < 50; i++) {
            listening
                    .notifications()
                    .forTeam(new TeamId("team-" + i))
                    .subscribe(news -> heard.add(news.notification()));
        }
        assertThat(overTheLine.getPool().getNumActive()).isEqualTo(1);
        assertThat(channels()).hasSize(51);

        listening.close();
        long guard = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (overTheLine.getPool().getNumActive() > 0) {
            assertThat(System.nanoTime()).as("the connection is kept").isLessThan(guard);
            Thread.onSpinWait();
        }
        assertThat(overTheLine.ping()).isEqualTo("PONG");
        assertThatIllegalStateException()
                .isThrownBy(() -> listening
                        .notifications()
                        .forTeam(ACME.orElseThrow())
                        .subscribe(news -> heard.add(news.notification())));
    }

    @Test
    void channelsThatNobodyListensToAreLeft() {
        try (Notifications.Subscription first = listening
                .notifications()
                .forTeam(ACME.orElseThrow())
                .subscribe(news -> heard.add(news.notification()))) {
            assertThat(first).isNotNull();
            listening
                    .notifications()
                    .forTeam(ACME.orElseThrow())
                    .subscribe(news -> heard.add(news.notification()))
                    .close();
            assertThat(channels()).contains(CHANNEL);
        }
        long guard = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (channels().contains(CHANNEL)) {
            assertThat(System.nanoTime()).as("the channel is kept").isLessThan(guard);
            Thread.onSpinWait();
        }
    }

    private List<String> channels() {
        try (Jedis client = new Jedis("127.0.0.1", redis.port())) {
            return client.pubsubChannels("tenderhub:*");
        }
    }
}
