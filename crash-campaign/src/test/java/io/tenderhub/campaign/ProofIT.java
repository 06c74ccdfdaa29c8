package io.tenderhub.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.campaign.Difference.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two worst moments, brought about on purpose: the product stands them, and the verification sees when it does not. */
class ProofIT {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SCORES = Grounds.PREFIX + "_scores";
    private static final String TENDER = "ocds-campaign-0";

    @TempDir
    private Path folder;

    private final Tally tally = new Tally();
    private final Changes changes = new Changes(new Random(1), 3);
    private Grounds grounds;
    private SlowLink link;
    private TenderHub hub;
    private OutboxRows outbox;
    private Feeding feeding;

    @BeforeEach
    void open() throws Exception {
        grounds = Grounds.open(folder, LEASE);
        link = new SlowLink(grounds.stores().mongoUrl());
        hub = grounds.hub();
        outbox = new OutboxRows(grounds.stores().postgresUrl());
        feeding = new Feeding(hub, tally);
    }

    @AfterEach
    void close() throws Exception {
        outbox.close();
        hub.close();
        link.close();
        grounds.close();
    }

    @Test
    void aWriteThatArrivesWhenTheTenderHasLongChangedIsRefused() throws Exception {
        assertThat(afterALateWrite(WorkerProgram.ofJar(grounds))).isEmpty();
    }

    @Test
    void withoutTheVersionGuardTheSameWriteLeavesADocumentOlderThanItsSource() throws Exception {
        WorkerProgram sabotaged = WorkerProgram.ofJar(grounds).behind(Sabotage.withoutVersionGuard(folder));

        assertThat(afterALateWrite(sabotaged))
                .extracting(Difference::kind)
                .contains(Kind.OLDER)
                .doesNotContain(Kind.MISSING, Kind.WAITING, Kind.PARKED);
    }

    @Test
    void theEventsOfADeadWorkerAreTakenUpByAnotherOne() throws Exception {
        assertThat(afterADeath(PATIENCE)).isEmpty();
    }

    @Test
    void withLeasesThatNeverRunOutTheEventsOfADeadWorkerWaitForEver() throws Exception {
        Sabotage.leasesNeverRunOut(grounds);

        assertThat(afterADeath(LEASE.multipliedBy(6)))
                .extracting(Difference::kind)
                .contains(Kind.WAITING);
    }

    @Test
    void withoutLeasesTheEventsOfADeadWorkerAreLost() throws Exception {
        Sabotage.noLeases(grounds);

        assertThat(afterADeath(PATIENCE))
                .extracting(Difference::kind)
                .containsAnyOf(Kind.MISSING, Kind.OLDER)
                .doesNotContain(Kind.WAITING);
    }

    /** A worker's score is under way while the worker freezes, the tender changes, and another worker does all there is. */
    private List<Difference> afterALateWrite(WorkerProgram program) throws Exception {
        try (WorkerProcess slow = program.by(link.url()).start("slow")) {
            aTenderIsHandled();
            link.holdWritesTo(SCORES);
            feeding.feed(List.of(changes.next(TENDER)), List.of());
            link.awaitCaught();
            slow.freeze();
            feeding.feed(List.of(changes.next(TENDER)), List.of());
            try (WorkerProcess other = program.start("other")) {
                outbox.awaitQuiet(PATIENCE);
                link.letPass();
                slow.thaw();
                // The late write meets another revision than it was made for: its worker makes it again, or gives it
                // up.
                slow.finish(PATIENCE);
                assertThat(other.isAlive()).isTrue();
                return verified();
            }
        }
    }

    /** A worker dies with an event in its hands; another one runs after that. */
    private List<Difference> afterADeath(Duration patience) throws Exception {
        try (WorkerProcess doomed = WorkerProgram.ofJar(grounds).by(link.url()).start("doomed")) {
            aTenderIsHandled();
            link.holdWritesTo(SCORES);
            feeding.feed(List.of(changes.next(TENDER)), List.of());
            link.awaitCaught();
            doomed.kill();
            link.close();
        }
        try (WorkerProcess other = WorkerProgram.ofJar(grounds).start("other")) {
            outbox.awaitQuiet(patience);
            assertThat(other.isAlive()).isTrue();
            return verified();
        }
    }

    private void aTenderIsHandled() throws Exception {
        feeding.profile(0);
        feeding.feed(List.of(changes.next(TENDER)), List.of());
        outbox.awaitQuiet(PATIENCE);
        // Without leases the outbox is quiet before the work is done.
        long guard = System.nanoTime() + PATIENCE.toNanos();
        while (!verified().isEmpty() && System.nanoTime() < guard) {
            Thread.sleep(50);
        }
        assertThat(verified()).isEmpty();
    }

    private List<Difference> verified() throws Exception {
        return Verification.of(grounds, hub, changes.expected(), tally.events(), outbox.state());
    }
}
