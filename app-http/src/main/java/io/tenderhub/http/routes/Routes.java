package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.endpoint.Endpoint;
import java.util.List;
import java.util.stream.Stream;

/** Every route there is, in the order the documentation shows them. */
public final class Routes {
    private Routes() {}

    public static List<Endpoint> of(TenderHub hub) {
        return Stream.of(
                        new TenderRoutes(hub).endpoints(),
                        new VersionRoutes(hub.history(), hub.duplicates()).endpoints(),
                        new SearchRoutes(hub).endpoints(),
                        new AccountRoutes(hub).endpoints(),
                        new PlanRoutes(hub).endpoints(),
                        new TeamRoutes(hub).endpoints(),
                        new MemberRoutes(hub).endpoints(),
                        new ApiKeyRoutes(hub).endpoints(),
                        new ProfileRoutes(hub).endpoints(),
                        new HistoryRoutes(hub).endpoints(),
                        new OperatorRoutes(hub).endpoints(),
                        new ReleaseRoutes(hub).endpoints(),
                        new SummaryRoutes(hub).endpoints(),
                        new ReadinessRoutes(hub).endpoints(),
                        new WorkspaceRoutes(hub.workspaces()).endpoints(),
                        new TaskRoutes(hub.workspaces()).endpoints(),
                        new AnalyticsRoutes(hub.spendAnalytics(), hub.popularTenders()).endpoints(),
                        new TeamAnalyticsRoutes(hub.teamAnalytics()).endpoints(),
                        new SavedSearchRoutes(hub.savedSearches()).endpoints(),
                        new OutboxRoutes(hub).endpoints(),
                        new OperationRoutes(hub).endpoints(),
                        new LiveRoutes(hub).endpoints(),
                        new HealthRoutes(hub).endpoints())
                .flatMap(List::stream)
                .toList();
    }
}
