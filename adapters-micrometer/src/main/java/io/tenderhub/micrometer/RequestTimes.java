package io.tenderhub.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenderhub.operation.RequestJournal;
import java.time.Duration;
import java.util.Set;

/** How requests were answered. */
final class RequestTimes implements RequestJournal {
    /** A client may call a method whatever it likes. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Times requests;

    RequestTimes(MeterRegistry registry) {
        this.requests = new Times(
                registry, "tenderhub.http.requests", "Requests that were answered.", "method", "route", "status");
    }

    @Override
    public void answered(String method, String route, int status, Duration took) {
        requests.record(took, METHODS.contains(method) ? method : "OTHER", route, Integer.toString(status));
    }
}
