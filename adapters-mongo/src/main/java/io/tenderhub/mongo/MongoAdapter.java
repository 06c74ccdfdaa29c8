package io.tenderhub.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.analytics.CountReports;
import io.tenderhub.analytics.SpendReports;
import io.tenderhub.cache.SecondLevel;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.search.SearchLog;
import io.tenderhub.search.SearchUsage;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.DerivedTeamData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what is derived from the truth in MongoDB 5.0 or later, or in any server that speaks its protocol: it needs no
 * transactions, sessions or pipelines in updates.
 *
 * <p>Six collections, named after the prefix. {@code tenderhub_summaries} holds one document for each tender:
 *
 * <pre>{@code
 * { _id: "ocds-9t57fa-136656", tenderVersion: NumberLong(3),
 *   text: "…", keyPoints: ["…"], model: "extractive-1",
 *   facts: { closing: "…", briefing: "…", cidb: "…", value: "…", place: "…", contact: "…" },   // unknown ones are left out
 *   fence: NumberLong(17),                                                   // of the lock it was made under, 0 if under none
 *   generatedAt: ISODate("2026-11-21T08:30:00.123Z"), generatedAtNanos: 456789,
 *   revision: ObjectId("…") }
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
 *   generatedAt: ISODate("2026-11-21T08:30:00.123Z"), generatedAtNanos: 456789,
 *   revision: ObjectId("…") }
 * }</pre>
 *
 * <p>{@code tenderhub_activities} holds the latest activities; a public one has no {@code teamId}:
 *
 * <pre>{@code
 * { _id: "event-42", type: "tender.updated", teamId: "acme", subject: "ocds-9t57fa-136656",
 *   details: [{ name: "by", text: "jo" }], at: ISODate("2026-11-21T08:30:00.123Z"), atNanos: 456789 }
 * }</pre>
 *
 * It is a capped collection where the server has such, else a plain one that loses what is too old; {@link #createIndexes}
 * asks the server by trying, and a collection that is there already stays what it is.
 *
 * <p>{@code tenderhub_searches} holds the searches of some time, see {@link Builder#keepSearches}; one of no team has no {@code teamId},
 * and what lets everything through is left out of the filter:
 *
 * <pre>{@code
 * { _id: "0123456789abcdef0123456789abcdef", teamId: "acme", searcher: "user:jo-4f21", text: "school toilets",
 *   filter: { provinces: ["gauteng"], closingFrom: "2026-11-21T08:00:00Z" }, mode: "TEXT", sort: "RELEVANCE",
 *   firstPage: true, hits: 20, empty: 0, more: true, millis: NumberLong(12), cached: 0, day: "2026-11-21",
 *   at: ISODate("2026-11-21T08:30:00.123Z"), atNanos: 456789,
 *   clicks: [{ ocid: "ocds-9t57fa-136656", position: 3, at: ISODate("…"), atNanos: 0 }], clicked: 1 }
 * }</pre>
 *
 * <p>{@code tenderhub_cache} holds answers, each until its own time; one for everybody has no {@code teamId}, and no team's name in
 * its id:
 *
 * <pre>{@code
 * { _id: "/acme/details:…", teamId: "acme", answer: BinData(0, "…"), savedAt: ISODate("2026-11-21T08:30:00.123Z"),
 *   expiresAt: ISODate("2026-11-22T08:30:00.123Z") }
 * }</pre>
 *
 * <p>{@code tenderhub_analytics} holds reports, the latest of each kind and currency, read from a secondary where there is one:
 *
 * <pre>{@code
 * { _id: "spend-by-buyer/ZAR", kind: "spend-by-buyer", currency: "ZAR",
 *   spends: [{ name: "…", amount: "1234567.89", awards: NumberLong(12), tenders: NumberLong(0) }],   // no name: of all that name none
 *   total: "1234567.89", withoutValue: NumberLong(3),
 *   computedAt: ISODate("2026-11-21T00:00:00.123Z"), computedAtNanos: 456789 }
 * { _id: "tenders-by-status", kind: "tenders-by-status", counts: [{ name: "active", tenders: NumberLong(12) }],
 *   computedAt: ISODate("2026-11-21T00:00:00.123Z"), computedAtNanos: 456789 }
 * }</pre>
 *
 * <p>{@code generatedAtNanos} is the part of {@code generatedAt} below a millisecond, which a date of MongoDB can't
 * hold; {@code atNanos} likewise. A document that does not have this form is logged and treated as absent, and the next write replaces it.
 *
 * <p>{@code revision} is new with each write, which replaces only the revision it has seen. A write never replaces a newer document, nor one that the holder of a later lock wrote of the same version. Reads and writes go with the concerns and preferences of the given
 * database; read-your-writes needs its defaults (primary).
 *
 * <p>What fails quickly, as by a lost connection, is tried three times in all, with pauses of some hundredths of a second; what
 * failed after waiting for a server is not. After some failures in a row MongoDB is left alone for a while, see
 * {@link Builder#pause}; an answer, also a refusal, ends the row. The adapter never closes the client; closing the adapter ends
 * the threads that write activities and searches.
 */
public final class MongoAdapter implements AutoCloseable {
    private final Clock clock;
    private final MongoCalls calls;
    private final HubCollections collections;
    private final ActivityRetention retention;
    private final Indexes indexes;
    private final SummaryRepository summaries;
    private final ScoreRepository scores;
    private final MongoActivityLog activityLog;
    private final MongoSearchLog searchLog;
    private final Duration searchesAge;
    private final MongoSecondLevel secondLevel;

    private MongoAdapter(Builder builder) {
        this.calls = calls(builder);
        this.clock = builder.clock;
        this.collections = HubCollections.of(builder.database, builder.prefix);
        this.retention = new ActivityRetention(
                builder.database,
                collections.activities().getNamespace().getCollectionName(),
                builder.activityBytes,
                builder.activityAge,
                calls);
        this.searchesAge = builder.searchesAge;
        this.indexes = new Indexes(collections, retention, searchesAge, calls);
        this.summaries = new MongoSummaries(collections.summaries(), calls);
        this.scores = new MongoScores(collections.scores(), calls);
        this.activityLog = new MongoActivityLog(collections.activities(), calls);
        this.searchLog = new MongoSearchLog(collections.searches(), calls);
        // A reader waits for the second level only as long as for the source itself; that it is slow says nothing of
        // the rest.
        this.secondLevel = new MongoSecondLevel(
                collections.cache().withTimeout(builder.secondLevelPatience.toMillis(), TimeUnit.MILLISECONDS),
                calls(builder),
                clock);
    }

    private static MongoCalls calls(Builder builder) {
        return new MongoCalls(
                builder.server, builder.database.getName(), builder.failures, builder.pause, Clock.systemUTC());
    }

    /** @param database opened by the caller, who closes its client */
    public static Builder builder(MongoDatabase database) {
        return new Builder(database);
    }

    /**
     * Creates the collections and indexes that are missing; existing ones stay. Any number of nodes may do so at once.
     *
     * @throws IllegalStateException if an index can't be created, such as a unique one over documents that break it
     * @throws io.tenderhub.failure.UnavailableException if MongoDB does not answer
     */
    public void createIndexes() {
        indexes.create();
    }

    /**
     * Checks that every index is there, unique and expiring where it must be.
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

    /** Hands over what it gets to a thread of its own, which tries a few times and then drops. */
    public ActivityLog activityLog() {
        return activityLog;
    }

    /** Hands over what it gets to a thread of its own, as {@link #activityLog} does. */
    public SearchLog searchLog() {
        return searchLog;
    }

    public SearchUsage searchUsage() {
        return new MongoSearchUsage(collections.searches(), calls);
    }

    public SpendReports spendReports() {
        return new MongoSpendReports(new LatestReports(collections.analytics(), calls));
    }

    public CountReports countReports() {
        return new MongoCountReports(new LatestReports(collections.analytics(), calls));
    }

    /** Scores, activities, searches and cached answers of teams. */
    public DerivedTeamData derivedTeamData() {
        return new MongoDerivedTeamData(collections, calls);
    }

    /** Keeps no answer beyond 8 MB. */
    public SecondLevel secondLevel() {
        return secondLevel;
    }

    /**
     * Deletes the answers that have expired, the searches that are too old and, where their collection is a plain one, such
     * activities. MongoDB does that by itself by TTL indexes; some servers that speak its protocol do not.
     *
     * @return how many documents were deleted
     * @throws io.tenderhub.failure.UnavailableException if MongoDB does not answer
     */
    public long purgeExpired() {
        Instant now = clock.instant();
        return secondLevel.purge()
                + retention.purge(collections.activities(), now)
                + searchLog.purge(now.minus(searchesAge));
    }

    /** What the adapter makes of MongoDB just now, see {@link Builder#pause}. */
    public BreakerState breaker() {
        return calls.breaker();
    }

    /** Writes the activities and searches that wait, for a second or two each at most; later ones are dropped. The client stays open. */
    @Override
    public void close() {
        searchLog.close();
        activityLog.close();
    }

    /** Options of the adapter. */
    public static final class Builder {
        private final MongoDatabase database;
        private NamePrefix prefix = NamePrefix.DEFAULT;
        private Optional<String> server = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private long activityBytes = 64L * 1024 * 1024;
        private Duration activityAge = Duration.ofDays(30);
        private Duration searchesAge = Duration.ofDays(90);
        private Duration secondLevelPatience = Duration.ofMillis(300);
        private int failures = 5;
        private Duration pause = Duration.ofSeconds(60);

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

        /** Tells when answers expire. */
        public Builder clock(Clock clock) {
            this.clock = requireNonNull(clock);
            return this;
        }

        /**
         * How much is kept of activities; it counts when their collection is created, not later.
         *
         * @param bytes of a capped collection, 64 MB unless told
         * @param age of the oldest one where the server has no capped collections, 30 days unless told
         */
        public Builder keepActivities(long bytes, Duration age) {
            if (bytes < 1 || age.toSeconds() < 1) {
                throw new IllegalArgumentException("activities need at least 1 byte and 1 second");
            }
            this.activityBytes = bytes;
            this.activityAge = age;
            return this;
        }

        /** How long searches are kept: 90 days unless told. It counts when the indexes are created, not later. */
        public Builder keepSearches(Duration age) {
            if (age.toSeconds() < 1) {
                throw new IllegalArgumentException("searches are kept for a second or more");
            }
            this.searchesAge = age;
            return this;
        }

        /** How long a reader waits for the second level before he asks the source: 300 ms unless told. */
        public Builder secondLevelPatience(Duration patience) {
            if (patience.toMillis() < 1) {
                throw new IllegalArgumentException("a reader waits for a millisecond or more");
            }
            this.secondLevelPatience = patience;
            return this;
        }

        /**
         * When MongoDB is left alone: after so many failures in a row (5 unless told), for so long (60 s unless told). Calls
         * then fail at once; after it one call finds out whether it answers again. No pause: always asked.
         */
        public Builder pause(int failures, Duration pause) {
            if (failures < 1 || pause.isNegative()) {
                throw new IllegalArgumentException("a pause needs at least 1 failure and no negative time");
            }
            this.failures = failures;
            this.pause = pause;
            return this;
        }

        public MongoAdapter build() {
            return new MongoAdapter(this);
        }
    }
}
