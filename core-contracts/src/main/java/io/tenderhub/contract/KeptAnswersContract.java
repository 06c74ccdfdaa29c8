package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.idempotency.KeptAnswers;
import io.tenderhub.idempotency.KeptAnswers.Claim;
import io.tenderhub.idempotency.KeptAnswers.Kept;
import io.tenderhub.idempotency.KeptAnswers.Running;
import io.tenderhub.idempotency.KeptAnswers.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link KeptAnswers} promises. */
public abstract class KeptAnswersContract {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofHours(24);
    private static final String ID = "0a".repeat(32);
    private static final String OTHER = "0b".repeat(32);
    private static final String REQUEST = "f1".repeat(32);
    private static final String ANOTHER_REQUEST = "f2".repeat(32);
    private static final byte[] ANSWER = {0, 1, -1, 127, -128};

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00.123456789Z"));

    protected abstract KeptAnswers keptAnswers();

    private Claim claim(String id, String request, String holder) {
        return keptAnswers().claim(id, request, holder, LEASE, DAY);
    }

    @Test
    void oneTakesAnIdAndOthersHearThatItIsUnderWay() {
        assertThat(claim(ID, REQUEST, "h1")).isInstanceOf(Taken.class);

        assertThat(claim(ID, REQUEST, "h2")).isEqualTo(new Running(REQUEST));
        assertThat(claim(ID, ANOTHER_REQUEST, "h3")).isEqualTo(new Running(REQUEST));
        assertThat(claim(OTHER, ANOTHER_REQUEST, "h4")).isInstanceOf(Taken.class);
    }

    @Test
    void whoComesLaterGetsWhatWasKept() {
        claim(ID, REQUEST, "h1");

        assertThat(keptAnswers().keep(ID, "h1", ANSWER, DAY)).isTrue();

        for (String request : List.of(REQUEST, ANOTHER_REQUEST)) {
            assertThat(claim(ID, request, "h2")).isInstanceOfSatisfying(Kept.class, kept -> {
                assertThat(kept.fingerprint()).isEqualTo(REQUEST);
                assertThat(kept.answer()).isEqualTo(ANSWER);
            });
        }
    }

    @Test
    void anIdThatWasGivenBackIsAsIfNobodyHadAsked() {
        claim(ID, REQUEST, "h1");

        keptAnswers().release(ID, "h1");

        assertThat(claim(ID, ANOTHER_REQUEST, "h2")).isInstanceOf(Taken.class);
    }

    @Test
    void onlyTheHolderKeepsOrGivesBack() {
        claim(ID, REQUEST, "h1");

        keptAnswers().release(ID, "h2");
        assertThat(keptAnswers().keep(ID, "h2", ANSWER, DAY)).isFalse();
        assertThat(keptAnswers().keep(OTHER, "h1", ANSWER, DAY)).isFalse();

        assertThat(claim(ID, REQUEST, "h3")).isEqualTo(new Running(REQUEST));
    }

    @Test
    void whatWasKeptIsNeitherReplacedNorGivenBack() {
        claim(ID, REQUEST, "h1");
        keptAnswers().keep(ID, "h1", ANSWER, DAY);

        assertThat(keptAnswers().keep(ID, "h1", new byte[0], DAY)).isFalse();
        keptAnswers().release(ID, "h1");

        assertThat(claim(ID, REQUEST, "h2"))
                .isInstanceOfSatisfying(
                        Kept.class, kept -> assertThat(kept.answer()).isEqualTo(ANSWER));
    }

    @Test
    void aLeaseThatHasRunOutIsTakenOverForTheSameRequestAlone() {
        claim(ID, REQUEST, "h1");
        clock.advance(LEASE);

        assertThat(claim(ID, ANOTHER_REQUEST, "h2")).isEqualTo(new Running(REQUEST));
        assertThat(claim(ID, REQUEST, "h3")).isInstanceOf(Taken.class);
        assertThat(claim(ID, REQUEST, "h4")).isEqualTo(new Running(REQUEST));

        assertThat(keptAnswers().keep(ID, "h1", ANSWER, DAY)).isFalse();
        assertThat(keptAnswers().keep(ID, "h3", ANSWER, DAY)).isTrue();
    }

    @Test
    void aHolderWhoIsLateKeepsHisAnswerWhereNobodyTookOver() {
        claim(ID, REQUEST, "h1");
        clock.advance(LEASE.multipliedBy(3));

        assertThat(keptAnswers().keep(ID, "h1", ANSWER, DAY)).isTrue();

        assertThat(claim(ID, REQUEST, "h2")).isInstanceOf(Kept.class);
    }

    @Test
    void anAnswerIsHadUntilItsTimeIsOver() {
        claim(ID, REQUEST, "h1");
        clock.advance(LEASE);
        keptAnswers().keep(ID, "h1", ANSWER, DAY);

        clock.advance(DAY.minusNanos(1_000));
        assertThat(claim(ID, REQUEST, "h2")).isInstanceOf(Kept.class);
        clock.advance(Duration.ofNanos(1_000));
        assertThat(claim(ID, ANOTHER_REQUEST, "h3")).isInstanceOf(Taken.class);
        assertThat(claim(ID, REQUEST, "h4")).isEqualTo(new Running(ANOTHER_REQUEST));
    }

    @Test
    void purgesWhatIsOverAndNothingElse() {
        claim("01".repeat(32), REQUEST, "h1");
        claim("02".repeat(32), REQUEST, "h2");
        keptAnswers().keep("02".repeat(32), "h2", ANSWER, DAY);
        claim("03".repeat(32), REQUEST, "h3");
        clock.advance(Duration.ofHours(1));
        claim(ID, REQUEST, "h4");
        claim(OTHER, REQUEST, "h5");
        keptAnswers().keep(OTHER, "h5", ANSWER, DAY);
        clock.advance(Duration.ofHours(23));

        assertThat(keptAnswers().purge(2)).isEqualTo(2);
        assertThat(keptAnswers().purge(2)).isEqualTo(1);
        assertThat(keptAnswers().purge(2)).isZero();

        assertThat(claim(ID, ANOTHER_REQUEST, "h6")).isEqualTo(new Running(REQUEST));
        assertThat(claim(OTHER, REQUEST, "h7")).isInstanceOf(Kept.class);
    }

    @Test
    void ofManyWhoAskAtOnceOneTakesIt() throws Exception {
        List<Claim> claims = Simultaneously.run(64, i -> () -> claim(ID, REQUEST, "h" + i));

        assertThat(claims).filteredOn(Taken.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(new Running(REQUEST)::equals).hasSize(63);
    }

    @Test
    void ofManyWhoAskAfterADeadHolderOneTakesIt() throws Exception {
        claim(ID, REQUEST, "dead");
        clock.advance(LEASE);

        List<Claim> claims = Simultaneously.run(32, i -> () -> claim(ID, REQUEST, "h" + i));

        assertThat(claims).filteredOn(Taken.class::isInstance).hasSize(1);
    }
}
