package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenderhub.quota.RateLimit;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.RatePermit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link RateLimiter} promises. */
public abstract class RateLimiterContract {
    private static final String JO = "user:jo";
    private static final String SEARCH = "search";
    private static final RateLimit THREE_AN_HOUR = new RateLimit(3, Duration.ofHours(1));
    private static final RateLimit THREE_A_WHILE = new RateLimit(3, Duration.ofMillis(400));

    protected abstract RateLimiter limiter();

    /** The same counts, over another connection where there is one. */
    protected abstract RateLimiter limiterOfAnotherNode();

    /** By the clock of the limiter. */
    protected abstract Instant now();

    /** Lets so much time pass, or a little more. */
    protected abstract void pass(Duration time);

    @Test
    void grantsAsManyAsTheLimitAllows() {
        assertThat(ask(THREE_AN_HOUR)).isEqualTo(new RatePermit(true, 2, Duration.ZERO));
        assertThat(ask(THREE_AN_HOUR)).isEqualTo(new RatePermit(true, 1, Duration.ZERO));
        assertThat(ask(THREE_AN_HOUR))
                .matches(RatePermit::granted)
                .matches(permit -> permit.remaining() == 0)
                .matches(permit -> permit.retryAfter().compareTo(Duration.ZERO) > 0);
        for (int i = 0; i < 5; i++) {
            assertThat(ask(THREE_AN_HOUR)).matches(permit -> !permit.granted() && permit.remaining() == 0);
        }
    }

    @Test
    void tellsWhenOneMayAgain() {
        Instant before = now();
        ask(THREE_AN_HOUR);
        Instant after = now();
        ask(THREE_AN_HOUR);
        ask(THREE_AN_HOUR);
        Instant asking = now();
        Duration wait = ask(THREE_AN_HOUR).retryAfter();
        Instant told = now().plus(wait);

        assertThat(told).isAfterOrEqualTo(before.plus(THREE_AN_HOUR.window()));
        assertThat(asking.plus(wait)).isBeforeOrEqualTo(after.plus(THREE_AN_HOUR.window()));
        for (int i = 0; i < 3; i++) {
            asking = now();
            wait = ask(THREE_AN_HOUR).retryAfter();

            // A microsecond, for clocks tell no less.
            assertThat(now().plus(wait)).isAfterOrEqualTo(before.plus(THREE_AN_HOUR.window()));
            assertThat(asking.plus(wait)).isBeforeOrEqualTo(told.plusNanos(1_000));
        }
    }

    @Test
    void whoWaitsAsLongAsToldIsGrantedHoweverOftenHeWasRefused() {
        for (int round = 0; round < 3; round++) {
            RatePermit permit = ask(THREE_A_WHILE);
            while (permit.granted()) {
                permit = ask(THREE_A_WHILE);
            }
            for (int i = 0; i < 10; i++) {
                permit = ask(THREE_A_WHILE);
            }
            pass(permit.retryAfter());
            assertThat(ask(THREE_A_WHILE).granted()).isTrue();
        }
    }

    @Test
    void theWindowSlides() {
        List<Instant> earliest = new ArrayList<>();
        List<Instant> latest = new ArrayList<>();
        while (earliest.size() < 12) {
            Instant asking = now();
            RatePermit permit = ask(THREE_A_WHILE);
            if (permit.granted()) {
                earliest.add(asking);
                latest.add(now());
                pass(Duration.ofMillis(50));
            } else {
                pass(permit.retryAfter());
            }
        }

        for (int i = 0; i + 3 < earliest.size(); i++) {
            assertThat(Duration.between(earliest.get(i), latest.get(i + 3)))
                    .as("from the grant %s to the third behind it", i)
                    .isGreaterThanOrEqualTo(THREE_A_WHILE.window());
        }
    }

    @Test
    void aLimitMayRiseAndFall() {
        Duration hour = Duration.ofHours(1);
        for (int i = 0; i < 3; i++) {
            assertThat(ask(THREE_AN_HOUR).granted()).isTrue();
        }
        assertThat(ask(new RateLimit(2, hour))).matches(permit -> !permit.granted() && permit.remaining() == 0);
        assertThat(ask(new RateLimit(5, hour))).matches(permit -> permit.granted() && permit.remaining() == 1);
        assertThat(ask(new RateLimit(4, hour)).granted()).isFalse();
        assertThat(ask(new RateLimit(5, hour))).matches(permit -> permit.granted() && permit.remaining() == 0);
        assertThat(ask(new RateLimit(1_000, hour)).remaining()).isEqualTo(994);
        assertThat(ask(new RateLimit(6, hour)).granted()).isFalse();
    }

