package io.tenderhub.consistency;

import io.tenderhub.cache.InspectableCache;
import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.tender.TenderCatalog;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Looks whether what is derived fits the truth, page by page beside running workers: no transaction is held from one page to the
 * next, memory does not grow with the number of tenders, and each page ends with a note of how far the check has come.
 */
public final class ConsistencyChecker {
    private final CheckRun.Stores stores;

    public ConsistencyChecker(
            TenderCatalog catalog,
            ProfileCatalog profiles,
            SummaryRepository summaries,
            ScoreRepository scores,
            OutboxQueue outbox,
            PendingEvents pending,
            InspectableCache cache,
            UnitOfWork unitOfWork,
            Progress progress,
            Clock clock) {
        this.stores = new CheckRun.Stores(
                catalog, new Derived(profiles, summaries, scores), outbox, pending, cache, unitOfWork, progress, clock);
    }

    /**
     * Looks, and puts right if asked to.
     *
     * @param findings gets every finding as soon as it is made
     * @throws io.tenderhub.failure.UnavailableException if a store can't be reached; a check that resumes goes on behind the
     *     last page that was done
     */
    public CheckReport check(CheckOptions options, Consumer<? super Finding> findings) {
        return new CheckRun(stores, options, findings).toItsEnd();
    }
}
