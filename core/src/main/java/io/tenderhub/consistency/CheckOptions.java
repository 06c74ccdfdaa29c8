package io.tenderhub.consistency;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a check is done.
 *
 * @param pageSize tenders that are looked at together, 1 or more; memory grows with it and with nothing else
 * @param limit at most so many tenders in this run, 1 or more; a later run may go on behind them
 * @param since only tenders that changed at this instant or later; documents without a tender are not looked for then
 * @param resume goes on where the last run with the same kind of {@code since} was ended, if it did not come to its end
 * @param repair puts right what can be, after it was found
 * @param grace what changed within this time is not expected to be handled yet
 * @param patience how long an event may wait
 */
public record CheckOptions(
        int pageSize,
        Optional<Long> limit,
        Optional<Instant> since,
        boolean resume,
        boolean repair,
        Duration grace,
        Duration patience) {
    /** Everything from the beginning, repairing nothing. */
    public static final CheckOptions DEFAULT = new CheckOptions(
            1_000, Optional.empty(), Optional.empty(), false, false, Duration.ofMinutes(2), Duration.ofHours(1));

    public CheckOptions {
        requireNonNull(since);
        if (pageSize < 1 || limit.filter(most -> most < 1).isPresent()) {
            throw new IllegalArgumentException("a check looks at one tender at least");
        }
        if (grace.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException("the grace and patience of a check are not below zero");
        }
    }

    public CheckOptions withPageSize(int value) {
        return new CheckOptions(value, limit, since, resume, repair, grace, patience);
    }

    public CheckOptions withLimit(long value) {
        return new CheckOptions(pageSize, Optional.of(value), since, resume, repair, grace, patience);
    }

    public CheckOptions withSince(Instant value) {
        return new CheckOptions(pageSize, limit, Optional.of(value), resume, repair, grace, patience);
    }

    public CheckOptions resuming() {
        return new CheckOptions(pageSize, limit, since, true, repair, grace, patience);
    }

    public CheckOptions repairing() {
        return new CheckOptions(pageSize, limit, since, resume, true, grace, patience);
    }
}
