package io.tenderhub.memory;

import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.search.FacetCatalog;
import io.tenderhub.search.FacetCount;
import io.tenderhub.search.Facets;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counts by looking at every tender. */
final class MemoryFacets implements FacetCatalog {
    private static final Comparator<FacetCount> MOST_FIRST = Comparator.comparingLong(FacetCount::tenders)
            .reversed()
            .thenComparing(FacetCount::value, OcidOrder.INSTANCE);

    private final MemoryTruth truth;

    MemoryFacets(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public Facets facets(Optional<String> text, TenderFilter filter) {
        Predicate<Row> passes = new QueryFilter(filter);
        Optional<TextSearch> search = TextSearch.of(text);
        List<Tender> found = truth.tenders().stream()
                .filter(passes)
                .map(row -> row.stored().tender())
                .filter(tender -> search.isEmpty() || search.get().relevance(tender) > 0)
                .toList();
        return new Facets(
                found.size(),
                counts(found, Tender::province),
                counts(found, Tender::category),
                counts(found, tender -> tender.buyingOrganisation().map(Organisation::name)).stream()
                        .limit(Facets.MOST_BUYERS)
                        .toList(),
                counts(found, tender -> tender.status().map(TenderStatus::code)));
    }

    private static List<FacetCount> counts(List<Tender> tenders, Function<Tender, Optional<String>> value) {
        Map<String, FacetCount> counts = new HashMap<>();
        for (Tender tender : tenders) {
            value.apply(tender)
                    .ifPresent(name -> counts.merge(
                            name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT),
                            new FacetCount(name, 1),
                            MemoryFacets::together));
        }
        return counts.values().stream().sorted(MOST_FIRST).toList();
    }

    private static FacetCount together(FacetCount one, FacetCount other) {
        boolean first = OcidOrder.INSTANCE.compare(one.value(), other.value()) <= 0;
        return new FacetCount(first ? one.value() : other.value(), one.tenders() + other.tenders());
    }
}
