package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.quota.Quotas;
import io.tenderhub.quota.Quotas.TeamQuotas;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Quotas} promises. */
public abstract class QuotasContract {
    private static final ZoneId JOHANNESBURG = ZoneId.of("Africa/Johannesburg");
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("acme-2");
    private static final String SEARCHES = "searches";
    private static final QuotaRule THREE_A_WEEK = new QuotaRule(3, QuotaPeriod.WEEK);
    private static final QuotaRule THREE_A_DAY = new QuotaRule(3, QuotaPeriod.DAY);

    /** A Saturday, ten in the morning in Johannesburg. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    /** By {@link #clock}. */
    protected abstract Quotas quotas();

    /** The same counts, over another connection where there is one. */
    protected abstract Quotas quotasOfAnotherNode();

    @Test
    void grantsAsManyAsTheRuleAllowsAndCountsNoRefusal() {
        Instant monday = Instant.parse("2026-11-22T22:00:00Z");
        for (int used = 1; used <= 3; used++) {
            assertThat(take(ACME, THREE_A_WEEK)).isEqualTo(new QuotaUse(true, used, 3, monday));
        }
        for (int asked = 0; asked < 5; asked++) {
            assertThat(take(ACME, THREE_A_WEEK)).isEqualTo(new QuotaUse(false, 3, 3, monday));
        }
        assertThat(take(ACME, new QuotaRule(4, QuotaPeriod.WEEK)))
                .as("a better plan")
                .isEqualTo(new QuotaUse(true, 4, 4, monday));
        assertThat(take(ACME, THREE_A_WEEK)).as("a worse plan").isEqualTo(new QuotaUse(false, 4, 3, monday));
    }

    @Test
    void lookingCountsNothing() {
        for (int i = 0; i < 5; i++) {
            assertThat(look(ACME, THREE_A_WEEK)).matches(use -> use.granted() && use.used() == 0);
        }
        take(ACME, THREE_A_WEEK);
        assertThat(look(ACME, THREE_A_WEEK)).isEqualTo(new QuotaUse(true, 1, 3, Instant.parse("2026-11-22T22:00:00Z")));
        take(ACME, THREE_A_WEEK);
        take(ACME, THREE_A_WEEK);
        assertThat(look(ACME, THREE_A_WEEK)).matches(use -> !use.granted() && use.used() == 3);
    }

    @Test
    void aRuleOfNoneGrantsNothing() {
        QuotaRule none = new QuotaRule(0, QuotaPeriod.DAY);

        assertThat(take(ACME, none)).matches(use -> !use.granted() && use.used() == 0);
        assertThat(look(ACME, none)).matches(use -> !use.granted() && use.used() == 0);
    }

    @Test
    void aWeekBeginsOnMondayInTheZone() {
        use(ACME, THREE_A_WEEK, 3);
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-22T21:59:59.999Z")));
        assertThat(take(ACME, THREE_A_WEEK).granted()).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(take(ACME, THREE_A_WEEK)).isEqualTo(new QuotaUse(true, 1, 3, Instant.parse("2026-11-29T22:00:00Z")));
    }

    @Test
    void aDayBeginsAtMidnightInTheZone() {
        ZoneId newYork = ZoneId.of("America/New_York");
        use(ACME, THREE_A_DAY, 3);
        assertThat(quotas().forTeam(ACME).take(SEARCHES, THREE_A_DAY, newYork))
                .as("the same date over there")
                .isEqualTo(new QuotaUse(false, 3, 3, Instant.parse("2026-11-22T05:00:00Z")));

        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-21T22:00:00Z")));
        assertThat(take(ACME, THREE_A_DAY)).isEqualTo(new QuotaUse(true, 1, 3, Instant.parse("2026-11-22T22:00:00Z")));
        assertThat(quotas().forTeam(ACME).take(SEARCHES, THREE_A_DAY, newYork).granted())
                .as("where it is the day before still")
                .isFalse();
    }

    @Test
    void countsThroughAMonthOfDays() {
        for (int day = 0; day < 31; day++) {
            assertThat(look(ACME, THREE_A_DAY).used()).isZero();
            use(ACME, THREE_A_DAY, 3);
            assertThat(take(ACME, THREE_A_DAY).granted()).isFalse();
            clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void keepsTeamsNamesAndPeriodsApart() {
        use(ACME, THREE_A_WEEK, 3);

        assertThat(take(OTHER, THREE_A_WEEK).used()).isEqualTo(1);
        assertThat(take(ACME, THREE_A_DAY).used()).isEqualTo(1);
        assertThat(quotas().forTeam(ACME)
                        .take("exports", THREE_A_WEEK, JOHANNESBURG)
                        .used())
                .isEqualTo(1);
        assertThat(take(ACME, THREE_A_WEEK).granted()).isFalse();
    }

    @Test
    void aWeekAndADayThatBeginTogetherCountApart() {
        clock.advance(Duration.ofDays(2));
        use(ACME, THREE_A_WEEK, 3);

        assertThat(take(ACME, THREE_A_DAY).used()).isEqualTo(1);
    }

    @Test
    void nodesCountTogether() {
        use(ACME, THREE_A_WEEK, 2);

        assertThat(quotasOfAnotherNode()
                        .forTeam(ACME)
                        .take(SEARCHES, THREE_A_WEEK, JOHANNESBURG)
                        .used())
                .isEqualTo(3);
        assertThat(take(ACME, THREE_A_WEEK).granted()).isFalse();
    }

    @Test
    void refusesOtherNames() {
        for (String name : List.of("", "Searches", "a:b", "a b", "{a}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> quotas().forTeam(ACME).take(name, THREE_A_DAY, JOHANNESBURG));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> quotas().forTeam(ACME).look(name, THREE_A_DAY, JOHANNESBURG));
        }
    }

    @Test
    void oneOf64ThreadsGetsTheLastOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            TeamId team = new TeamId("round-" + round);
            use(team, THREE_A_WEEK, 2);

            List<QuotaUse> uses = Simultaneously.run(
                    64, thread -> () -> node(thread).forTeam(team).take(SEARCHES, THREE_A_WEEK, JOHANNESBURG));

            assertThat(uses).filteredOn(QuotaUse::granted).hasSize(1);
            assertThat(uses).allMatch(use -> use.used() == 3);
        }
    }

    @Test
    void exactlyTheAllowedNumberOfManyIsGrantedAndEachHasItsOwn() throws Exception {
        QuotaRule rule = new QuotaRule(500, QuotaPeriod.DAY);
        List<List<QuotaUse>> uses = Simultaneously.run(64, thread -> () -> {
            TeamQuotas mine = node(thread).forTeam(ACME);
            return IntStream.range(0, 20)
                    .mapToObj(i -> mine.take(SEARCHES, rule, JOHANNESBURG))
                    .toList();
        });

        assertThat(uses.stream().flatMap(List::stream).filter(QuotaUse::granted).map(QuotaUse::used))
                .hasSize(500)
                .doesNotHaveDuplicates();
        assertThat(look(ACME, rule).used()).isEqualTo(500);
    }

    private Quotas node(int thread) {
        return thread % 2 == 0 ? quotas() : quotasOfAnotherNode();
    }

    private QuotaUse take(TeamId team, QuotaRule rule) {
        return quotas().forTeam(team).take(SEARCHES, rule, JOHANNESBURG);
    }

    private QuotaUse look(TeamId team, QuotaRule rule) {
        return quotas().forTeam(team).look(SEARCHES, rule, JOHANNESBURG);
    }

    private void use(TeamId team, QuotaRule rule, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(take(team, rule).granted()).isTrue();
        }
    }
}
