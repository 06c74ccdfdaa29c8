package io.tenderhub.memory;

import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.summary.SummaryVersion;
import io.tenderhub.tender.OcidOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

final class MemorySummaries implements SummaryRepository {
    private static final Comparator<StoredSummary> AGE = Comparator.comparingLong(StoredSummary::tenderVersion)
            .thenComparingLong(StoredSummary::fence)
            .thenComparing(StoredSummary::generatedAt);

    private final NavigableMap<String, StoredSummary> summaries = new TreeMap<>(OcidOrder.INSTANCE);

    @Override
    public synchronized int saveAll(List<StoredSummary> list) {
        int written = 0;
        for (StoredSummary summary : list) {
            StoredSummary known = summaries.get(summary.ocid());
            if (known == null || AGE.compare(known, summary) <= 0) {
                summaries.put(summary.ocid(), summary);
                written++;
            }
        }
        return written;
    }

    @Override
    public synchronized Optional<StoredSummary> find(String ocid) {
        return Optional.ofNullable(summaries.get(ocid));
    }

    @Override
    public synchronized List<StoredSummary> findAll(Collection<String> ocids) {
        return ocids.stream()
                .distinct()
                .map(summaries::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public synchronized long count() {
        return summaries.size();
    }

    @Override
    public List<SummaryVersion> versionsOf(Collection<String> ocids) {
        return findAll(ocids).stream()
                .map(stored -> new SummaryVersion(stored.ocid(), stored.tenderVersion()))
                .toList();
    }

    @Override
    public synchronized List<SummaryVersion> versions(Optional<String> afterOcid, int limit) {
        return afterOcid.map(after -> summaries.tailMap(after, false)).orElse(summaries).values().stream()
                .limit(limit)
                .map(stored -> new SummaryVersion(stored.ocid(), stored.tenderVersion()))
                .toList();
    }

    @Override
    public synchronized int deleteAll(Collection<String> ocids) {
        int before = summaries.size();
        ocids.forEach(summaries::remove);
        return before - summaries.size();
    }
}
