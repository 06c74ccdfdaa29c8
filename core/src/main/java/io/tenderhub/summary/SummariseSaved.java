package io.tenderhub.summary;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderVersion;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the summary of a tender that a team saved, where there is none, or one of an older version. */
public final class SummariseSaved implements EventHandler {
    private final TenderCatalog catalog;
    private final SummaryRepository summaries;
    private final SummariseTender summarise;

    public SummariseSaved(TenderCatalog catalog, SummaryRepository summaries, SummariseTender summarise) {
        this.catalog = catalog;
        this.summaries = summaries;
        this.summarise = summarise;
    }

    @Override
    public String name() {
        return "summarise-saved";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.WORKSPACE_SAVED);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        Set<String> ocids = RaisedEvent.aggregates(events);
        Set<SummaryVersion> made = new HashSet<>(summaries.versionsOf(ocids));
        Set<String> lacking = new HashSet<>();
        for (TenderVersion tender : catalog.versionsOf(ocids)) {
            if (!made.contains(new SummaryVersion(tender.ocid(), tender.version()))) {
                lacking.add(tender.ocid());
            }
        }
        if (!lacking.isEmpty()) {
            summarise.handle(events.stream()
                    .filter(raised -> lacking.contains(raised.event().aggregateId()))
                    .toList());
        }
    }
}
