package io.tenderhub.http.routes;

import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.operation.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Figures, for who collects them. */
final class MetricsRoutes {
    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final boolean open;

    /** @param open whether everybody may look; else only who runs the hub */
    MetricsRoutes(Metrics metrics, boolean open) {
        this.metrics = metrics;
        this.open = open;
    }

    List<Endpoint> endpoints() {
        EndpointBuilder endpoint = Endpoint.get("/metrics")
                .tag("Health")
                .id("readMetrics")
                .summary("Figures of this process, in Prometheus' text format");
        return List.of((open ? endpoint : endpoint.forOperator())
                .answersText(200, "The figures", "text/plain")
                .handledBy(
                        request -> Reply.bytes(200, MEDIA_TYPE, metrics.text().getBytes(StandardCharsets.UTF_8))));
    }
}
