package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.summary.SummaryVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

final class MongoSummaries implements SummaryRepository {
    private static final NewerDocuments NEWER =
            NewerDocuments.byVersions("tenderVersion").thenByFence("fence");

    private final StoredDocuments<StoredSummary> summaries;
    private final GuardedWrites<StoredSummary> writes;

    MongoSummaries(MongoCollection<Document> collection, MongoCalls calls) {
        this.summaries = new StoredDocuments<>(collection, new SummaryDocuments(), calls);
        this.writes = new GuardedWrites<>(summaries, NEWER);
    }

    @Override
    public int saveAll(List<StoredSummary> newSummaries) {
        return writes.saveAll(newSummaries);
    }

    @Override
    public Optional<StoredSummary> find(String ocid) {
        return summaries.find(eq("_id", ocid));
    }

    @Override
    public List<StoredSummary> findAll(Collection<String> ocids) {
        return ocids.isEmpty() ? List.of() : summaries.findAll(in("_id", ocids));
    }

    @Override
    public long count() {
        return summaries.count(empty());
    }

    @Override
    public List<SummaryVersion> versions(Optional<String> afterOcid, int limit) {
        return summaries.inOrderOfIds(
                // Only texts are greater than a text: what another program keeps under ids of its own stays out.
                gt("_id", afterOcid.orElse("")), limit, MongoSummaries::version, ocid -> new SummaryVersion(ocid, 0));
    }

    @Override
    public List<SummaryVersion> versionsOf(Collection<String> ocids) {
        return ocids.isEmpty()
                ? List.of()
                : summaries.each(
                        summaries.collection().find(in("_id", ocids)),
                        MongoSummaries::version,
                        ocid -> new SummaryVersion(ocid, 0));
    }

    private static SummaryVersion version(StoredSummary stored) {
        return new SummaryVersion(stored.ocid(), stored.tenderVersion());
    }

    @Override
    public int deleteAll(Collection<String> ocids) {
        return ocids.isEmpty() ? 0 : Math.toIntExact(summaries.delete(in("_id", ocids)));
    }
}
