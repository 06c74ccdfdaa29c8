package io.tenderhub.memory;

import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.IndexProgress;
import io.tenderhub.semantic.IndexedTender;
import io.tenderhub.semantic.IndexedVersion;
import io.tenderhub.semantic.SimilarTender;
import io.tenderhub.semantic.WritableIndex;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.TenderFilter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the nearest by looking at all of them, so it misses none. */
final class MemorySemanticIndex implements WritableIndex {
    private static final Comparator<SimilarTender> ORDER = Comparator.comparingDouble(SimilarTender::similarity)
            .reversed()
            .thenComparing(SimilarTender::ocid, OcidOrder.INSTANCE);

    private final TreeMap<String, IndexedTender> tenders = new TreeMap<>(OcidOrder.INSTANCE);
    private IndexProgress progress = IndexProgress.NONE;

    @Override
    public boolean keep() {
        return true;
    }

    @Override
    public synchronized void put(List<IndexedTender> given) {
        given.forEach(tender -> tenders.put(tender.ocid(), tender));
    }

    @Override
    public synchronized void remove(Collection<String> ocids) {
        ocids.forEach(tenders::remove);
    }

    @Override
    public synchronized List<IndexedVersion> versions(Optional<String> after, int limit) {
        return after.map(ocid -> tenders.tailMap(ocid, false)).orElse(tenders).values().stream()
                .limit(limit)
                .map(MemorySemanticIndex::version)
                .toList();
    }

    @Override
    public synchronized List<IndexedVersion> versionsOf(Collection<String> ocids) {
        return known(ocids).map(MemorySemanticIndex::version).toList();
    }

    @Override
    public synchronized Map<String, List<Embedding>> passagesOf(Collection<String> ocids) {
        Map<String, List<Embedding>> passages = new LinkedHashMap<>();
        known(ocids).forEach(tender -> passages.put(tender.ocid(), tender.passages()));
        return passages;
    }

    @Override
    public synchronized List<SimilarTender> nearest(Embedding to, TenderFilter filter, int limit) {
        return tenders.values().stream()
                .filter(tender -> tender.traits().pass(filter))
                .map(tender -> new SimilarTender(tender.ocid(), similarity(tender, to)))
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized IndexProgress progress() {
        return progress;
    }

    @Override
    public synchronized void commit(IndexProgress reached) {
        progress = reached;
    }

    @Override
    public synchronized long size() {
        return tenders.size();
    }

    @Override
    public synchronized void clear() {
        tenders.clear();
        progress = IndexProgress.NONE;
    }

    private Stream<IndexedTender> known(Collection<String> ocids) {
        return ocids.stream().distinct().flatMap(ocid -> Stream.ofNullable(tenders.get(ocid)));
    }

    private static IndexedVersion version(IndexedTender tender) {
        return new IndexedVersion(tender.ocid(), tender.version(), tender.digest());
    }

    private static double similarity(IndexedTender tender, Embedding to) {
        return tender.passages().stream().mapToDouble(to::similarity).max().orElseThrow();
    }
}
