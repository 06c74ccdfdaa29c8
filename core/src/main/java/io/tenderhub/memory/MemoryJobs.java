package io.tenderhub.memory;

import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the jobs stand, for all schedulers of one hub. */
final class MemoryJobs {
    private final Clock clock;
    private final Map<String, JobStatus> statuses = new HashMap<>();

    MemoryJobs(Clock clock) {
        this.clock = clock;
    }

    synchronized JobStatus status(Job job) {
        JobStatus known = statuses.get(job.name());
        return known == null
                ? status(job, Optional.empty(), Optional.empty(), Optional.empty(), 0, false)
                : status(
                        job,
                        known.next(),
                        known.lastSuccess(),
                        known.lastFailure(),
                        known.consecutiveFailures(),
                        known.running());
    }

    synchronized void register(Job job) {
        JobStatus status = status(job);
        Instant next = job.timing().next(clock.instant());
        put(at(status, status.next().filter(known -> known.isBefore(next)).orElse(next), status.running()));
    }

    /** Takes a job that nobody holds, and that is due if it has to be. */
    synchronized boolean pick(Job job, boolean onlyIfDue) {
        JobStatus status = status(job);
        if (status.running() || onlyIfDue && !isDue(status)) {
            return false;
        }
        put(at(status, status.next().orElseThrow(), true));
        return true;
    }

    synchronized void succeeded(Job job) {
        JobStatus status = status(job);
        Instant now = clock.instant();
        Instant next = isDue(status) ? job.timing().next(now) : status.next().orElseThrow();
        put(status(job, Optional.of(next), Optional.of(now), status.lastFailure(), 0, false));
    }

    synchronized void failed(Job job, boolean wasDue) {
        JobStatus status = status(job);
        Instant now = clock.instant();
        int before = status.consecutiveFailures();
        Instant next = wasDue ? job.nextAttempt(now, before) : status.next().orElseThrow();
        put(status(job, Optional.of(next), status.lastSuccess(), Optional.of(now), before + 1, false));
    }

    private boolean isDue(JobStatus status) {
        return status.next().filter(next -> !next.isAfter(clock.instant())).isPresent();
    }

    private void put(JobStatus status) {
        statuses.put(status.name(), status);
    }

    private static JobStatus at(JobStatus status, Instant next, boolean running) {
        return new JobStatus(
                status.name(),
                status.description(),
                Optional.of(next),
                status.lastSuccess(),
                status.lastFailure(),
                status.consecutiveFailures(),
                running);
    }

    private static JobStatus status(
            Job job,
            Optional<Instant> next,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastFailure,
            int consecutiveFailures,
            boolean running) {
        return new JobStatus(
                job.name(), job.description(), next, lastSuccess, lastFailure, consecutiveFailures, running);
    }
}
