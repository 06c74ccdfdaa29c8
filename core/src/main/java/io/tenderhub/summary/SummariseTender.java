package io.tenderhub.summary;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes the summary of a tender that came in or changed. */
public final class SummariseTender implements EventHandler {
    private final TenderCatalog catalog;
    private final SummaryRepository summaries;
    private final RequirementFinder requirements;
    private final TenderSummarizer summarizer;
    private final Clock clock;

    public SummariseTender(
            TenderCatalog catalog,
            SummaryRepository summaries,
            RequirementFinder requirements,
            TenderSummarizer summarizer,
            Clock clock) {
        this.catalog = catalog;
        this.summaries = summaries;
        this.requirements = requirements;
        this.summarizer = summarizer;
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
        Set<String> ocids = RaisedEvent.aggregates(events);
        Instant now = clock.instant();
        summaries.saveAll(catalog.findAll(ocids).stream()
                .map(stored -> summary(stored, now))
                .toList());
    }

    private StoredSummary summary(StoredTender stored, Instant now) {
        return new StoredSummary(
                stored.tender().ocid(),
                stored.version(),
                summarizer.summarize(stored.tender(), requirements.find(stored.tender())),
                now);
    }
}
