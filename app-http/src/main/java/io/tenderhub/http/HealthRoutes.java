package io.tenderhub.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tenderhub.bootstrap.StoreHealth;
import io.tenderhub.bootstrap.TenderHub;
import java.util.List;

/** Whether the service runs, and whether it can do its work. */
final class HealthRoutes {
    private final TenderHub hub;

    HealthRoutes(TenderHub hub) {
        this.hub = hub;
    }

    void register(RoutesConfig routes) {
        routes.get(
                "/health/live",
                ctx -> Answers.json(ctx, json -> {
                    json.writeStartObject();
                    json.writeStringField("status", "healthy");
                    json.writeEndObject();
                }));
        routes.get("/health/ready", this::ready);
    }

    /** Ready as long as the truth answers; without the other stores only degraded. */
    private void ready(Context ctx) {
        List<StoreHealth> stores = hub.health();
        boolean truth = stores.stream().filter(StoreHealth::holdsTheTruth).allMatch(StoreHealth::up);
        boolean all = stores.stream().allMatch(StoreHealth::up);
        ctx.status(truth ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        Answers.json(ctx, json -> {
            json.writeStartObject();
            json.writeStringField("status", truth ? (all ? "healthy" : "degraded") : "down");
            json.writeObjectFieldStart("stores");
            for (StoreHealth store : stores) {
                json.writeStringField(store.name(), store.up() ? "up" : "down");
            }
            json.writeEndObject();
            json.writeObjectFieldStart("breakers");
            for (StoreHealth store : stores) {
                if (!store.holdsTheTruth()) {
                    json.writeStringField(store.name(), store.breaker().code());
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