    @Test
    void aLimitThatFellTellsWhenAsManyHaveLeftThatOneMay() {
        Duration hour = Duration.ofHours(1);
        ask(THREE_AN_HOUR);
        Instant afterFirst = now();
        pass(Duration.ofMillis(20));
        ask(THREE_AN_HOUR);
        Instant beforeLast = now();
        ask(THREE_AN_HOUR);

        Duration waitOfOne = ask(new RateLimit(1, hour)).retryAfter();
        assertThat(now().plus(waitOfOne)).isAfterOrEqualTo(beforeLast.plus(hour));
        Instant asking = now();
        Duration waitOfThree = ask(THREE_AN_HOUR).retryAfter();
        assertThat(asking.plus(waitOfThree)).isBeforeOrEqualTo(afterFirst.plus(hour));
    }

    @Test
    void aWindowMayShrinkAndGrow() {
        RateLimit anHour = new RateLimit(4, Duration.ofHours(1));
        RateLimit aWhile = new RateLimit(2, Duration.ofMillis(100));
        assertThat(ask(anHour).granted()).isTrue();
        assertThat(ask(anHour).granted()).isTrue();
        pass(aWhile.window());

        assertThat(ask(aWhile)).as("both have left the small window").isEqualTo(new RatePermit(true, 1, Duration.ZERO));
        assertThat(ask(anHour).remaining()).as("three are in the large one").isZero();
        assertThat(ask(anHour).granted()).isFalse();
        pass(aWhile.window().multipliedBy(2));
        assertThat(ask(new RateLimit(3, Duration.ofHours(1))).granted()).isFalse();
    }

    @Test
    void keepsSubjectsAndEndpointsApart() {
        for (int i = 0; i < 3; i++) {
            ask(THREE_AN_HOUR);
        }
        List<String> others = List.of("user:jo2", "user", "", "{user:jo}", "user:jo}", "工", "x".repeat(10_000));
        for (String other : others) {
            assertThat(limiter().ask(other, SEARCH, THREE_AN_HOUR).remaining())
                    .as(other)
                    .isEqualTo(2);
        }
        assertThat(limiter().ask(JO, "save", THREE_AN_HOUR).remaining()).isEqualTo(2);
        assertThat(limiter().ask("x".repeat(10_000), SEARCH, THREE_AN_HOUR).remaining())
                .isEqualTo(1);
        assertThat(ask(THREE_AN_HOUR).granted()).isFalse();
    }

    @Test
    void refusesOtherNamesOfEndpoints() {
        for (String name : List.of("", "Search", "a:b", "a b", "{a}")) {
            assertThatIllegalArgumentException().isThrownBy(() -> limiter().ask(JO, name, THREE_AN_HOUR));
        }
    }

    @Test
    void of64ThreadsExactlyTheAllowedNumberIsGranted() throws Exception {
        for (int round = 0; round < 5; round++) {
            String subject = "round " + round;
            RateLimit limit = new RateLimit(100, Duration.ofHours(1));
            List<List<RatePermit>> permits = Simultaneously.run(64, thread -> () -> {
                RateLimiter node = thread % 2 == 0 ? limiter() : limiterOfAnotherNode();
                return IntStream.range(0, 5)
                        .mapToObj(i -> node.ask(subject, SEARCH, limit))
                        .toList();
            });

            assertThat(permits.stream()
                            .flatMap(List::stream)
                            .filter(RatePermit::granted)
                            .map(RatePermit::remaining))
                    .hasSize(100)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void oneOf64ThreadsGetsTheLastPlaceOfAWindow() throws Exception {
        for (int round = 0; round < 20; round++) {
            String subject = "round " + round;
            limiter().ask(subject, SEARCH, THREE_AN_HOUR);
            limiter().ask(subject, SEARCH, THREE_AN_HOUR);
            List<RatePermit> permits = Simultaneously.run(
                    64,
                    thread -> () ->
                            (thread % 2 == 0 ? limiter() : limiterOfAnotherNode()).ask(subject, SEARCH, THREE_AN_HOUR));

            assertThat(permits).filteredOn(RatePermit::granted).hasSize(1);
        }
    }

    private RatePermit ask(RateLimit limit) {
        return limiter().ask(JO, SEARCH, limit);
    }
}
