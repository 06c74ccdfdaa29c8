package io.tenderhub.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.summary.SummaryRepository;
import java.util.Optional;

/**
 * Keeps what is derived from the truth in MongoDB 5.0 or later, or in any server that speaks its protocol: it needs no
 * transactions, sessions or pipelines in updates.
 *
 * <p>Two collections, named after the prefix. {@code tenderhub_summaries} holds one document for each tender:
 *
 * <pre>{@code
 * { _id: "ocds-9t57fa-136656", tenderVersion: NumberLong(3),
 *   text: "…", keyPoints: ["…"], model: "extractive-1",
 *   facts: { closing: "…", briefing: "…", cidb: "…", value: "…", place: "…", contact: "…" },   // unknown ones are left out
 *   fence: NumberLong(17),                                                   // of the lock it was made under, 0 if under none
 *   generatedAt: ISODate("2026-11-21T08:30:00.123Z"), generatedAtNanos: 456789 }
 * }</pre>
 *
 * <p>{@code tenderhub_scores} holds one document for each team and tender; {@code tenderId} is the tender's ocid,
 * {@code reference} its publisher's own id:
 *
 * <pre>{@code
 * { _id: "acme/ocds-9t57fa-136656", teamId: "acme", tenderId: "ocds-9t57fa-136656", reference: "RFQ 12/2026",
 *   tenderVersion: NumberLong(3), profileVersion: NumberLong(2), score: 62.5,
 *   recommendation: "prepare first", recommendationReason: "…",
 *   checklist: [{ criterion: "cidb", outcome: "not-met", points: 0.0, weight: 25, reason: "…",
 *                 evidence: { field: "tender.title", text: "5GB" } }],                         // evidence may be left out
 *   blockers: [{ code: "cidb-grade-too-low", message: "…" }], fixable: [],
 *   policy: { name: "south-africa", version: "1" },
 *   generatedAt: ISODate("2026-11-21T08:30:00.123Z"), generatedAtNanos: 456789 }
 * }</pre>
 *
 * <p>{@code generatedAtNanos} is the part of {@code generatedAt} below a millisecond, which a date of MongoDB can't
 * hold. A document that does not have this form is logged and treated as absent, and the next write replaces it.
 *
 * <p>A write never replaces a newer document, nor one that the holder of a later lock wrote of the same version. Reads and writes go with the concerns and preferences of the given
 * database; read-your-writes needs its defaults (primary). The adapter never closes the client.
 */
public final class MongoAdapter {
    private final Indexes indexes;
    private final SummaryRepository summaries;
    private final ScoreRepository scores;

    private MongoAdapter(Builder builder) {
        MongoCalls calls = new MongoCalls(builder.server, builder.database.getName());
        var summaryCollection = builder.database.getCollection(builder.prefix + "_summaries");
        var scoreCollection = builder.database.getCollection(builder.prefix + "_scores");
        this.indexes = new Indexes(summaryCollection, scoreCollection, calls);
        this.summaries = new MongoSummaries(summaryCollection, calls);
        this.scores = new MongoScores(scoreCollection, calls);
    }

    /** @param database opened by the caller, who closes its client */
    public static Builder builder(MongoDatabase database) {
        return new Builder(database);
    }

    /**
     * Creates the indexes that are missing; existing ones stay. Any number of nodes may do so at once.
     *
     * @throws IllegalStateException if an index can't be created, such as a unique one over documents that break it
     * @throws io.tenderhub.failure.UnavailableException if MongoDB does not answer
     */
    public void createIndexes() {
        indexes.create();
    }

    /**
     * Checks that every index is there and unique where it must be.
     *
     * @throws IllegalStateException naming each missing index with its collection
     * @throws io.tenderhub.failure.UnavailableException if MongoDB does not answer
     */
    public void verifyIndexes() {
        indexes.verify();
    }

    public SummaryRepository summaries() {
        return summaries;
    }

    public ScoreRepository scores() {
        return scores;
    }

    /** Options of the adapter. */
    public static final class Builder {
        private final MongoDatabase database;
        private NamePrefix prefix = NamePrefix.DEFAULT;
        private Optional<String> server = Optional.empty();

        private Builder(MongoDatabase database) {
            this.database = requireNonNull(database);
        }

        /** Begins the name of each collection. */
        public Builder prefix(NamePrefix prefix) {
            this.prefix = requireNonNull(prefix);
            return this;
        }

        /**
         * What failures call the server, such as {@code localhost:27017}; without credentials. Where it is not set, the
         * address that the driver tells is used.
         */
        public Builder server(String hostAndPort) {
            this.server = Optional.of(hostAndPort);
            return this;
        }

        public MongoAdapter build() {
            return new MongoAdapter(this);
        }
    }
}
