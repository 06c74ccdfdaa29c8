package io.tenderhub.postgres;

import static java.util.Objects.requireNonNull;

import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.analytics.TenderFigures;
import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.consistency.PendingEvents;
import io.tenderhub.consistency.Progress;
import io.tenderhub.duplicate.FingerprintRepository;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.OutboxSignal;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.history.TenderArchive;
import io.tenderhub.idempotency.KeptAnswers;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.operation.StoreJournal;
import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobScheduler;
import io.tenderhub.search.FacetCatalog;
import io.tenderhub.search.TenderMatches;
import io.tenderhub.search.Vocabulary;
import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.WritableIndex;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.workspace.WorkspaceCatalog;
import io.tenderhub.workspace.WorkspaceFollowers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The truth in PostgreSQL 14 or newer. Thread-safe. Works on the caller's data source and never closes it; a call holds at
 * most one connection, besides what is called from within a unit of work or a {@code forEach}.
 *
 * <p>Tables, all beginning with the prefix: {@code _tenders} (a row a tender: searched columns, the tender as JSON, and its
 * published JSON), {@code _words} (a row a word that stands in tenders), {@code _tender_versions} (a row a version of a tender that another one followed), {@code _fingerprints} (a row a tender), {@code _users}, {@code _teams}, {@code _members}, {@code _invitations}, {@code _api_keys}, {@code _audit} (a row a
 * thing that was done), {@code _profiles} (a row a team), {@code _workspace} (a row an entry), {@code _saved_searches} (a row a search),
 * {@code _search_matches} (a row a search and a tender that matched it), {@code _outbox} (a row an event), {@code _progress} (a row a long task
 * under way), {@code _kept_answers} (a row a request that may come again), {@code _scheduled_tasks} (a row a job) and {@code _schema_history};
 * once somebody keeps a {@link #vectorIndex}, also {@code _meanings} (a row a tender), {@code _meaning_passages} (a row a passage) and
 * {@code _meaning_index} (one row).
 *
 * <p>What belongs to a team is kept apart by forced row-level security, under two roles of the server that can't log in:
 * {@code _app} sees the one team its transaction was opened for, {@code _system} all teams as far as the system's work takes it.
 * The migration makes them, for which its login needs {@code CREATEROLE}, or uses those that an administrator made and granted to
 * the login.
 */
public final class PostgresAdapter {
    private final Database database;
    private final DataSource dataSource;
    private final Schema schema;
    private final UnitOfWork unitOfWork;
    private final TenderCatalog tenderCatalog;
    private final Optional<Replica> replica;
    private final ProfileCatalog profileCatalog;
    private final OutboxQueue outboxQueue;
    private final PendingEvents pendingEvents;
    private final Progress progress;
    private final OutboxSignal outboxSignal;
    private final OutboxAdministration outboxAdministration;

    private PostgresAdapter(Builder builder) {
        this.dataSource = builder.dataSource;
        this.database = Database.over(
                builder.dataSource,
                new Names(builder.prefix),
                builder.clock,
                new SqlFailures(builder.dataSource, builder.address));
        StatementJournal journal =
                new StatementJournal(builder.journal, new StatementWords(database.names(), database.rights()));
        database.jdbi().setSqlLogger(journal);
        this.schema = new Schema(database, builder.dataSource);
        this.unitOfWork = new Transactions(database);
        this.tenderCatalog = new TenderReads(database);
        this.replica = builder.replica.map(source -> {
            Database beside = Database.over(
                    source, database.names(), builder.clock, new SqlFailures(source, builder.replicaAddress));
            beside.jdbi().setSqlLogger(journal);
            return new Replica(database, beside, builder.replicaPause);
        });
        this.profileCatalog = new ProfileReads(database);
        this.outboxQueue = new OutboxReads(database);
        this.pendingEvents = new WaitingEvents(database);
        this.progress = new StoredProgress(database);
        this.outboxSignal = new OutboxListener(builder.dataSource, database.names());
        this.outboxAdministration = new OutboxDesk(database);
    }

    /**
     * @param dataSource of a PostgreSQL database; pooled, or every call opens a connection
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Makes or updates the tables. Does nothing where they are up to date; several nodes may call it at once. Needs a few
     * connections at the same time.
     *
     * @throws io.tenderhub.failure.UnavailableException if the server can't be reached
     * @throws io.tenderhub.failure.ConflictException if a migration fails; says which and why
     */
    public void migrate() {
        schema.migrate();
    }

    /**
     * Looks whether the tables are those that this version works with, and whether they still keep teams apart.
     *
     * @throws io.tenderhub.failure.UnavailableException if the server can't be reached
     * @throws io.tenderhub.failure.ConflictException if they are not; names what differs
     */
    public void verifySchema() {
        schema.verify();
    }

    /** Transactions, at the isolation level of the data source. */
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    public TenderCatalog tenderCatalog() {
        return tenderCatalog;
    }

    /**
     * The same, whose searches the replica answers, where there is one that can: never older than the primary would have answered
     * when the search began.
     */
    public TenderCatalog searchCatalog() {
        return replica.<TenderCatalog>map(reading -> new TenderReads(database, reading))
                .orElse(tenderCatalog);
    }

    /** What tenders said before they changed. */
    public TenderArchive tenderArchive() {
        return new ArchiveReads(database);
    }

    /** What searches find, counted on the replica, where there is one that can. */
    public FacetCatalog facetCatalog() {
        return new FacetReads(database, reading());
    }

    /** Which tenders searches find, on the replica, where there is one that can. */
    public TenderMatches tenderMatches() {
        return new MatchReads(database, reading());
    }

    /** Looked up and learnt on the primary. */
    public Vocabulary vocabulary() {
        return new StoredWords(database);
    }

    /** The replica, where there is one that can. */
    private Reading reading() {
        return replica.<Reading>map(reading -> reading).orElseGet(() -> database.reading()::run);
    }

    /** Derived from the tenders, and beside them, as other indexes are. */
    public FingerprintRepository fingerprints() {
        return new StoredFingerprints(database);
    }

    /** Whether the replica is asked at the moment; empty where there is none. */
    public Optional<BreakerState> replicaBreaker() {
        return replica.map(Replica::state);
    }

    public ProfileCatalog profileCatalog() {
        return profileCatalog;
    }

    /** What teams follow, each reached for itself alone. */
    public WorkspaceCatalog workspaceCatalog() {
        return team -> new WorkspaceReads(database, team);
    }

    /** Who follows what, for the system. */
    public WorkspaceFollowers workspaceFollowers() {
        return new FollowerReads(database);
    }

    public OutboxQueue outboxQueue() {
        return outboxQueue;
    }

    public PendingEvents pendingEvents() {
        return pendingEvents;
    }

    public Progress progress() {
        return progress;
    }

    public KeptAnswers keptAnswers() {
        return new StoredAnswers(database);
    }

    /** Each listening holds one connection of the data source until it is closed. */
    public OutboxSignal outboxSignal() {
        return outboxSignal;
    }

    public OutboxAdministration outboxAdministration() {
        return outboxAdministration;
    }

    /** Added up on the replica, where there is one that can. */
    public SpendCatalog spendCatalog() {
        return new SpendReads(database, reading());
    }

    /** Counted on the replica, where there is one that can. */
    public TenderFigures tenderFigures() {
        return new FigureReads(database, reading());
    }

    /**
     * Why this database can't hold a {@link #vectorIndex}, and what helps, in one sentence; empty if it can. The extension is made where
     * the server has it and the login may.
     *
     * @throws io.tenderhub.failure.UnavailableException if the server can't be reached
     */
    public Optional<String> lacksVectors() {
        return database.run("vectors", handle -> handle.inTransaction(new Pgvector()::missing));
    }

    /**
     * An index of what tenders mean by the extension {@code vector} (pgvector), on the primary: one for all nodes, of which one keeps it at
     * a time. What is put in is found and lasts at once; {@code commit} tells how far it has come. Its tables are made by who keeps it first.
     */
    public VectorIndex vectorIndex(IndexKind kind) {
        return new StoredMeanings(database, new Pgvector(), kind, StoredMeanings.LEASE);
    }

    /** Not to be used any more when it is closed: another process keeps it then. */
    public interface VectorIndex extends WritableIndex, AutoCloseable {
        @Override
        void close();
    }

    /**
     * A scheduler of these jobs, not yet started; the caller closes it. Schedulers of the same tables share the work.
     *
     * @throws IllegalArgumentException if two jobs have the same name
     */
    public JobScheduler scheduler(List<Job> jobs) {
        return scheduler(jobs, SchedulerPace.STANDARD);
    }

    JobScheduler scheduler(List<Job> jobs, SchedulerPace pace) {
        return new ClusterScheduler(database, dataSource, jobs, pace);
    }

    /** Options of the adapter. */
    public static final class Builder {
        private final DataSource dataSource;
        private NamePrefix prefix = NamePrefix.DEFAULT;
        private Clock clock = Clock.systemUTC();
        private Optional<String> address = Optional.empty();
        private StoreJournal journal = StoreJournal.NONE;
        private Optional<DataSource> replica = Optional.empty();
        private Optional<String> replicaAddress = Optional.empty();
        private ReplicaPause replicaPause = ReplicaPause.STANDARD;

        private Builder(DataSource dataSource) {
            this.dataSource = requireNonNull(dataSource);
        }

        /** Begins the name of every table, index and channel. */
        public Builder prefix(NamePrefix value) {
            this.prefix = requireNonNull(value);
            return this;
        }

        /** The hub's time, for when things changed and when events are due. */
        public Builder clock(Clock value) {
            this.clock = requireNonNull(value);
            return this;
        }

        /** {@code host:port}, to be named in failures; otherwise taken from the first connection. */
        public Builder address(String value) {
            this.address = Optional.of(value);
            return this;
        }

        /** Is told of each statement; nobody unless told. */
        public Builder journal(StoreJournal value) {
            this.journal = requireNonNull(value);
            return this;
        }

        /**
         * A streaming replica of the same database, which answers searches and analytics instead while it keeps up.
         *
         * @param dataSource should not wait long for a connection: there is the primary to go to
         * @param address {@code host:port}
         */
        public Builder replica(DataSource dataSource, String address) {
            this.replica = Optional.of(dataSource);
            this.replicaAddress = Optional.of(address);
            return this;
        }

        /** When the replica is left alone: after so many failures in a row (5 unless told), for so long (60 s unless told). */
        public Builder replicaPause(int failures, Duration pause) {
            this.replicaPause = new ReplicaPause(failures, pause);
            return this;
        }

        public PostgresAdapter build() {
            return new PostgresAdapter(this);
        }
    }
}
