package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.consistency.PendingEvents;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link PendingEvents} promises. */
public abstract class PendingEventsContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract OutboxQueue outboxQueue();

    protected abstract PendingEvents pendingEvents();

    private void append(String... ocids) {
        unitOfWork().<Boolean>forSystem(transaction -> {
            transaction
                    .outbox()
                    .append(Arrays.stream(ocids)
                            .map(ocid -> new DomainEvent(EventType.TENDER_UPDATED, ocid, Optional.empty(), Map.of()))
                            .toList());
            return true;
        });
    }

    @Test
    void tellsWhichOfTheseWaitOrAreHeldByAWorker() {
        append("a", "b", "c", "b");
        outboxQueue().claim(1, Duration.ofMinutes(1), EventSelection.ALL);

        assertThat(pendingEvents().waitingFor(List.of("a", "b", "x", "b", "nul\0")))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(pendingEvents().waitingFor(Set.of())).isEmpty();
    }

    @Test
    void countsNeitherWhatIsHandledNorWhatIsSetAside() {
        append("handled", "parked", "waiting");
        var claimed = outboxQueue().claim(2, Duration.ofMinutes(1), EventSelection.ALL);
        outboxQueue().complete(claimed.subList(0, 1));
        outboxQueue().park(claimed.get(1), "no");

        assertThat(pendingEvents().waitingFor(List.of("handled", "parked", "waiting")))
                .containsExactly("waiting");
    }

    @Test
    void countsWhatWaitsForAnotherAttempt() {
        append("again");
        outboxQueue()
                .retryLater(
                        outboxQueue()
                                .claim(1, Duration.ofMinutes(1), EventSelection.ALL)
                                .get(0),
                        "not now",
                        clock.instant().plus(Duration.ofHours(1)));

        assertThat(pendingEvents().waitingFor(List.of("again"))).containsExactly("again");
    }
}
