package io.tenderhub.bootstrap;

import io.tenderhub.account.Accounts;
import io.tenderhub.account.Logins;
import io.tenderhub.account.TokenMint;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.alert.SavedSearches;
import io.tenderhub.alert.SearchDigests;
import io.tenderhub.analytics.SearchAnalytics;
import io.tenderhub.analytics.SpendAnalytics;
import io.tenderhub.analytics.TenderAnalytics;
import io.tenderhub.argon2.Argon2PasswordHasher;
import io.tenderhub.audit.AuditReader;
import io.tenderhub.cache.Cache;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.consistency.ConsistencyChecker;
import io.tenderhub.consistency.Rebuild;
import io.tenderhub.details.EnrichedTenders;
import io.tenderhub.details.PublicTenders;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventRelay;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.RelayOptions;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.history.TenderHistory;
import io.tenderhub.idempotency.Idempotency;
import io.tenderhub.ingestion.TenderIngestion;
import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.notification.Notifications;
import io.tenderhub.operation.Metrics;
import io.tenderhub.operation.RequestJournal;
import io.tenderhub.popularity.PopularTenders;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.WithoutCount;
import io.tenderhub.readiness.TopTenders;
import io.tenderhub.redis.RedisAdapter;
import io.tenderhub.schedule.JobScheduler;
import io.tenderhub.search.ReadinessRanking;
import io.tenderhub.search.SearchDesk;
import io.tenderhub.search.SearchLog;
import io.tenderhub.search.SearchUsage;
import io.tenderhub.search.TenderSearch;
import io.tenderhub.team.Access;
import io.tenderhub.team.ApiKeys;
import io.tenderhub.team.Invitations;
import io.tenderhub.team.Members;
import io.tenderhub.team.Plans;
import io.tenderhub.team.TeamAnalytics;
import io.tenderhub.team.TeamReadiness;
import io.tenderhub.team.TeamRegistration;
import io.tenderhub.team.TeamTenders;
import io.tenderhub.team.Teams;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.workspace.Workspaces;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running hub: clients, adapters and use cases composed from a configuration. Without addresses it starts servers of its own,
 * and ends them when it is closed or when the program ends in whatever way. Safe for any number of threads.
 */
