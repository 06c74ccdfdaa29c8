package io.tenderhub.http.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.bootstrap.HealthState;
import io.tenderhub.bootstrap.StoreHealth;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.ObjectShape;
import io.tenderhub.json.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether the service runs, whether it can do its work, and figures of how it does it. */
final class HealthRoutes {
    private static final Shape STATUS = Shape.text().oneOf("healthy", "degraded", "down", "stopping");
    private static final ObjectShape LIVE = Shape.object("Liveness").with("status", STATUS);
    private static final ObjectShape READY = Shape.object("Serviceability")
            .with("status", STATUS)
            .with("stores", Shape.map(Shape.text().withExample("up")).described("up or down, by store"))
            .with(
                    "breakers",
                    Shape.map(Shape.text().withExample("closed")).described("closed, open or half-open, by store"));

    private static final String FIGURES = "text/plain; version=0.0.4; charset=utf-8";

    private final TenderHub hub;

    HealthRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.get("/health/live"), "isLive", "Whether the service runs")
                        .answers(200, "It does", LIVE)
                        .handledBy(request -> Reply.ok(HealthRoutes::live)),
                tagged(Endpoint.get("/health/ready"), "isReady", "Whether the service can do its work")
                        .description(
                                "It can as long as the store of the truth answers; without the others it is degraded.")
                        .answers(200, "It can", READY)
                        .answers(503, "It can't", READY)
                        .handledBy(this::ready),
                perhapsForOperator(tagged(
                                Endpoint.get("/health/databases"), "readDatabasesHealth", "How each database fares"))
                        .description("Asks all of them at the same time, and waits two seconds at most.")
                        .answers(200, "The service can do its work, or a part of it", DatabaseHealth.SHAPE)
                        .answers(503, "It can't", DatabaseHealth.SHAPE)
                        .handledBy(this::databases),
                perhapsForOperator(tagged(
                                Endpoint.get("/metrics"),
                                "readMetrics",
                                "Figures of this process, in Prometheus' text format"))
                        .answersText(200, "The figures", "text/plain")
                        .handledBy(this::figures));
    }

    /** As it is configured: for everybody, or for whoever runs the hub alone. */
    private EndpointBuilder perhapsForOperator(EndpointBuilder endpoint) {
        return hub.configuration().http().operationsOpen() ? endpoint : endpoint.forOperator();
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Health").id(id).summary(summary);
    }

    private static void live(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", "healthy");
        json.writeEndObject();
    }

    private Reply ready(Request request) {
        List<StoreHealth> stores = hub.health();
        boolean truth = stores.stream().filter(StoreHealth::holdsTheTruth).allMatch(StoreHealth::up);
        boolean all = stores.stream().allMatch(StoreHealth::up);
        return Reply.json(truth ? 200 : 503, json -> {
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

    private Reply databases(Request request) {
        List<StoreHealth> stores = hub.health();
        int status = HealthState.of(stores) == HealthState.DOWN ? 503 : 200;
        return Reply.json(status, DatabaseHealth.of(stores));
    }

    private Reply figures(Request request) {
        return Reply.bytes(200, FIGURES, hub.metrics().text().getBytes(StandardCharsets.UTF_8));
    }
}
