package io.tenderhub.memory;

import io.tenderhub.history.PastTender;
import io.tenderhub.history.TenderArchive;
import io.tenderhub.tender.StoredTender;
import java.util.Comparator;
import java.util.List;

final class MemoryTenderArchive implements TenderArchive {
    private final MemoryTruth truth;

    MemoryTenderArchive(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public List<PastTender> below(String ocid, long version, int limit) {
        return truth.pastTenders(ocid).stream()
                .filter(past -> past.version() < version)
                .sorted(Comparator.comparing(StoredTender::version).reversed())
                .limit(limit)
                .map(past -> new PastTender(SameSource.withoutRaw(past.tender()), past.version(), past.changedAt()))
                .toList();
    }
}
