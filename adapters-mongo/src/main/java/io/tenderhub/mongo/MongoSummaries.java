package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

final class MongoSummaries implements SummaryRepository {
    private static final List<String> VERSIONS = List.of("tenderVersion");

    private final GuardedCollection<StoredSummary> summaries;

    MongoSummaries(MongoCollection<Document> collection, MongoCalls calls) {
        this.summaries = new GuardedCollection<>(
                collection, new SummaryDocuments(), document -> NewerDocuments.unlessNewer(document, VERSIONS), calls);
    }

    @Override
    public int saveAll(List<StoredSummary> newSummaries) {
        return summaries.saveAll(newSummaries);
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
}
