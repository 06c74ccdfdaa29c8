package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.account.Secret;
import io.tenderhub.account.SessionLife;
import io.tenderhub.account.SessionStore;
import io.tenderhub.account.SessionToken;
import io.tenderhub.account.UserId;
import io.tenderhub.contract.MovableClock;
import io.tenderhub.contract.Simultaneously;
import io.tenderhub.failure.UnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class SessionKeysTest {
    private static final UserId JO = new UserId("jo");
    private static final String OF_JO = "tenderhub:user:{jo}:sessions";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private TestRedis redis;
    private RedisClient client;
    private RedisAdapter adapter;
    private SessionStore sessions;

    @BeforeEach
    void start() {
        redis = new TestRedis(folder);
        client = redis.client();
        adapter = RedisAdapter.builder(client)
                .clock(clock)
                .pause(1, Duration.ZERO)
                .sessionLife(new SessionLife(Duration.ofMinutes(10), Duration.ofMinutes(25)))
                .build();
        sessions = adapter.sessions();
    }

    @AfterEach
    void stop() {
        adapter.close();
        client.close();
        redis.close();
    }

    @Test
    void onlyTheHashOfASecretReachesTheServer() {
        Secret token = sessions.open(JO);
        sessions.use(token);
        String secret = token.reveal().substring(3);
        List<String> all = new ArrayList<>(client.keys("*"));
        all.add(client.get(keyOf(token)));
        all.addAll(client.zrange(OF_JO, 0, -1));

        assertThat(all)
                .hasSize(4)
                .contains(OF_JO, keyOf(token))
                .noneMatch(text -> text.contains(secret))
                .anyMatch(text -> text.matches("[0-9a-f]{64}"));
    }

    @Test
    void keysRunOutWithTheirSessions() {
        Secret token = sessions.open(JO);
        assertThat(client.pttl(keyOf(token))).isBetween(500_000L, 600_000L);
        assertThat(client.pttl(OF_JO)).isBetween(500_000L, 600_000L);

        clock.advance(Duration.ofMinutes(9));
        sessions.use(token);
        clock.advance(Duration.ofMinutes(9));
        sessions.use(token);
        assertThat(client.pttl(keyOf(token)))
                .as("until its longest life is over")
                .isBetween(300_000L, 420_000L);
    }

    @Test
    void whatHasEndedLeavesTheSetOfTheUser() {
        for (int i = 0; i < 50; i++) {
            sessions.open(JO);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(client.zcard(OF_JO)).isLessThanOrEqualTo(11);
    }

    @Test
    void losingEitherKeyEndsASessionForGood() {
        Secret first = sessions.open(JO);
        client.del(OF_JO);
        Secret second = sessions.open(JO);
        client.del(keyOf(second));
        Secret third = sessions.open(JO);

        assertThat(sessions.use(first)).isEmpty();
        assertThat(sessions.use(second)).isEmpty();
        assertThat(sessions.use(third)).isPresent();
    }

    @Test
    void aUseIsOneRoundTripAndWhatIsNoTokenIsNone() {
        Secret token = sessions.open(JO);
        sessions.use(token);
        Map<String, Long> before = CommandCounts.of(client);
        sessions.use(token);
        assertThat(CommandCounts.since(before, client))
                .containsEntry("evalsha", 1L)
                .containsOnlyKeys("evalsha", "get", "zscore", "pexpire", "zadd", "pttl");

        before = CommandCounts.of(client);
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "jo." : "");
            random.ints(random.nextInt(200), 0, 0x250).forEach(text::appendCodePoint);
            sessions.use(new Secret(text.toString()));
            sessions.revoke(new Secret(text.toString()));
        }
        assertThat(CommandCounts.since(before, client)).isEmpty();
    }

    @Test
    void whileRedisIsAwayNobodyIsTakenForLoggedInOrOut() {
        Secret token = sessions.open(JO);
        redis.stop();

        List<Runnable> all = List.of(
                () -> sessions.open(JO),
                () -> sessions.use(token),
                () -> sessions.revoke(token),
                () -> sessions.revokeAll(JO));
        assertThat(all)
                .allSatisfy(call -> assertThatExceptionOfType(UnavailableException.class)
                        .isThrownBy(call::run)
                        .matches(failure ->
                                !failure.toString().contains(token.reveal().substring(3))));
        redis.startAgain();
    }

    /** Users log in, use their sessions and lose them on two nodes; nobody who has been told that all are gone sees one of them. */
    @Test
    void noSessionOutlivesTheRevocationsThat64ThreadsMakeMeanwhile() throws Exception {
        try (TwoNodes nodes = TwoNodes.underAnotherPrefix()) {
            List<UserId> users = List.of(new UserId("a"), new UserId("b"), new UserId("c"));
            Map<String, Boolean> mustBeGone = new ConcurrentHashMap<>();
            Map<UserId, Map<String, Boolean>> opened = new ConcurrentHashMap<>();
            users.forEach(user -> opened.put(user, new ConcurrentHashMap<>()));
            List<Integer> revived = Simultaneously.run(64, thread -> () -> {
                Random random = new Random(thread);
                SessionStore mine = (thread % 2 == 0 ? nodes.first : nodes.second).sessions();
                int wrong = 0;
                for (int i = 0; i < 150; i++) {
                    UserId user = users.get(random.nextInt(users.size()));
                    Map<String, Boolean> ofUser = opened.get(user);
                    switch (random.nextInt(10)) {
                        case 0 -> {
                            List<String> before = List.copyOf(ofUser.keySet());
                            mine.revokeAll(user);
                            before.forEach(token -> mustBeGone.put(token, true));
                        }
                        case 1, 2, 3 -> ofUser.put(mine.open(user).reveal(), true);
                        default -> {
                            Optional<String> some = ofUser.keySet().stream()
                                    .skip(random.nextInt(ofUser.size() + 1))
                                    .findFirst();
                            boolean gone = some.map(mustBeGone::containsKey).orElse(false);
                            boolean there = some.flatMap(token -> mine.use(new Secret(token)))
                                    .isPresent();
                            wrong += gone && there ? 1 : 0;
                        }
                    }
                }
                return wrong;
            });

            assertThat(revived).containsOnly(0);
            assertThat(mustBeGone.keySet())
                    .isNotEmpty()
                    .allMatch(token ->
                            nodes.first.sessions().use(new Secret(token)).isEmpty());
        }
    }

    private static String keyOf(Secret token) {
        return "tenderhub:user:{jo}:session:"
                + SessionToken.read(token).orElseThrow().hash();
    }
}
