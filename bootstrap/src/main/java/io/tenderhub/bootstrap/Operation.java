package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

import io.tenderhub.consistency.CheckReport;
import io.tenderhub.consistency.RebuildResult;
import java.time.Instant;
import java.util.Optional;

/**
 * Long work, and how it stands.
 *
 * @param id names it until it is forgotten
 * @param kind {@code check}, {@code rebuild}, or {@code job} and a job's name
 * @param ended when it came to its end, in whatever way
 * @param report of a check that has come to its end
 * @param rebuilt what a rebuild has done so far, or in all
 * @param said what a job did, or why the work failed, in one line
 */
public record Operation(
        String id,
        String kind,
        State state,
        Instant started,
        Optional<Instant> ended,
        Optional<CheckReport> report,
        Optional<RebuildResult> rebuilt,
        Optional<String> said) {
    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public Operation {
        requireNonNull(id);
        requireNonNull(kind);
        requireNonNull(state);
        requireNonNull(started);
        requireNonNull(ended);
        requireNonNull(report);
        requireNonNull(rebuilt);
        requireNonNull(said);
    }

    static Operation begun(String id, String kind, Instant at) {
        return new Operation(
                id, kind, State.RUNNING, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Operation withReport(CheckReport value) {
        return new Operation(id, kind, state, started, ended, Optional.of(value), rebuilt, said);
    }

    Operation withRebuilt(RebuildResult value) {
        return new Operation(id, kind, state, started, ended, report, Optional.of(value), said);
    }

    Operation saying(String line) {
        return new Operation(id, kind, state, started, ended, report, rebuilt, Optional.of(line));
    }

    Operation ended(State how, Instant at) {
        return new Operation(id, kind, how, started, Optional.of(at), report, rebuilt, said);
    }
}
