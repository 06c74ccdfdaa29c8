package io.tenderhub.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.account.UserId;
import io.tenderhub.failure.KeyReusedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.StillRunningException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.idempotency.Idempotency;
import io.tenderhub.idempotency.IdempotencyKey;
import io.tenderhub.idempotency.IdempotencyRules;
import io.tenderhub.idempotency.KeptAnswers;
import io.tenderhub.idempotency.RecordedAnswer;
import io.tenderhub.idempotency.RequestFingerprint;
import io.tenderhub.idempotency.Requester;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** That what is asked for several times is done once, over a store of answers. */
public abstract class IdempotencyContract {
    private static final int MANY = 64;
    private static final IdempotencyRules PATIENT =
            new IdempotencyRules(Duration.ofHours(24), Duration.ofMinutes(2), Duration.ofSeconds(100));
    private static final IdempotencyRules IMPATIENT =
            new IdempotencyRules(Duration.ofHours(24), Duration.ofMinutes(2), Duration.ZERO);
    private static final Requester JO = Requester.user(new UserId("jo"));
    private static final RequestFingerprint POST = request("{\"name\":\"Acme\"}");

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    private final AtomicInteger effects = new AtomicInteger();

    protected abstract KeptAnswers keptAnswers();

    private Idempotency node() {
        return node(keptAnswers(), PATIENT);
    }

    private static Idempotency node(KeptAnswers answers, IdempotencyRules rules) {
        return new Idempotency(answers, rules, new SecureRandom());
    }

    private static IdempotencyKey key(String name) {
        return IdempotencyKey.read("a-key-that-is-long-enough-" + name);
    }

    private static RequestFingerprint request(String body) {
        return RequestFingerprint.of("POST /api/v1/teams", body.getBytes(UTF_8));
    }

    private static RecordedAnswer answer(int status, int number) {
        return RecordedAnswer.of(
                status, Map.of("Location", "/teams/" + number), ("{\"made\":" + number + "}").getBytes(UTF_8));
    }

    private RecordedAnswer made() {
        return answer(201, effects.incrementAndGet());
    }

    private static String text(RecordedAnswer answer) {
        return answer.status() + " " + answer.headers() + " " + new String(answer.body(), UTF_8);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        RecordedAnswer first = node().once(JO, key("a"), POST, this::made);
        RecordedAnswer again = node().once(JO, key("a"), POST, this::made);

        assertThat(effects).hasValue(1);
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(text(again)).isEqualTo(text(first)).isEqualTo("201 {Location=/teams/1} {\"made\":1}");
    }

    @Test
    void manyOfOneKeyAtOnceHaveOneEffectAndOneAnswer() throws Exception {
        // Two nodes: on each the others wait for the one that is at work here, or ask the store.
        Idempotency one = node();
        Idempotency other = node();

        List<RecordedAnswer> answers =
                Simultaneously.run(MANY, i -> () -> (i % 2 == 0 ? one : other).once(JO, key("a"), POST, this::made));

        assertThat(effects).hasValue(1);
        assertThat(answers).extracting(IdempotencyContract::text).containsOnly("201 {Location=/teams/1} {\"made\":1}");
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
    }

    @Test
    void manyKeysAreServedAtTheSameTimeAndNothingOfTheStoreIsHeldMeanwhile() throws Exception {
        Idempotency node = node();
        CyclicBarrier allAreAtWork = new CyclicBarrier(MANY);

        List<RecordedAnswer> answers = Simultaneously.run(
                MANY,
                i -> () -> node.once(JO, key("k" + i), POST, () -> {
                    await(allAreAtWork);
                    return made();
                }));

        assertThat(effects).hasValue(MANY);
        assertThat(answers).noneMatch(RecordedAnswer::replayed);
    }

