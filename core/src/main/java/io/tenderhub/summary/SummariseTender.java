package io.tenderhub.summary;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.NotYetException;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the summary of a tender that came in or changed, and removes that of one that is gone. */
public final class SummariseTender implements EventHandler {
    /** Few enough that a slow one keeps few others waiting for their locks, many enough to be written in bulk. */
    private static final int LOCKED_TOGETHER = 50;

    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private final TenderCatalog catalog;
    private final SummaryRepository summaries;
    private final RequirementFinder requirements;
    private final TenderSummarizer summarizer;
    private final SummaryLocks locks;
    private final Clock clock;

    /** @param lockTimeToLive longer than any summary takes */
    public SummariseTender(
            TenderCatalog catalog,
            SummaryRepository summaries,
            RequirementFinder requirements,
            TenderSummarizer summarizer,
            DistributedLocks locks,
            Duration lockTimeToLive,
            Clock clock) {
        this.catalog = catalog;
        this.summaries = summaries;
        this.requirements = requirements;
        this.summarizer = summarizer;
        this.locks = new SummaryLocks(locks, lockTimeToLive);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "summarise-tender";
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
        List<String> ocids = new ArrayList<>(RaisedEvent.aggregates(events));
        Set<String> busy = new HashSet<>();
        for (int from = 0; from < ocids.size(); from += LOCKED_TOGETHER) {
            SummaryLocks.Held held = locks.hold(ocids.subList(from, Math.min(ocids.size(), from + LOCKED_TOGETHER)));
            try {
                summarise(held);
            } finally {
                held.release();
            }
            busy.addAll(held.busy());
        }
        if (!busy.isEmpty()) {
            // What the other one writes may be of an older version than this event tells of.
            throw new NotYetException(busy, "another worker summarises it just now", TRY_AGAIN);
        }
    }

    private void summarise(SummaryLocks.Held held) {
        Instant now = clock.instant();
        List<StoredTender> tenders = catalog.findAll(held.ocids());
        summaries.saveAll(
                tenders.stream().map(stored -> summary(stored, now, held)).toList());
        Set<String> gone = new HashSet<>(held.ocids());
        tenders.forEach(stored -> gone.remove(stored.tender().ocid()));
        if (!gone.isEmpty()) {
            summaries.deleteAll(gone);
        }
    }

    private StoredSummary summary(StoredTender stored, Instant now, SummaryLocks.Held held) {
        String ocid = stored.tender().ocid();
        return new StoredSummary(
                ocid,
                stored.version(),
                summarizer.summarize(stored.tender(), requirements.find(stored.tender())),
                now,
                held.fence(ocid));
    }
}
