package io.tenderhub.memory;

import io.tenderhub.duplicate.FingerprintRepository;
import io.tenderhub.duplicate.TenderFingerprint;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

final class MemoryFingerprints implements FingerprintRepository {
    private final TreeMap<String, TenderFingerprint> fingerprints = new TreeMap<>();

    @Override
    public synchronized void saveAll(List<TenderFingerprint> list) {
        list.forEach(given -> fingerprints.merge(
                given.ocid(), given, (known, newer) -> known.version() <= newer.version() ? newer : known));
    }

    @Override
    public synchronized void deleteAll(Collection<String> ocids) {
        ocids.forEach(fingerprints::remove);
    }

    @Override
    public synchronized List<TenderFingerprint> findAll(Collection<String> ocids) {
        return ocids.stream()
                .distinct()
                .map(fingerprints::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public synchronized List<TenderFingerprint> sharing(Collection<Long> bands, int limit) {
        return fingerprints.values().stream()
                .filter(known -> !Collections.disjoint(known.fingerprint().bands(), bands))
                .limit(limit)
                .toList();
    }
}
