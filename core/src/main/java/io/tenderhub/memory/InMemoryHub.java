package io.tenderhub.memory;

import io.tenderhub.account.SessionLife;
import io.tenderhub.account.SessionStore;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.analytics.CountReports;
import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.analytics.SpendLeaderboard;
import io.tenderhub.analytics.SpendReports;
import io.tenderhub.analytics.TenderFigures;
import io.tenderhub.cache.InspectableCache;
import io.tenderhub.cache.SecondLevel;
import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.consistency.PendingEvents;
import io.tenderhub.consistency.Progress;
import io.tenderhub.duplicate.FingerprintRepository;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.OutboxSignal;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.history.TenderArchive;
import io.tenderhub.idempotency.KeptAnswers;
import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.notification.Notifications;
import io.tenderhub.popularity.PopularTenders;
import io.tenderhub.quota.Quotas;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobScheduler;
import io.tenderhub.search.FacetCatalog;
import io.tenderhub.search.SearchLog;
import io.tenderhub.search.SearchUsage;
import io.tenderhub.search.TenderMatches;
import io.tenderhub.search.Vocabulary;
import io.tenderhub.semantic.WritableIndex;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.DerivedTeamData;
import io.tenderhub.team.VolatileTeamData;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.workspace.WorkspaceCatalog;
import io.tenderhub.workspace.WorkspaceFollowers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/**
 * Every outbound port over the memory of this process; safe for many threads, gone with the process. Text search knows
 * words, phrases, {@code or} and {@code -not}, but neither stems words nor leaves any out.
 */
public final class InMemoryHub {
    private final MemoryTruth truth;
    private final UnitOfWork unitOfWork;
    private final MemoryTenderCatalog tenderCatalog;
    private final FacetCatalog facetCatalog;
    private final Vocabulary vocabulary;
    private final MemoryProfileCatalog profileCatalog;
    private final MemoryWorkspaces workspaces;
    private final MemoryOutboxQueue outboxQueue;
    private final MemoryOutboxAdministration outboxAdministration;
    private final MemoryOutboxSignal outboxSignal;
    private final MemorySummaries summaries = new MemorySummaries();
    private final MemoryScores scores = new MemoryScores();
    private final FingerprintRepository fingerprints = new MemoryFingerprints();
    private final PendingEvents pendingEvents;
    private final Progress progress = new MemoryProgress();
    private final MemoryActivityLog activityLog = new MemoryActivityLog();
    private final MemorySearchLog searchLog = new MemorySearchLog();
    private final MemoryJobs jobs;
    private final SpendCatalog spendCatalog;
    private final TenderFigures tenderFigures;
    private final CountReports countReports = new MemoryCountReports();
    private final SpendReports spendReports = new MemorySpendReports();
    private final MemorySecondLevel secondLevel;
    private final InspectableCache cache;
    private final DistributedLocks locks;
    private final PopularTenders popularTenders;
    private final SpendLeaderboard spendLeaderboard;
    private final MemoryNotifications notifications = new MemoryNotifications(new SecureRandom());
    private final KeptAnswers keptAnswers;
    private final MemoryQuotas quotas;
    private final RateLimiter rateLimiter;
    private final SessionStore sessions;
    private final VolatileTeamData volatileTeamData;
    private final WritableIndex semanticIndex = new MemorySemanticIndex();

    /**
     * @param clock tells when something was stored, is due and expires
     */
    public InMemoryHub(Clock clock) {
        this(clock, SessionLife.DEFAULT);
    }