    @Test
    void aKeyThatWasUsedForAnotherRequestIsRefused() {
        node().once(JO, key("a"), POST, this::made);

        for (RequestFingerprint other : List.of(
                request("{\"name\":\"Beta\"}"),
                RequestFingerprint.of("POST /api/v1/teams/acme", "{\"name\":\"Acme\"}".getBytes(UTF_8)),
                RequestFingerprint.of("POST /api/v1/teams{", "\"name\":\"Acme\"}".getBytes(UTF_8)))) {
            assertThatExceptionOfType(KeyReusedException.class)
                    .isThrownBy(() -> node().once(JO, key("a"), other, this::made));
        }

        assertThat(effects).hasValue(1);
    }

    @Test
    void aKeyOfOneIsNotThatOfAnother() {
        Actor program = Actor.ofApiKey(new TeamId("acme"), "8c1d", Set.of(Permission.READ));
        Actor sameKeyElsewhere = Actor.ofApiKey(new TeamId("beta"), "8c1d", Set.of(Permission.READ));
        List<Requester> requesters = List.of(
                JO,
                Requester.user(new UserId("al")),
                Requester.ANYBODY,
                Requester.of(program),
                Requester.of(sameKeyElsewhere));

        for (Requester requester : requesters) {
            assertThat(node().once(requester, key("a"), request("of " + requester), this::made)
                            .replayed())
                    .isFalse();
        }

        assertThat(effects).hasValue(requesters.size());
    }

    @Test
    void whatTheHubCouldNotDoIsDoneAnew() {
        for (int status : List.of(500, 503, 429, 408)) {
            RecordedAnswer failed = node().once(JO, key("a"), POST, () -> answer(status, 0));
            assertThat(failed.status()).isEqualTo(status);
        }
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node().once(JO, key("a"), POST, () -> {
                    throw new NotFoundException("team", "x");
                }));