public final class TenderHub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TenderHub.class);

    private final HubConfiguration configuration;
    private final Clock clock;
    private final Workbench workbench = new Workbench();
    private final Closing opened = new Closing();
    private final HubMetrics metrics;
    private final HubStores stores;
    private final HubHealth health;
    private final TenderIngestion ingestion;
    private final CompanyProfiles profiles;
    private final TeamTenders teamTenders;
    private final Optional<HubMeaning> meaning;
    private final Duplicates duplicates;
    private final TenderSearch search;
    private final TenderLookup lookup;
    private final PublicTenders publicTenders;
    private final TopTenders topTenders;
    private final EnrichedTenders enrichedTenders;
    private final TeamReadiness teamReadiness;
    private final Workspaces workspaces;
    private final SavedSearches savedSearches;
    private final HubTeams teams;
    private final RateLimiter limiter;
    private final WithoutCount withoutCount;
    private final EventRelay relay;
    private final Upkeep upkeep;
    private final SpendAnalytics spendAnalytics;
    private final TenderAnalytics tenderAnalytics;
    private final SearchAnalytics searchAnalytics;
    private final TeamAnalytics teamAnalytics;
    private final Idempotency idempotency;
    private final JobScheduler jobs;
    private final Operations operations;

    private TenderHub(HubConfiguration given, Clock clock, boolean migrate) {
        this.clock = clock;
        boolean done = false;
        try {
            this.configuration = given.isEmbedded() ? startServers(given) : given;
            this.metrics = opened.later(new HubMetrics(configuration, clock));
            this.stores = HubStores.open(configuration, metrics, migrate || given.isEmbedded(), clock, opened);
            this.health = opened.later(new HubHealth(configuration, stores));
            metrics.watch(stores, health);
            PostgresAdapter postgres = stores.postgres();
            MongoAdapter mongo = stores.mongo();
            RedisAdapter redis = stores.redis();
            Cache cache = redis.cache();
            TenderCatalog catalog = postgres.tenderCatalog();
            this.meaning = HubMeaning.of(configuration, given, stores, workbench.requirements(), clock)
                    .map(opened::later);
            meaning.ifPresent(metrics::watch);
            this.ingestion = new TenderIngestion(workbench.feed(), postgres.unitOfWork(), workbench.requirements());
            this.profiles = new CompanyProfiles(postgres.unitOfWork());
            this.duplicates = new Duplicates(catalog, postgres.fingerprints());
            this.search = new TenderSearch(
                    postgres.searchCatalog(),
                    postgres.facetCatalog(),
                    postgres.vocabulary(),
                    meaning.map(HubMeaning::search),
                    duplicates,
                    cache);
            SearchDesk desk = new SearchDesk(
                    search,
                    new ReadinessRanking(postgres.tenderMatches(), catalog, mongo.scores()),
                    mongo.searchLog(),
                    new TokenMint(new SecureRandom()),
                    clock);
            this.lookup = new TenderLookup(catalog, mongo.summaries(), mongo.scores(), cache);
            this.publicTenders = new PublicTenders(desk, lookup, new EmergencyCopies(redis.cache(), clock));
            this.topTenders = new TopTenders(mongo.scores(), cache);
            this.limiter = metrics.counted(redis.rateLimiter());
            this.teams = HubTeams.of(
                    configuration,
                    postgres.unitOfWork(),
                    mongo,
                    redis,
                    limiter,
                    Argon2PasswordHasher.builder().build(),
                    clock);
            this.withoutCount = HubTeams.whenAway(configuration, clock);
            this.teamTenders = new TeamTenders(
                    postgres.unitOfWork(), teams.plans(), desk, lookup, metrics.counted(redis.quotas()), withoutCount);
            this.enrichedTenders = new EnrichedTenders(search, catalog, mongo.summaries(), workbench.requirements());
            this.teamReadiness = new TeamReadiness(
                    postgres.unitOfWork(), teams.plans(), lookup, topTenders, workbench.requirements());
            this.workspaces = new Workspaces(
                    postgres.unitOfWork(),
                    postgres.workspaceCatalog(),
                    mongo.summaries(),
                    mongo.scores(),
                    teams.plans(),
                    cache,
                    redis.popularTenders(),
                    clock);
            this.savedSearches = new SavedSearches(postgres.unitOfWork(), teamTenders, clock, new SecureRandom());
            HubHandlers handlers = HubHandlers.of(
                    postgres,
                    mongo,
                    redis,
                    workbench,
                    topTenders,
                    teams.registration().handler(),
                    configuration.seconds(Setting.SUMMARY_LOCK_SECONDS),
                    clock);
            this.relay = relay(metrics.measured(handlers.all()));
            this.upkeep = Upkeep.of(postgres, mongo, redis.cache(), handlers.deriving(), clock);
            ZoneId zone = ZoneId.of(configuration.text(Setting.ANALYTICS_ZONE));
            this.spendAnalytics = new SpendAnalytics(
                    postgres.spendCatalog(), mongo.spendReports(), redis.spendLeaderboard(), zone, clock);
            this.tenderAnalytics = new TenderAnalytics(postgres.tenderFigures(), mongo.countReports(), zone, clock);
            this.searchAnalytics = new SearchAnalytics(mongo.searchUsage(), clock);
            this.teamAnalytics = new TeamAnalytics(
                    postgres.unitOfWork(),
                    teams.plans(),
                    spendAnalytics,
                    tenderAnalytics,
                    mongo.scores(),
                    mongo.searchUsage(),
                    searchAnalytics);
            this.idempotency = new Idempotency(postgres.keptAnswers(), configuration.idempotency(), new SecureRandom());
            this.jobs = opened.later(postgres.scheduler(new HubJobs(configuration, clock)
                    .all(
                            spendAnalytics,
                            tenderAnalytics,
                            upkeep.checker(),
                            postgres.outboxAdministration(),
                            idempotency,
                            new SearchDigests(postgres.unitOfWork(), clock),
                            mongo)));
            this.operations = opened.later(new Operations(upkeep, jobs, clock));
            LOG.info("started on {}", given.isEmbedded() ? "servers of its own" : "given servers");
            done = true;
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    /**
     * Starts everything.
     *
     * @throws io.tenderhub.failure.UnavailableException if PostgreSQL does not answer, or the folder of the embedded servers is in
     *     use; without MongoDB or Redis a hub starts, and what needs them fails or does without
     * @throws io.tenderhub.failure.ConflictException if the schema is not this version's
     */
    public static TenderHub start(HubConfiguration configuration) {
        return start(configuration, Clock.systemUTC());
    }

    /** The same by another clock, for work as of another day. */
    public static TenderHub start(HubConfiguration configuration, Clock clock) {
        return new TenderHub(configuration, clock, false);
    }

    /** Brings the schema of PostgreSQL and the indexes of MongoDB to this version. Any number of nodes may do so at once. */
    public static void migrate(HubConfiguration configuration) {
        new TenderHub(configuration, Clock.systemUTC(), true).close();
    }

    public HubConfiguration configuration() {
        return configuration;
    }

    public Clock clock() {
        return clock;
    }

    public Workbench workbench() {
        return workbench;
    }

    public TenderIngestion ingestion() {
        return ingestion;
    }

    /** Tenders as a team sees them, as far as its plan goes. */
    public TeamTenders teamTenders() {
        return teamTenders;
    }

    public CompanyProfiles profiles() {
        return profiles;
    }

    public TenderCatalog catalog() {
        return stores.postgres().tenderCatalog();
    }

    /** Searches without a trace: what people search is {@link #publicTenders} and {@link #teamTenders}. */
    public TenderSearch search() {
        return search;
    }

    /** Search by meaning on this node; empty where it is switched off. */
    public Optional<HubMeaning> meaning() {
        return meaning;
    }

    /** What was searched lately, of nobody known or of one team. */
    public SearchLog searchLog() {
        return stores.mongo().searchLog();
    }

    /** What the searches come to. */
    public SearchUsage searchUsage() {
        return stores.mongo().searchUsage();
    }

    public TenderLookup lookup() {
        return lookup;
    }

    /** What changed in tenders. */
    public TenderHistory history() {
        return new TenderHistory(catalog(), stores.postgres().tenderArchive());
    }

    /** Tenders that were advertised again. */
    public Duplicates duplicates() {
        return duplicates;
    }

    /** Tenders as anybody may see them, also while the truth is away. */
    public PublicTenders publicTenders() {
        return publicTenders;
    }

    /** Whole tenders with what the hub finds in them. */
    public EnrichedTenders enrichedTenders() {
        return enrichedTenders;
    }

    /** How ready teams are, as far as their plans go. */
    public TeamReadiness teamReadiness() {
        return teamReadiness;
    }

    public TopTenders topTenders() {
        return topTenders;
    }

    public Plans plans() {
        return teams.plans();
    }

    public Accounts accounts() {
        return teams.accounts();
    }

    public Logins logins() {
        return teams.logins();
    }

    public Teams teams() {
        return teams.teams();
    }

    public Members members() {
        return teams.members();
    }

    public Invitations invitations() {
        return teams.invitations();
    }

    public ApiKeys apiKeys() {
        return teams.apiKeys();
    }

    /** From what a request shows to who acts, for which team. */
    public Access access() {
        return teams.access();
    }

    public AuditReader auditTrail() {
        return teams.auditTrail();
    }

    /** Makes teams ready in all stores, and removes them from all. */
    public TeamRegistration registration() {
        return teams.registration();
    }

    /** Keeps requests to a rate. */
    public RateLimiter rateLimiter() {
        return limiter;
    }

    /** What becomes of requests that can't be counted just now, as configured. */
    public WithoutCount withoutCount() {
        return withoutCount;
    }

    /** The tenders that teams follow. */
    public Workspaces workspaces() {
        return workspaces;
    }

    /** The searches that teams keep, and what began to match them. */
    public SavedSearches savedSearches() {
        return savedSearches;
    }

    /** Does once what a request asks for that is sent several times. */
    public Idempotency idempotency() {
        return idempotency;
    }

    public EventRelay relay() {
        return relay;
    }

    public OutboxAdministration outbox() {
        return stores.postgres().outboxAdministration();
    }

    public ConsistencyChecker consistency() {
        return upkeep.checker();
    }

    public Rebuild rebuild() {
        return upkeep.rebuild();
    }

    /** Long work that an operator asks for. */
    public Operations operations() {
        return operations;
    }

    /** Who and what money is spent on. */
    public SpendAnalytics spendAnalytics() {
        return spendAnalytics;
    }

    /** How many tenders there are of what kind, and when they are published. */
    public TenderAnalytics tenderAnalytics() {
        return tenderAnalytics;
    }

    /** How searching is used. */
    public SearchAnalytics searchAnalytics() {
        return searchAnalytics;
    }

    /** Every analysis, as far as a team's plan goes. */
    public TeamAnalytics teamAnalytics() {
        return teamAnalytics;
    }

    public PopularTenders popularTenders() {
        return stores.redis().popularTenders();
    }

    /** The latest activities, public or of one team. */
    public ActivityLog activities() {
        return stores.mongo().activityLog();
    }

    /** News for those who listen. */
    public Notifications notifications() {
        return stores.redis().notifications();
    }

    /** What is done at set times; {@link #startWorker} starts it, and closing the hub closes it. */
    public JobScheduler jobs() {
        return jobs;
    }

    public OutboxDepth outboxDepth() {
        return stores.postgres().outboxQueue().depth();
    }

    /**
     * Whether each store answers, asked now, and how it fares. Takes two seconds at most; who asks while others are waiting for
     * their answer gets the same.
     */
    public List<StoreHealth> health() {
        return health.stores();
    }

    /** The figures of this process. */
    public Metrics metrics() {
        return metrics.figures();
    }

    /** Whom to tell of requests. */
    public RequestJournal requestJournal() {
        return metrics.requests();
    }

    /**
     * Does the background work, events and jobs, on threads of its own until the hub is closed.
     *
     * @throws UnavailableException if PostgreSQL does not answer
     */
    public void startWorker() {
        jobs.start();
        opened.later(new BackgroundWorker(relay, stores.postgres().outboxSignal()));
    }

    /** Ends the background work, closes the clients, ends the servers that were started; in this order. */
    @Override
    public void close() {
        opened.close();
    }

    private HubConfiguration startServers(HubConfiguration given) {
        EmbeddedStores.Builder builder = EmbeddedStores.builder();
        if (given.isClosedByCaller()) {
            builder.closedByCaller();
        }
        EmbeddedStores stores =
                opened.later((given.keepsData() ? builder.folder(given.dataFolder()) : builder.thrownAway()).start());
        return given.withStores(stores.postgresUrl(), stores.mongoUrl(), stores.redisUrl());
    }

    private EventRelay relay(List<EventHandler> handlers) {
        RelayOptions options = RelayOptions.DEFAULT
                .withThreads(configuration.number(Setting.WORKER_THREADS))
                .withBatchSize(configuration.number(Setting.WORKER_BATCH))
                .withLease(configuration.seconds(Setting.WORKER_LEASE_SECONDS))
                .withPoll(configuration.seconds(Setting.WORKER_POLL_SECONDS));
        return new EventRelay(stores.postgres().outboxQueue(), handlers, clock, new Random(), options, metrics.relay());
    }
}
