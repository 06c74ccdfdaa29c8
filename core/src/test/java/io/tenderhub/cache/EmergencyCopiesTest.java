package io.tenderhub.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmergencyCopiesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final CacheTag TAG = CacheTag.tender("ocds-1");
    private static final CacheRegion<Page> REGION =
            new CacheRegion<>("page", Page.class, Duration.ofHours(1)).withSecondLevel();

    record Page(String text) {}

    private Instant now = NOON;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final EmergencyCopies copies = new EmergencyCopies(hub.cache(), clock);
    private String truth = "first";
    private boolean away;
    private int asked;

    private Optional<Answer<Page>> read(String id) {
        return copies.get(key(id), () -> {
            asked++;
            if (away) {
                throw new UnavailableException("the truth", "the test took it away", null);
            }
            return truth.isEmpty() ? Optional.empty() : Optional.of(new Page(truth));
        });
    }

    private static CacheKey<Page> key(String id) {
        return new CacheKey<>(REGION, Optional.empty(), id, Set.of(TAG));
    }

    private void changeTo(String text) {
        truth = text;
        hub.cache().invalidate(Set.of(TAG));
    }

    @Test
    void answersFreshWhileTheTruthIsThere() {
        assertThat(read("a")).contains(Answer.fresh(new Page("first")));
        changeTo("second");
        assertThat(read("a")).contains(Answer.fresh(new Page("second")));
    }

    @Test
    void answersWhatIsCachedAsFreshWithoutTheTruth() {
        read("a");
        away = true;

        assertThat(read("a")).contains(Answer.fresh(new Page("first")));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void answersWhatWasEndedAsStaleWithoutTheTruthAndFreshAgainWithIt() {
        read("a");
        now = NOON.plusSeconds(60);
        changeTo("second");
        away = true;

        assertThat(read("a")).contains(Answer.stale(new Page("first"), NOON));

        away = false;
        now = now.plus(EmergencyCopies.PAUSE);
        assertThat(read("a")).contains(Answer.fresh(new Page("second")));
    }

    @Test
    void failsWithoutTheTruthWhereThereIsNoCopy() {
        away = true;

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> read("a"));
        assertThatExceptionOfType(UnavailableException.class)
                .as("also in the pause")
                .isThrownBy(() -> read("a"));
    }

    @Test
    void aCopyIsForgottenAfterADay() {
        read("a");
        away = true;
        now = NOON.plus(Duration.ofHours(25));

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> read("a"));
    }

    @Test
    void whoFindsTheTruthAwaySparesTheNextOnesTheWait() {
        read("a");
        read("b");
        changeTo("second");
        away = true;
        read("a");
        int before = asked;

        assertThat(read("a").orElseThrow().isStale()).isTrue();
        assertThat(read("b").orElseThrow().isStale()).isTrue();
        assertThat(asked).as("within the pause").isEqualTo(before);

        now = now.plus(EmergencyCopies.PAUSE);
        assertThat(read("a").orElseThrow().isStale()).isTrue();
        assertThat(read("b").orElseThrow().isStale()).isTrue();
        assertThat(asked).as("one asks after it").isEqualTo(before + 1);
    }

    @Test
    void aCopyThatIsServedInThePauseIsNotTakenForAnAnswer() {
        read("a");
        changeTo("second");
        away = true;
        read("a");
        read("a");

        assertThat(hub.cache().peek(key("a"))).isEmpty();
    }

    @Test
    void whatTheTruthNoLongerHasDoesNotComeBack() {
        read("a");
        changeTo("");
        assertThat(read("a")).isEmpty();
        away = true;

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> read("a"));
    }

    @Test
    void aTeamsAnswersHaveNoCopies() {
        CacheKey<Page> ofATeam = new CacheKey<>(REGION, Optional.of(new TeamId("acme")), "a", Set.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> copies.get(ofATeam, () -> Optional.of(new Page("theirs"))));
    }
}
