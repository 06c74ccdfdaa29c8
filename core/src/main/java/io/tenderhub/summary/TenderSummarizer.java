package io.tenderhub.summary;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Tender;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes tenders short: their words by a {@link Summarizer}, their facts by fixed fields. As thread-safe as that. */
public final class TenderSummarizer {
    private final Summarizer summarizer;

    public TenderSummarizer(Summarizer summarizer) {
        this.summarizer = summarizer;
    }

    public TenderSummary summarize(Tender tender, Requirements requirements) {
        String text = Stream.concat(
                        Stream.of(tender.description(), tender.specialConditions()),
                        tender.items().stream().map(Item::description))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
        return new TenderSummary(summarizer.summarize(tender.heading(), text), Facts.of(tender, requirements));
    }
}
