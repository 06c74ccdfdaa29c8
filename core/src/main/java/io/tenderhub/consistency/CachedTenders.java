package io.tenderhub.consistency;

import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.InspectableCache;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the cached public answers about tenders with what they were made from. As with documents, a first look only suspects;
 * what differs is looked at again: the events that wait, the answer, the summary, the truth.
 */
final class CachedTenders {
    private final InspectableCache cache;
    private final TenderCatalog catalog;
    private final SummaryRepository summaries;
    private final PendingEvents pending;
    private final Instant settled;

    /** An answer that differs; {@code underWay} if it is about to be ended. */
    record Outdated(String ocid, String detail, boolean underWay) {}

    /**
     * @param settled what changed later is not expected to be handled yet
     */
    CachedTenders(
            InspectableCache cache,
            TenderCatalog catalog,
            SummaryRepository summaries,
            PendingEvents pending,
            Instant settled) {
        this.cache = cache;
        this.catalog = catalog;
        this.summaries = summaries;
        this.pending = pending;
        this.settled = settled;
    }

    List<Outdated> outdated(TenderRange range) {
        Set<String> suspects = new HashSet<>();
        for (TenderVersion tender : range.tenders().values()) {
            peek(tender.ocid())
                    .filter(answer -> answer.stored().version() != tender.version()
                            || summaryVersion(answer.summary()) != tender.version())
                    .ifPresent(answer -> suspects.add(tender.ocid()));
        }
        return suspects.isEmpty() ? List.of() : lookAgain(suspects);
    }

    /** Ends the answers about these tenders, a team's ones too. */
    void end(Collection<String> ocids) {
        if (!ocids.isEmpty()) {
            cache.invalidate(ocids.stream().map(CacheTag::tender).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private List<Outdated> lookAgain(Set<String> ocids) {
        Set<String> waiting = pending.waitingFor(ocids);
        Map<String, TenderDetails> answers = new HashMap<>();
        ocids.forEach(ocid -> peek(ocid).ifPresent(answer -> answers.put(ocid, answer)));
        Map<String, StoredSummary> stored = new HashMap<>();
        summaries.findAll(ocids).forEach(summary -> stored.put(summary.ocid(), summary));
        Map<String, TenderVersion> tenders = new HashMap<>();
        catalog.versionsOf(ocids).forEach(tender -> tenders.put(tender.ocid(), tender));
        return answers.entrySet().stream()
                .flatMap(entry -> outdated(
                        entry.getValue(),
                        Optional.ofNullable(stored.get(entry.getKey())),
                        Optional.ofNullable(tenders.get(entry.getKey())),
                        waiting.contains(entry.getKey()))
                        .stream())
                .toList();
    }

    private Optional<Outdated> outdated(
            TenderDetails answer, Optional<StoredSummary> stored, Optional<TenderVersion> tender, boolean waits) {
        long cached = answer.stored().version();
        long cachedSummary = summaryVersion(answer.summary());
        long truth = tender.map(TenderVersion::version).orElse(0L);
        // A summary that is wrong itself is another finding; its event ends the answer too.
        boolean summaryDiffers = cachedSummary != truth && summaryVersion(stored) == truth;
        if (cached == truth && !summaryDiffers) {
            return Optional.empty();
        }
        boolean underWay = waits
                || tender.filter(known -> known.changedAt().isAfter(settled)).isPresent();
        return Optional.of(new Outdated(
                answer.stored().tender().ocid(),
                "cached with version " + cached + ", summary of version " + cachedSummary
                        + tender.map(known -> "; the tender has version " + truth)
                                .orElse("; there is no such tender"),
                underWay));
    }

    private Optional<TenderDetails> peek(String ocid) {
        return cache.peek(TenderLookup.answer(ocid, Optional.empty()));
    }

    /** 0 if there is none. */
    private static long summaryVersion(Optional<StoredSummary> summary) {
        return summary.map(StoredSummary::tenderVersion).orElse(0L);
    }
}
