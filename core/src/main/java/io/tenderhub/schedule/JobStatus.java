package io.tenderhub.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How a job stands in the whole cluster.
 *
 * @param next when it is due; absent until a scheduler was started
 * @param consecutiveFailures since the last success
 * @param running on some node, now
 */
public record JobStatus(
        String name,
        String description,
        Optional<Instant> next,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        int consecutiveFailures,
        boolean running) {
    public JobStatus {
        requireNonNull(name);
        requireNonNull(description);
        requireNonNull(next);
        requireNonNull(lastSuccess);
        requireNonNull(lastFailure);
    }
}
