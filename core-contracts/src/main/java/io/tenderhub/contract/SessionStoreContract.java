package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.Secret;
import io.tenderhub.account.Session;
import io.tenderhub.account.SessionLife;
import io.tenderhub.account.SessionStore;
import io.tenderhub.account.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link SessionStore} promises. */
public abstract class SessionStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final UserId JO = new UserId("jo");
    private static final UserId JOE = new UserId("jo-e");

    protected final MovableClock clock = new MovableClock(NOW);

    /** Of the store. */
    protected final SessionLife life = new SessionLife(Duration.ofMinutes(30), Duration.ofHours(2));

    /** By {@link #clock} and {@link #life}. */
    protected abstract SessionStore sessions();

    /** The same sessions, over another connection where there is one. */
    protected abstract SessionStore sessionsOfAnotherNode();

    @Test
    void aTokenShowsWhoOpenedTheSession() {
        Secret token = sessions().open(JO);

        assertThat(sessions().use(token)).contains(new Session(JO, NOW, NOW.plus(life.unused())));
        assertThat(sessionsOfAnotherNode().use(token)).contains(new Session(JO, NOW, NOW.plus(life.unused())));
    }

    @Test
    void aTokenNamesItsUserAndHolds256BitsThatNoOtherHas() {
        List<String> tokens = IntStream.range(0, 500)
                .mapToObj(i -> sessions().open(JO).reveal())
                .toList();

        assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.matches("jo\\.[A-Za-z0-9_-]{43}"));
    }

    @Test
    void eachUseKeepsASessionOpenForAWhile() {
        Secret token = sessions().open(JO);
        clock.advance(life.unused().minusMillis(1));
        assertThat(sessions().use(token))
                .contains(new Session(JO, NOW, clock.instant().plus(life.unused())));
        clock.advance(life.unused().minusMillis(1));
        assertThat(sessions().use(token)).isPresent();

        clock.advance(life.unused());
        assertThat(sessions().use(token)).isEmpty();
        assertThat(sessions().use(token)).as("once more").isEmpty();
    }

    @Test
    void noUseKeepsItOpenBeyondItsLongestLife() {
        Secret token = sessions().open(JO);
        for (int minutes = 20; minutes < 120; minutes += 20) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(sessions().use(token)).isPresent();
        }
        assertThat(sessions().use(token))
                .as("the end after 100 minutes")
                .contains(new Session(JO, NOW, NOW.plus(life.longest())));

        clock.advance(Duration.ofMinutes(20).minusMillis(1));
        assertThat(sessions().use(token)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(sessions().use(token)).isEmpty();
    }

    @Test
    void otherTextsAreNoSessions() {
        String good = sessions().open(JO).reveal();
        String secret = good.substring(3);
        char last = good.charAt(good.length() - 1);
        List<String> others = List.of(
                "",
                ".",
                "jo",
                "jo.",
                secret,
                "." + secret,
                "joe." + secret,
                "JO." + secret,
                " " + good,
                good + "\n",
                good + "=",
                good.substring(0, good.length() - 1),
                good.substring(0, good.length() - 1) + (last == 'A' ? 'B' : 'A'),
                "jo}." + secret,
                "*." + secret,
                "jo." + "*".repeat(43),
                "\u5de5." + secret,
                "jo\0." + secret,
                "x".repeat(100_000) + "." + secret,
                "jo." + "x".repeat(5_000_000));

        assertThat(others).allSatisfy(text -> {
            assertThat(sessions().use(new Secret(text))).isEmpty();
            assertThat(sessions().revoke(new Secret(text))).isFalse();
        });
        assertThat(sessions().use(new Secret(good))).isPresent();
    }

    @Test
    void aRevokedSessionIsGoneAndNoOther() {
        Secret token = sessions().open(JO);
        Secret second = sessions().open(JO);

        assertThat(sessionsOfAnotherNode().revoke(token)).isTrue();
        assertThat(sessions().use(token)).isEmpty();
        assertThat(sessions().revoke(token)).as("once more").isFalse();
        assertThat(sessions().use(second)).isPresent();
    }

    @Test
    void aSessionThatHasEndedCannotBeRevoked() {
        Secret token = sessions().open(JO);
        clock.advance(life.unused());

        assertThat(sessions().revoke(token)).isFalse();
        assertThat(sessions().revokeAll(JO)).isZero();
    }

    @Test
    void revokesAllOfAUserAndOfNobodyElse() {
        Secret old = sessions().open(JO);
        clock.advance(life.unused());
        List<Secret> open =
                List.of(sessions().open(JO), sessions().open(JO), sessions().open(JO));
        Secret ofAnother = sessions().open(JOE);
        sessions().revoke(open.get(0));

        assertThat(sessionsOfAnotherNode().revokeAll(JO))
                .as("old, revoked, 2 open")
                .isEqualTo(2);
        assertThat(open).allMatch(token -> sessions().use(token).isEmpty());
        assertThat(sessions().use(old)).isEmpty();
        assertThat(sessions().use(ofAnother)).isPresent();
        assertThat(sessions().revokeAll(JO)).isZero();
        assertThat(sessions().use(sessions().open(JO))).as("a later one").isPresent();
    }

    @Test
    void afterAllAreRevokedNoUseRevivesOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<Secret> tokens =
                    IntStream.range(0, 8).mapToObj(i -> sessions().open(JO)).toList();
            CountDownLatch users = new CountDownLatch(63);
            List<Boolean> alive = Simultaneously.run(64, thread -> () -> {
                if (thread == 0) {
                    users.await();
                    sessionsOfAnotherNode().revokeAll(JO);
                    return tokens.stream()
                            .anyMatch(token -> sessions().use(token).isPresent());
                }
                SessionStore node = thread % 2 == 0 ? sessions() : sessionsOfAnotherNode();
                Secret mine = tokens.get(thread % tokens.size());
                assertThat(node.use(mine)).isPresent();
                users.countDown();
                while (node.use(mine).isPresent()) {
                    Thread.onSpinWait();
                }
                return node.use(mine).isPresent();
            });

            assertThat(alive).containsOnly(false);
            assertThat(tokens).allMatch(token -> sessions().use(token).isEmpty());
        }
    }

    @Test
    void oneOf64ThreadsRevokesASession() throws Exception {
        for (int round = 0; round < 20; round++) {
            Secret token = sessions().open(JO);
            List<Boolean> revoked = Simultaneously.run(
                    64, thread -> () -> (thread % 2 == 0 ? sessions() : sessionsOfAnotherNode()).revoke(token));

            assertThat(revoked).containsOnlyOnce(true);
        }
    }

    @Test
    void sessionsOpenedByManyAtOnceAreAllThere() throws Exception {
        AtomicInteger used = new AtomicInteger();
        List<Secret> tokens = new ArrayList<>(Simultaneously.run(64, thread -> () -> {
            SessionStore node = thread % 2 == 0 ? sessions() : sessionsOfAnotherNode();
            Secret token = node.open(JO);
            node.use(token).ifPresent(session -> used.incrementAndGet());
            return token;
        }));

        assertThat(used).hasValue(64);
        assertThat(tokens).allMatch(token -> sessions().use(token).isPresent());
        assertThat(sessions().revokeAll(JO)).isEqualTo(64);
    }
}
