package io.tenderhub.memory;

import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.search.Highlighting;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.TenderVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Searches by looking at every tender; the cursor says where the last hit stood in the order. */
final class MemoryTenderCatalog implements TenderCatalog {
    private final MemoryTruth truth;

    MemoryTenderCatalog(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public Optional<StoredTender> find(String ocid) {
        return truth.tender(ocid).map(Row::stored);
    }

    @Override
    public List<StoredTender> findAll(Collection<String> ocids) {
        return truth.alone(committed -> ocids.stream()
                .flatMap(ocid -> committed.tender(ocid).stream())
                .map(Row::stored)
                .toList());
    }

    @Override
    public TenderPage search(TenderQuery query) {
        Predicate<Row> filter = new QueryFilter(query.filter());
        Optional<TextSearch> text = TextSearch.of(query.text());
        List<Hit> hits = truth.tenders().stream()
                .filter(filter)
                .map(row -> new Hit(row.stored().tender(), hit(row.stored().tender(), text)))
                .filter(hit -> text.isEmpty() || hit.shown().relevance() > 0)
                .toList();
        HitOrder order = HitOrder.of(query, hits.stream().map(Hit::shown).toList());
        List<Hit> following = hits.stream()
                .filter(hit -> order.isAhead(hit.shown()))
                .sorted(Comparator.comparing(Hit::shown, order))
                .limit(query.limit() + 1L)
                .toList();
        List<Hit> page = following.subList(0, Math.min(following.size(), query.limit()));
        return new TenderPage(
                page.stream().map(hit -> hit.highlighted(text)).toList(),
                following.size() <= query.limit()
                        ? Optional.empty()
                        : Optional.of(order.cursor(page.get(page.size() - 1).shown())));
    }

    /** A tender and what is shown of it. */
    private record Hit(Tender tender, TenderHit shown) {
        TenderHit highlighted(Optional<TextSearch> text) {
            return text.map(search -> shown.withHighlights(Highlighting.of(
                            tender.heading(),
                            search.matches(tender.heading()),
                            tender.description().orElse(""),
                            search.matches(tender.description().orElse("")))))
                    .orElse(shown);
        }
    }

    private static TenderHit hit(Tender tender, Optional<TextSearch> text) {
        return new TenderHit(
                tender.ocid(),
                tender.id(),
                tender.heading(),
                tender.buyingOrganisation().map(Organisation::name),
                tender.province(),
                tender.category(),
                tender.status().map(TenderStatus::code),
                tender.value(),
                tender.releaseDate(),
                tender.closesAt(),
                text.map(search -> search.relevance(tender)).orElse(0.0),
                List.of());
    }

    @Override
    public void forEach(Consumer<? super StoredTender> action) {
        truth.tenders().forEach(row -> action.accept(row.stored()));
    }

    @Override
    public List<TenderVersion> versions(Optional<String> afterOcid, int limit, Optional<Instant> changedSince) {
        return truth.tendersAfter(afterOcid).stream()
                .map(MemoryTenderCatalog::version)
                .filter(tender -> changedSince.isEmpty() || !tender.changedAt().isBefore(changedSince.get()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<TenderVersion> versionsOf(Collection<String> ocids) {
        return truth.alone(committed -> ocids.stream()
                .distinct()
                .flatMap(ocid -> committed.tender(ocid).stream())
                .map(MemoryTenderCatalog::version)
                .toList());
    }

    private static TenderVersion version(Row row) {
        StoredTender stored = row.stored();
        return new TenderVersion(stored.tender().ocid(), stored.version(), stored.changedAt());
    }

    @Override
    public long count() {
        return truth.countTenders();
    }
}
