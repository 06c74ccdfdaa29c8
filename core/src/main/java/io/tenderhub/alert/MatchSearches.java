package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.event.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Matches tenders that were stored with what teams search for. A match is recorded once, and its event raised with it; being
 * called again finds nothing new. It tells and derives nothing that could be made anew, so a rebuild has no business with it.
 */
public final class MatchSearches implements EventHandler {
    private static final int TOLD_AT_ONCE = 1_000;

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public MatchSearches(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.clock = requireNonNull(clock);
    }

    @Override
    public String name() {
        return "match-searches";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.TENDER_CREATED, EventType.TENDER_UPDATED);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        Set<String> ocids = RaisedEvent.aggregates(events);
        Instant now = clock.instant();
        unitOfWork.<Integer>forSystem(transaction -> {
            List<NewMatch> found = transaction.searchMatcher().record(ocids, now);
            for (int from = 0; from < found.size(); from += TOLD_AT_ONCE) {
                transaction
                        .outbox()
                        .append(found.subList(from, Math.min(from + TOLD_AT_ONCE, found.size())).stream()
                                .map(AlertEvents::matched)
                                .toList());
            }
            return found.size();
        });
    }
}
