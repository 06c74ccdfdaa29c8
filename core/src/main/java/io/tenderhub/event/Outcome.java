package io.tenderhub.event;

import java.time.Duration;

/** How the handling of one event ended. */
sealed interface Outcome {

    /** The graver of two: a failure counts, whatever else had to wait. */
    static Outcome worse(Outcome one, Outcome other) {
        if (one instanceof Failed first && other instanceof Failed second) {
            return new Failed(first.error() + "; " + second.error());
        }
        if (one instanceof Failed || other instanceof Done) {
            return one;
        }
        return other instanceof Failed || one instanceof Done ? other : one;
    }

    /** Every handler has handled it. */
    record Done() implements Outcome {}

    record Failed(String error) implements Outcome {}

    /**
     * It has to wait, and that is not its fault.
     *
     * @param about how long it may last
     * @param outage whether a store is away, so that others would fare no better
     */
    record Postponed(String reason, Duration about, boolean outage) implements Outcome {}
}
