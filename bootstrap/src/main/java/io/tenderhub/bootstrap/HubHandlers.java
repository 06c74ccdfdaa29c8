package io.tenderhub.bootstrap;

import io.tenderhub.activity.LogActivities;
import io.tenderhub.alert.MatchSearches;
import io.tenderhub.cache.InvalidateCaches;
import io.tenderhub.duplicate.FingerprintTender;
import io.tenderhub.event.EventHandler;
import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.notification.PublishNotifications;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.readiness.RecalculateTeam;
import io.tenderhub.readiness.RefreshTopTenders;
import io.tenderhub.readiness.ScoreSaved;
import io.tenderhub.readiness.ScoreTender;
import io.tenderhub.readiness.TopTenders;
import io.tenderhub.redis.RedisAdapter;
import io.tenderhub.search.LearnWords;
import io.tenderhub.summary.SummariseSaved;
import io.tenderhub.summary.SummariseTender;
import io.tenderhub.team.FinishTeams;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Who reacts to events, in order: what is derived comes first, then the caches are told, so that an answer loaded after is whole. */
record HubHandlers(List<EventHandler> deriving, List<EventHandler> telling) {

    static HubHandlers of(
            PostgresAdapter postgres,
            MongoAdapter mongo,
            RedisAdapter redis,
            Workbench workbench,
            TopTenders topTenders,
            FinishTeams finishTeams,
            Duration summaryLock,
            Clock clock) {
        SummariseTender summariseTender = new SummariseTender(
                postgres.tenderCatalog(),
                mongo.summaries(),
                workbench.requirements(),
                workbench.tenderSummarizer(),
                redis.locks(),
                summaryLock,
                clock);
        return new HubHandlers(
                List.of(
                        summariseTender,
                        new FingerprintTender(postgres.tenderCatalog(), postgres.fingerprints()),
                        new SummariseSaved(postgres.tenderCatalog(), mongo.summaries(), summariseTender),
                        new ScoreTender(
                                postgres.tenderCatalog(),
                                postgres.profileCatalog(),
                                mongo.scores(),
                                postgres.workspaceFollowers(),
                                workbench.requirements(),
                                workbench.policies().defaultChoice(),
                                clock),
                        new ScoreSaved(
                                postgres.tenderCatalog(),
                                postgres.profileCatalog(),
                                mongo.scores(),
                                postgres.workspaceFollowers(),
                                workbench.requirements(),
                                workbench.policies().defaultChoice(),
                                clock),
                        new RecalculateTeam(
                                postgres.tenderCatalog(),
                                postgres.profileCatalog(),
                                mongo.scores(),
                                postgres.workspaceFollowers(),
                                workbench.requirements(),
                                workbench.policies().defaultChoice(),
                                clock),
                        new LearnWords(postgres.tenderCatalog(), postgres.vocabulary())),
                List.of(
                        // First: what it finds is told by an event of its own, whatever becomes of the rest.
                        new MatchSearches(postgres.unitOfWork(), clock),
                        finishTeams,
                        new InvalidateCaches(redis.cache(), postgres.workspaceFollowers()),
                        new RefreshTopTenders(topTenders),
                        new LogActivities(mongo.activityLog()),
                        new PublishNotifications(redis.notifications())));
    }

    List<EventHandler> all() {
        return Stream.concat(deriving.stream(), telling.stream()).toList();
    }
}
