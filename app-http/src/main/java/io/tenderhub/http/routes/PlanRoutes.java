package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.json.PlansJson;
import java.util.List;

/** What teams can have. */
final class PlanRoutes {
    private final TenderHub hub;

    PlanRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/v1/plans")
                .tag("Teams")
                .id("listPlans")
                .summary("List the plans that teams can have")
                .description("A new team has the first; who runs the hub gives it another.")
                .answers(200, "The plans, with their limits", PlansJson.SHAPE)
                .handledBy(request -> Reply.ok(json -> PlansJson.write(json, hub.plans()))));
    }
}
