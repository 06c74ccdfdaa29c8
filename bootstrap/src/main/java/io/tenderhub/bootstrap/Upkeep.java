package io.tenderhub.bootstrap;

import io.tenderhub.cache.InspectableCache;
import io.tenderhub.consistency.ConsistencyChecker;
import io.tenderhub.consistency.Rebuild;
import io.tenderhub.event.EventHandler;
import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.postgres.PostgresAdapter;
import java.time.Clock;
import java.util.List;

/** What keeps MongoDB and Redis in step with the truth besides the events. */
record Upkeep(ConsistencyChecker checker, Rebuild rebuild) {

    /**
     * @param deriving the handlers that make what is derived, in their order
     */
    static Upkeep of(
            PostgresAdapter postgres,
            MongoAdapter mongo,
            InspectableCache cache,
            List<EventHandler> deriving,
            Clock clock) {
        return new Upkeep(
                new ConsistencyChecker(
                        postgres.tenderCatalog(),
                        postgres.profileCatalog(),
                        mongo.summaries(),
                        mongo.scores(),
                        postgres.outboxQueue(),
                        postgres.pendingEvents(),
                        cache,
                        postgres.unitOfWork(),
                        postgres.progress(),
                        clock),
                new Rebuild(
                        postgres.tenderCatalog(),
                        postgres.profileCatalog(),
                        mongo.summaries(),
                        mongo.scores(),
                        postgres.unitOfWork(),
                        deriving,
                        cache,
                        postgres.progress(),
                        clock));
    }
}