    /** With sessions that live so long. */
    public InMemoryHub(Clock clock, SessionLife sessionLife) {
        this.truth = new MemoryTruth(clock);
        this.unitOfWork = new MemoryUnitOfWork(truth);
        this.tenderCatalog = new MemoryTenderCatalog(truth);
        this.facetCatalog = new MemoryFacets(truth);
        this.vocabulary = new MemoryVocabulary(truth);
        this.profileCatalog = new MemoryProfileCatalog(truth);
        this.workspaces = new MemoryWorkspaces(truth);
        this.outboxQueue = new MemoryOutboxQueue(truth, clock);
        this.outboxAdministration = new MemoryOutboxAdministration(truth, clock);
        this.outboxSignal = new MemoryOutboxSignal(truth);
        this.jobs = new MemoryJobs(clock);
        this.spendCatalog = new MemorySpendCatalog(truth);
        this.tenderFigures = new MemoryTenderFigures(truth);
        this.secondLevel = new MemorySecondLevel(clock);
        this.pendingEvents = new MemoryPendingEvents(truth);
        this.cache = new MemoryCache(clock);
        this.locks = new MemoryLocks(clock);
        this.popularTenders = new MemoryPopularTenders(clock);
        this.spendLeaderboard = new MemorySpendLeaderboard(clock);
        this.keptAnswers = new MemoryKeptAnswers(clock);
        this.quotas = new MemoryQuotas(clock);
        this.rateLimiter = new MemoryRateLimiter(clock);
        this.sessions = new MemorySessions(clock, new SecureRandom(), sessionLife);
        this.volatileTeamData = new MemoryTeamData(cache, quotas, notifications);
    }

    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    public TenderCatalog tenderCatalog() {
        return tenderCatalog;
    }

    public TenderArchive tenderArchive() {
        return new MemoryTenderArchive(truth);
    }

    public FacetCatalog facetCatalog() {
        return facetCatalog;
    }

    public TenderMatches tenderMatches() {
        return new MemoryMatches(truth);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public FingerprintRepository fingerprints() {
        return fingerprints;
    }

    public ProfileCatalog profileCatalog() {
        return profileCatalog;
    }

    public WorkspaceCatalog workspaceCatalog() {
        return workspaces;
    }

    public WorkspaceFollowers workspaceFollowers() {
        return workspaces;
    }

    public OutboxQueue outboxQueue() {
        return outboxQueue;
    }

    public OutboxSignal outboxSignal() {
        return outboxSignal;
    }

    public OutboxAdministration outboxAdministration() {
        return outboxAdministration;
    }

    public SummaryRepository summaries() {
        return summaries;
    }

    public ScoreRepository scores() {
        return scores;
    }

    public PendingEvents pendingEvents() {
        return pendingEvents;
    }

    public Progress progress() {
        return progress;
    }

    public ActivityLog activityLog() {
        return activityLog;
    }

    public SearchLog searchLog() {
        return searchLog;
    }

    public SearchUsage searchUsage() {
        return searchLog;
    }

    /** Schedulers of the same hub share the work, as nodes do; the caller closes each. */
    public JobScheduler scheduler(List<Job> given) {
        return new MemoryScheduler(jobs, given);
    }

    public SpendCatalog spendCatalog() {
        return spendCatalog;
    }

    public TenderFigures tenderFigures() {
        return tenderFigures;
    }

    public CountReports countReports() {
        return countReports;
    }

    public SpendReports spendReports() {
        return spendReports;
    }

    public SecondLevel secondLevel() {
        return secondLevel;
    }

    public InspectableCache cache() {
        return cache;
    }

    public DistributedLocks locks() {
        return locks;
    }

    public PopularTenders popularTenders() {
        return popularTenders;
    }

    public SpendLeaderboard spendLeaderboard() {
        return spendLeaderboard;
    }

    public DerivedTeamData derivedTeamData() {
        return new MemoryDerivedTeamData(scores, activityLog, searchLog, secondLevel);
    }

    public Notifications notifications() {
        return notifications;
    }

    public KeptAnswers keptAnswers() {
        return keptAnswers;
    }

    public Quotas quotas() {
        return quotas;
    }

    public RateLimiter rateLimiter() {
        return rateLimiter;
    }

    public SessionStore sessions() {
        return sessions;
    }

    public VolatileTeamData volatileTeamData() {
        return volatileTeamData;
    }

    public WritableIndex semanticIndex() {
        return semanticIndex;
    }
}
