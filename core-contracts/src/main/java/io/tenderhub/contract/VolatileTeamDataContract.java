package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.Quotas;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.VolatileTeamData;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link VolatileTeamData} promises. */
public abstract class VolatileTeamDataContract {
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("acme-2");
    private static final CacheRegion<Answer> LIST = new CacheRegion<>("list", Answer.class, Duration.ofHours(1));
    private static final CacheRegion<Answer> BELOW =
            new CacheRegion<>("below", Answer.class, Duration.ofHours(1)).withSecondLevel();
    private static final List<Set<CacheTag>> TAGS = List.of(
            Set.of(),
            Set.of(CacheTag.team(ACME)),
            Set.of(CacheTag.workspace(ACME)),
            Set.of(CacheTag.SEARCHES, CacheTag.tender("ocds-1")));

    record Answer(long version) {}

    protected abstract VolatileTeamData data();

    /** Where the data is. */
    protected abstract Quotas quotas();

    /** Where the data is, over another connection where there is one. */
    protected abstract Cache cacheOfAnotherNode();

    @Test
    void aForgottenTeamHasUsedNothing() {
        for (QuotaPeriod per : QuotaPeriod.values()) {
            use("searches", per, ACME);
            use("exports", per, ACME);
            use("searches", per, OTHER);
        }
        data().forget(ACME);

        for (QuotaPeriod per : QuotaPeriod.values()) {
            assertThat(used("searches", per, ACME)).isZero();
            assertThat(used("exports", per, ACME)).isZero();
            assertThat(used("searches", per, OTHER)).isEqualTo(1);
        }
    }

    @Test
    void aForgottenTeamThatHadUsedUpItsQuotaMayAtOnce() {
        QuotaRule once = new QuotaRule(1, QuotaPeriod.DAY);
        assertThat(quotas().forTeam(ACME).take("searches", once, ZoneOffset.UTC).granted())
                .isTrue();
        assertThat(quotas().forTeam(ACME).take("searches", once, ZoneOffset.UTC).granted())
                .isFalse();
        data().forget(ACME);

        assertThat(quotas().forTeam(ACME).take("searches", once, ZoneOffset.UTC).granted())
                .isTrue();
    }

    @Test
    void aForgottenTeamHasNoAnswersWhateverTheyDependOn() {
        for (CacheRegion<Answer> region : List.of(LIST, BELOW)) {
            for (Set<CacheTag> tags : TAGS) {
                assertThat(read(key(region, ACME, tags), 1)).isEqualTo(1);
                assertThat(read(key(region, OTHER, tags), 1)).isEqualTo(1);
            }
        }
        data().forget(ACME);

        for (CacheRegion<Answer> region : List.of(LIST, BELOW)) {
            for (Set<CacheTag> tags : TAGS) {
                assertThat(read(key(region, ACME, tags), 2)).isEqualTo(2);
                assertThat(read(key(region, ACME, tags), 3)).isEqualTo(2);
                assertThat(read(key(region, OTHER, tags.contains(CacheTag.team(ACME)) ? Set.of() : tags), 2))
                        .as("of another team with %s", tags)
                        .isBetween(1L, tags.contains(CacheTag.workspace(ACME)) ? 2L : 1L);
            }
        }
    }

    @Test
    void anAnswerThatWasLoadedBeforeIsNotPutBack() {
        CacheKey<Answer> key = key(LIST, ACME, Set.of());
        cacheOfAnotherNode().get(key, () -> {
            data().forget(ACME);
            return Optional.of(new Answer(1));
        });

        assertThat(read(key, 2)).isEqualTo(2);
    }

    @Test
    void whoHasNothingCanBeForgotten() {
        data().forget(ACME);
        data().forget(ACME);

        assertThat(used("searches", QuotaPeriod.DAY, ACME)).isZero();
    }

    private long read(CacheKey<Answer> key, long truth) {
        return cacheOfAnotherNode()
                .get(key, () -> Optional.of(new Answer(truth)))
                .orElseThrow()
                .version();
    }

    private static CacheKey<Answer> key(CacheRegion<Answer> region, TeamId team, Set<CacheTag> tags) {
        return new CacheKey<>(region, Optional.of(team), "a" + tags.size() + tags.hashCode(), tags);
    }

    private void use(String quota, QuotaPeriod per, TeamId team) {
        quotas().forTeam(team).take(quota, new QuotaRule(9, per), ZoneOffset.UTC);
    }

    private int used(String quota, QuotaPeriod per, TeamId team) {
        return quotas().forTeam(team)
                .look(quota, new QuotaRule(9, per), ZoneOffset.UTC)
                .used();
    }
}
