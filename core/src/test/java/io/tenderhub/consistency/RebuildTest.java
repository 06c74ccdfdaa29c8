package io.tenderhub.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.readiness.TopTenders;
import io.tenderhub.team.TeamId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebuildTest {
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");
    private static final int PAGE = 7;

    private final TestHub hub = new TestHub();

    private void twoTeamsAndTenders(int tenders) {
        hub.profile("acme", "Acme");
        hub.profile("other", "Other");
        hub.publish(tenders);
        hub.settle();
    }

    private RebuildResult rebuild() {
        return hub.rebuild(hub.handlers).run(false, PAGE, progress -> {});
    }

    @Test
    void makesEverythingFromTheTruthAlone() {
        twoTeamsAndTenders(50);
        hub.stores
                .summaries()
                .deleteAll(hub.stores.summaries().versions(Optional.empty(), 99).stream()
                        .map(version -> version.ocid())
                        .toList());
        hub.stores.scores().forTeam(ACME).deleteEverything();

        RebuildResult result = rebuild();

        assertThat(result.tenders()).isEqualTo(50);
        assertThat(result.leftToWorkers()).isZero();
        assertThat(hub.stores.summaries().count()).isEqualTo(50);
        assertThat(hub.stores.scores().forTeam(ACME).count()).isEqualTo(50);
        assertThat(hub.findings(CheckOptions.DEFAULT)).isEmpty();
        assertThat(hub.stores.outboxQueue().depth().waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void leavesNothingOfAnyDamage(long seed) {
        twoTeamsAndTenders(80);
        new Damage(hub, new Random(seed)).spoil(79, 2, List.of(ACME, OTHER));
        assertThat(hub.findings(CheckOptions.DEFAULT)).isNotEmpty();

        assertThat(rebuild().documentsDeleted()).isPositive();

        assertThat(hub.findings(CheckOptions.DEFAULT)).isEmpty();
        assertThat(hub.stores.scores().teams()).containsExactly(ACME, OTHER);
    }

    @Test
    void goesOnWhereItWasEnded() {
        twoTeamsAndTenders(50);
        Recorder recorder = new Recorder(ocids -> {
            if (ocids.contains(TestHub.ocid(24))) {
                throw new UnavailableException("MongoDB at somewhere", "it is away", null);
            }
        });

        assertThatThrownBy(() -> hub.rebuild(List.of(recorder)).run(false, PAGE, progress -> {}))
                .isInstanceOf(UnavailableException.class);
        assertThat(hub.rebuild(List.of(recorder)).isUnfinished()).isTrue();
        assertThat(recorder.handled).hasSize(21);
        Recorder second = new Recorder(ocids -> {});
        RebuildResult result = hub.rebuild(List.of(second)).run(false, PAGE, progress -> {});

        assertThat(result.tenders()).isEqualTo(29);
        assertThat(second.handled).hasSize(29).startsWith(TestHub.ocid(21)).endsWith(TestHub.ocid(49));
        assertThat(hub.rebuild(List.of(second)).isUnfinished()).isFalse();
    }

    @Test
    void beginsAnewWhenAsked() {
        twoTeamsAndTenders(10);
        hub.stores.progress().remember("rebuild", TestHub.ocid(8));

        assertThat(hub.rebuild(hub.handlers).run(true, PAGE, progress -> {}).tenders())
                .isEqualTo(10);
    }

    @Test
    void leavesWhatCanNotBeHandledToTheWorkersAndGoesOn() {
        twoTeamsAndTenders(20);
        Recorder recorder = new Recorder(ocids -> {
            if (ocids.contains(TestHub.ocid(9))) {
                throw new IllegalStateException("poisoned");
            }
        });

        RebuildResult result = hub.rebuild(List.of(recorder)).run(false, PAGE, progress -> {});

        assertThat(result.tenders()).isEqualTo(20);
        assertThat(result.leftToWorkers()).isEqualTo(1);
        assertThat(recorder.handled).hasSize(19).doesNotContain(TestHub.ocid(9));
        assertThat(hub.stores.pendingEvents().waitingFor(Set.of(TestHub.ocid(9), TestHub.ocid(10))))
                .containsExactly(TestHub.ocid(9));
    }

    @Test
    void worksBesideWorkersThatHandleChanges() throws Exception {
        twoTeamsAndTenders(120);
        new Damage(hub, new Random(3)).spoil(119, 2, List.of(ACME, OTHER));
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            Future<?> changes = worker.submit(() -> {
                for (int release = 1; release <= 20; release++) {
                    hub.publish(release, 1, 40 + release, 119, 200 + release);
                    hub.profile("acme", "Acme " + release);
                    hub.drain();
                }
            });
            rebuild();
            changes.get();
        } finally {
            worker.shutdownNow();
        }
        hub.settle();

        assertThat(hub.findings(CheckOptions.DEFAULT)).isEmpty();
        assertThat(hub.stores.summaries().count()).isEqualTo(120 + 20);
    }

    @Test
    void endsTheCachedAnswers() {
        twoTeamsAndTenders(5);
        TopTenders top = new TopTenders(hub.stores.scores(), hub.stores.cache());
        top.best(ACME);
        hub.stores.scores().forTeam(ACME).deleteEverything();
        assertThat(top.best(ACME)).hasSize(5);

        hub.rebuild(List.of()).run(false, PAGE, progress -> {});

        assertThat(top.best(ACME)).isEmpty();
    }

    @Test
    void tellsHowFarItIs() {
        twoTeamsAndTenders(20);
        List<RebuildResult> told = new ArrayList<>();

        hub.rebuild(hub.handlers).run(false, PAGE, told::add);

        assertThat(told).extracting(RebuildResult::tenders).containsExactly(7L, 14L, 20L);
        assertThat(told).extracting(RebuildResult::expected).containsOnly(20L);
    }

    /** Notes which tenders it got, unless the reaction throws. */
    private static final class Recorder implements EventHandler {
        final List<String> handled = new ArrayList<>();
        private final Consumer<Set<String>> reaction;

        Recorder(Consumer<Set<String>> reaction) {
            this.reaction = reaction;
        }

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public Set<EventType> handles() {
            return EnumSet.of(EventType.TENDER_UPDATED);
        }

        @Override
        public boolean takesLong() {
            return false;
        }

        @Override
        public void handle(List<RaisedEvent> events) {
            Set<String> ocids = RaisedEvent.aggregates(events);
            reaction.accept(ocids);
            handled.addAll(ocids);
        }
    }
}
