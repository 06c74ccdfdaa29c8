package io.tenderhub.details;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.search.TenderSearch;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whole tenders with what the hub finds in them, the newest first, for those who take over all of them. */
public final class EnrichedTenders {
    private final TenderSearch search;
    private final TenderCatalog catalog;
    private final SummaryRepository summaries;
    private final RequirementFinder requirements;

    public EnrichedTenders(
            TenderSearch search, TenderCatalog catalog, SummaryRepository summaries, RequirementFinder requirements) {
        this.search = requireNonNull(search);
        this.catalog = requireNonNull(catalog);
        this.summaries = requireNonNull(summaries);
        this.requirements = requireNonNull(requirements);
    }

    /**
     * A page: one search, one query for its tenders, one for their summaries. A tender that was removed since the search is left out.
     *
     * @param cursor of the page before; null for the first one
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given here
     * @throws UnavailableException if the truth is away
     */
    public EnrichedPage newest(int limit, @Nullable String cursor) {
        TenderPage page = search.search(TenderQuery.builder()
                .sort(TenderSort.NEWEST)
                .limit(limit)
                .cursor(cursor)
                .build());
        List<String> ocids = page.hits().stream().map(TenderHit::ocid).toList();
        Map<String, StoredTender> stored = catalog.findAll(ocids).stream()
                .collect(Collectors.toMap(each -> each.tender().ocid(), Function.identity()));
        Optional<Map<String, StoredSummary>> found = summaries(ocids);
        return new EnrichedPage(
                ocids.stream()
                        .filter(stored::containsKey)
                        .map(stored::get)
                        .map(each -> enriched(each, found.orElse(Map.of())))
                        .toList(),
                page.nextCursor(),
                found.isPresent());
    }

    private EnrichedTender enriched(StoredTender stored, Map<String, StoredSummary> summaries) {
        return new EnrichedTender(
                stored,
                requirements.find(stored.tender()),
                Optional.ofNullable(summaries.get(stored.tender().ocid())));
    }

    private Optional<Map<String, StoredSummary>> summaries(List<String> ocids) {
        try {
            return Optional.of(summaries.findAll(ocids).stream()
                    .collect(Collectors.toMap(StoredSummary::ocid, Function.identity())));
        } catch (UnavailableException derivedDataIsAway) {
            return Optional.empty();
        }
    }
}