        assertThat(node().once(JO, key("a"), POST, this::made).replayed()).isFalse();
        assertThat(node().once(JO, key("a"), POST, this::made).replayed()).isTrue();
    }

    @Test
    void aRefusalIsAnAnswerToo() {
        node().once(JO, key("a"), POST, () -> answer(409, 1));

        assertThat(node().once(JO, key("a"), POST, this::made).status()).isEqualTo(409);
    }

    @Test
    void whoIsTiredOfWaitingIsToldToComeAgain() throws Exception {
        Idempotency impatient = node(
                keptAnswers(),
                new IdempotencyRules(Duration.ofHours(24), Duration.ofMinutes(2), Duration.ofMillis(30)));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService first = Executors.newSingleThreadExecutor();
        try {
            Future<RecordedAnswer> running = first.submit(() -> impatient.once(JO, key("a"), POST, () -> {
                begun.countDown();
                await(goOn);
                return made();
            }));
            await(begun);

            for (Idempotency node : List.of(impatient, node(keptAnswers(), IMPATIENT))) {
                assertThatExceptionOfType(StillRunningException.class)
                        .isThrownBy(() -> node.once(JO, key("a"), POST, this::made))
                        .satisfies(told -> assertThat(told.retryAfter()).isPositive());
                assertThatExceptionOfType(KeyReusedException.class)
                        .isThrownBy(() -> node.once(JO, key("a"), request("other"), this::made));
            }
            goOn.countDown();

            assertThat(running.get(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS)
                            .replayed())
                    .isFalse();
        } finally {
            goOn.countDown();
            first.shutdownNow();
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    void whatANodeHadInHandWhenItDiedIsDoneAnewAfterItsLease() {
        Idempotency dying = node(new Heedless(keptAnswers()), PATIENT);
        dying.once(JO, key("a"), POST, this::made);
        assertThatExceptionOfType(StillRunningException.class)
                .isThrownBy(() -> node(keptAnswers(), IMPATIENT).once(JO, key("a"), POST, this::made));

        clock.advance(PATIENT.lease());

        assertThat(node().once(JO, key("a"), POST, this::made).replayed()).isFalse();
        assertThat(effects).hasValue(2);
    }

    @Test
    void whatWasDoneIsAnsweredThoughTheAnswerCannotBeKept() {
        KeptAnswers forgetful = new Heedless(keptAnswers()) {
            @Override
            public boolean keep(String id, String holder, byte[] answer, Duration kept) {
                throw new UnavailableException("the store", "the test took it away", null);
            }
        };

        assertThat(node(forgetful, PATIENT).once(JO, key("a"), POST, this::made).status())
                .isEqualTo(201);
    }

    @Test
    void nothingIsDoneWhileTheStoreIsAway() {
        KeptAnswers away = new Heedless(keptAnswers()) {
            @Override
            public Claim claim(String id, String fingerprint, String holder, Duration lease, Duration kept) {
                throw new UnavailableException("the store", "the test took it away", null);
            }
        };

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> node(away, PATIENT).once(JO, key("a"), POST, this::made));
        assertThat(effects).hasValue(0);
    }

    @Test
    void purgesWhatIsOver() {
        node().once(JO, key("a"), POST, this::made);
        node().once(JO, key("b"), POST, this::made);
        clock.advance(Duration.ofHours(24));
        node().once(JO, key("c"), POST, this::made);

        assertThat(node().purge()).isEqualTo(2);

        assertThat(node().once(JO, key("c"), POST, this::made).replayed()).isTrue();
        assertThat(node().once(JO, key("a"), POST, this::made).replayed()).isFalse();
    }

    @Test
    void theStoreLearnsNeitherKeyNorRequestNorAnswer() {
        List<String> given = new ArrayList<>();
        KeptAnswers listening = new Heedless(keptAnswers()) {
            @Override
            public Claim claim(String id, String fingerprint, String holder, Duration lease, Duration kept) {
                given.addAll(List.of(id, fingerprint, holder));
                return super.claim(id, fingerprint, holder, lease, kept);
            }

            @Override
            public boolean keep(String id, String holder, byte[] answer, Duration kept) {
                given.addAll(List.of(
                        id,
                        holder,
                        new String(answer, ISO_8859_1),
                        HexFormat.of().formatHex(answer)));
                return true;
            }
        };
        // Long enough not to stand in random bytes by chance.
        Requester josephine = Requester.user(new UserId("josephine"));
        RequestFingerprint login = request("{\"password\":\"password1\"}");

        node(listening, PATIENT)
                .once(
                        josephine,
                        key("a"),
                        login,
                        () -> RecordedAnswer.of(
                                201,
                                Map.of("Location", "/keys/8c1d"),
                                "{\"text\":\"thk_acme_8c1d_secret\"}".getBytes(UTF_8)));
        node(listening, PATIENT).once(josephine, key("b"), login, this::made);

        assertThat(String.join("\n", given))
                .doesNotContain("thk_", "Location", "key-that-is", "josephine")
                .doesNotContain(HexFormat.of().formatHex("thk_".getBytes(UTF_8)));
        // The same request under another key looks like another one: nobody can try passwords on it.
        assertThat(given.get(1)).isNotEqualTo(given.get(8));
    }

    private static void await(CountDownLatch latch) {
        guarded(() -> latch.await(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS));
    }

    private static void await(CyclicBarrier barrier) {
        guarded(() -> barrier.await(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS));
    }

    private static void guarded(Callable<?> wait) {
        try {
            wait.call();
        } catch (Exception e) {
            // Interrupted, broken or timed out: the test has failed.
            throw new AssertionError(e);
        }
    }

    /** Takes what it asks for, and dies before it keeps or gives back anything. */
    private static class Heedless implements KeptAnswers {
        private final KeptAnswers store;

        private Heedless(KeptAnswers store) {
            this.store = store;
        }

        @Override
        public Claim claim(String id, String fingerprint, String holder, Duration lease, Duration kept) {
            return store.claim(id, fingerprint, holder, lease, kept);
        }

        @Override
        public boolean keep(String id, String holder, byte[] answer, Duration kept) {
            return true;
        }

        @Override
        public void release(String id, String holder) {}

        @Override
        public int purge(int most) {
            return 0;
        }
    }
}
