package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.activity.Activity;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link ActivityLog} promises. */
public abstract class ActivityLogContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456789Z");
    private static final Optional<TeamId> ACME = Optional.of(new TeamId("acme"));
    private static final Optional<TeamId> OTHER = Optional.of(new TeamId("other"));
    private static final Optional<TeamId> PUBLIC = Optional.empty();

    protected abstract ActivityLog log();

    private static Activity activity(String id, Optional<TeamId> team, Instant at) {
        return new Activity(id, "tender.updated", team, "ocds-1", Map.of("by", "Jo " + id), at);
    }

    private List<Activity> latest(Optional<TeamId> team, int limit) {
        return team.map(id -> log().forTeam(id).latest(limit)).orElseGet(() -> log().latestPublic(limit));
    }

    /** What was handed over is written some time later. */
    private List<Activity> latestOnceThereAre(int number, Optional<TeamId> team) {
        long guard = System.nanoTime()
                + Duration.ofSeconds(Simultaneously.GUARD_SECONDS).toNanos();
        List<Activity> latest = latest(team, 10_000);
        while (latest.size() < number && System.nanoTime() < guard) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            latest = latest(team, 10_000);
        }
        return latest;
    }

    @Test
    void knowsNothingThatWasNotRecorded() {
        assertThat(log().latestPublic(5)).isEmpty();
        assertThat(log().forTeam(ACME.orElseThrow()).latest(5)).isEmpty();
        assertThat(log().dropped()).isZero();
        log().record(List.of());
        assertThat(log().latestPublic(5)).isEmpty();
    }

    @Test
    void keepsEveryFieldOfAnActivity() {
        Activity full = new Activity(
                "event-1/\u00e9",
                "workspace.saved",
                ACME,
                "ocds-1",
                Map.of("by", "Jo \"the boss\"", "a.b$c", "", "$set", "\u00e9"),
                NOW);
        Activity bare = new Activity("event-2", "tender.created", PUBLIC, "", Map.of(), NOW.plusNanos(1));
        log().record(List.of(full, bare));

        assertThat(latestOnceThereAre(1, ACME)).containsExactly(full);
        assertThat(latestOnceThereAre(1, PUBLIC)).containsExactly(bare);
    }

    @Test
    void givesTheNewestFirstWhateverTheOrderTheyWereToldIn() {
        log().record(List.of(activity("c", ACME, NOW), activity("a", ACME, NOW.plusNanos(2))));
        log().record(List.of(
                activity("d", ACME, NOW.minusSeconds(1)),
                activity("e", ACME, NOW.plusNanos(1)),
                activity("b", ACME, NOW)));

        assertThat(latestOnceThereAre(5, ACME)).extracting(Activity::id).containsExactly("a", "e", "b", "c", "d");
        assertThat(log().forTeam(ACME.orElseThrow()).latest(2))
                .extracting(Activity::id)
                .containsExactly("a", "e");
    }

    @Test
    void keepsOnceWhatIsToldTwice() {
        log().record(List.of(activity("a", ACME, NOW), activity("a", ACME, NOW), activity("b", ACME, NOW)));
        log().record(List.of(activity("a", ACME, NOW)));
        log().record(List.of(activity("last", PUBLIC, NOW)));

        assertThat(latestOnceThereAre(1, PUBLIC)).hasSize(1);
        assertThat(log().forTeam(ACME.orElseThrow()).latest(9))
                .containsExactly(activity("a", ACME, NOW), activity("b", ACME, NOW));
        assertThat(log().dropped()).isZero();
    }

    @Test
    void aTeamSeesNothingOfAnotherNorThePublicOnes() {
        log().record(List.of(activity("a", ACME, NOW), activity("o", OTHER, NOW), activity("p", PUBLIC, NOW)));

        assertThat(latestOnceThereAre(1, ACME)).extracting(Activity::id).containsExactly("a");
        assertThat(latestOnceThereAre(1, OTHER)).extracting(Activity::id).containsExactly("o");
        assertThat(latestOnceThereAre(1, PUBLIC)).extracting(Activity::id).containsExactly("p");
    }

    @Test
    void keepsWhatManyThreadsRecord() throws Exception {
        Simultaneously.run(6, thread -> () -> {
            for (int n = 0; n < 50; n++) {
                log().record(List.of(activity(thread + "-" + n, ACME, NOW.plusSeconds(n))));
            }
            return true;
        });

        assertThat(latestOnceThereAre(300, ACME)).hasSize(300);
        assertThat(log().dropped()).isZero();
    }

    @Test
    void keepsALargeNumberHandedOverAtOnce() {
        List<Activity> many = new ArrayList<>(IntStream.range(0, 2_345)
                .mapToObj(n -> activity("e" + n, ACME, NOW.minusSeconds(n)))
                .toList());
        log().record(many);

        assertThat(latestOnceThereAre(2_345, ACME)).isEqualTo(many);
    }
}
