package io.tenderhub.memory;

import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

final class MemorySummaries implements SummaryRepository {
    private final Map<String, StoredSummary> summaries = new HashMap<>();

    @Override
    public synchronized int saveAll(List<StoredSummary> list) {
        int written = 0;
        for (StoredSummary summary : list) {
            StoredSummary known = summaries.get(summary.ocid());
            if (known == null || !stands(known, summary)) {
                summaries.put(summary.ocid(), summary);
                written++;
            }
        }
        return written;
    }

    private static boolean stands(StoredSummary known, StoredSummary other) {
        return known.tenderVersion() > other.tenderVersion()
                || known.tenderVersion() == other.tenderVersion()
                        && known.generatedAt().isAfter(other.generatedAt());
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
}
