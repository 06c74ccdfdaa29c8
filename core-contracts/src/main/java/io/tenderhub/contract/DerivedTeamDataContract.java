package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.activity.Activity;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.cache.SecondLevel;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.search.SearchLog;
import io.tenderhub.team.DerivedTeamData;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What {@link DerivedTeamData} promises. */
public abstract class DerivedTeamDataContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456789Z");
    private static final TeamId ACME = new TeamId("acme");
    /** Named so that whoever looks for names that begin like that of the first finds it. */
    private static final TeamId OTHER = new TeamId("acme-2");

    protected abstract DerivedTeamData data();

    protected abstract ScoreRepository scores();

    protected abstract ActivityLog log();

    protected abstract SearchLog searches();

    protected abstract SecondLevel secondLevel();

    @Test
    void forgetsEverythingOfATeamAndNothingElse() {
        keep(ACME, "1", NOW);
        keep(OTHER, "2", NOW);
        log().record(List.of(activity("public", Optional.empty(), NOW)));
        secondLevel().forEverybody().save("a", new byte[] {3}, Duration.ofHours(1));
        awaitWhatWasHandedOver();

        data().forget(ACME);

        assertThat(kept(ACME)).isEmpty();
        assertThat(kept(OTHER)).containsExactly("score 2", "activity 2", "search 2", "answer");
        assertThat(log().latestPublic(5)).hasSize(1);
        assertThat(secondLevel().forEverybody().find("a")).isPresent();
        data().forget(ACME);
        assertThat(kept(OTHER)).hasSize(4);
    }

    @Test
    void forgetsWhatIsOlderAndEveryCachedAnswer() {
        keep(ACME, "old", NOW.minusMillis(1));
        keep(ACME, "young", NOW);
        keep(OTHER, "old-of-another", NOW.minusMillis(1));
        log().record(List.of(activity("public", Optional.empty(), NOW)));
        awaitWhatWasHandedOver();

        data().forgetOlder(ACME, NOW);

        assertThat(kept(ACME)).containsExactly("score young", "activity young", "search young");
        assertThat(kept(OTHER))
                .containsExactly("score old-of-another", "activity old-of-another", "search old-of-another", "answer");
    }

    @Test
    void hasNothingToForgetOfATeamThatNeverWas() {
        data().forget(new TeamId("nobody"));
        data().forgetOlder(new TeamId("nobody"), NOW);
    }

    private void keep(TeamId team, String name, Instant at) {
        scores().forTeam(team).saveAll(List.of(score(name, at)));
        log().record(List.of(activity(name, Optional.of(team), at)));
        searches().record(SampleSearches.search((team + name).hashCode(), Optional.of(team), name, 1, at));
        secondLevel().forTeam(team).save("a", new byte[] {1}, Duration.ofHours(1));
    }

    private List<String> kept(TeamId team) {
        List<String> kept = new java.util.ArrayList<>();
        scores().forTeam(team)
                .best(9)
                .forEach(score -> kept.add("score " + score.score().ocid()));
        log().forTeam(team).latest(9).forEach(activity -> kept.add("activity " + activity.id()));
        searches()
                .forTeam(team)
                .latest(9)
                .forEach(search -> kept.add("search " + search.text().orElseThrow()));
        secondLevel().forTeam(team).find("a").ifPresent(answer -> kept.add("answer"));
        return kept;
    }

    /** Activities and searches are written some time later, each kind by itself and the last of it last. */
    private void awaitWhatWasHandedOver() {
        long guard = System.nanoTime()
                + Duration.ofSeconds(Simultaneously.GUARD_SECONDS).toNanos();
        while (!isWritten() && System.nanoTime() < guard) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(isWritten()).isTrue();
    }

    private boolean isWritten() {
        return !log().latestPublic(1).isEmpty()
                && !searches().forTeam(OTHER).latest(1).isEmpty();
    }

    private static Activity activity(String id, Optional<TeamId> team, Instant at) {
        return new Activity(id, "workspace.saved", team, "ocds-1", Map.of(), at);
    }

    private static StoredScore score(String ocid, Instant at) {
        return new StoredScore(
                new ReadinessScore(
                        ocid,
                        "T",
                        50,
                        Recommendation.PREPARE_FIRST,
                        "Because.",
                        List.of(),
                        List.of(),
                        List.of(),
                        "standard",
                        "1",
                        at),
                1,
                1);
    }
}
