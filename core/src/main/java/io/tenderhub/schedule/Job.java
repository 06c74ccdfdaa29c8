package io.tenderhub.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Work with a name and its times.
 *
 * @param name by which all nodes know it; 1 to 50 of {@code a-z 0-9 -}, beginning with a letter
 * @param description what it does, in a few words
 * @param work does it and says in one line what was done. It may be interrupted and begun again, on another node too, so
 *     doing it twice must do no harm; an exception means that it failed
 */
public record Job(String name, String description, Timing timing, Supplier<String> work) {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    public Job {
        if (!name.matches("[a-z][a-z0-9-]{0,49}")) {
            throw new IllegalArgumentException(
                    "a job's name is 1 to 50 of a-z, 0-9 and -, beginning with a letter, not '" + name + "'");
        }
        requireNonNull(description);
        requireNonNull(timing);
        requireNonNull(work);
    }

    /**
     * When a run that failed is tried again: after 1, 2, 4 … minutes up to an hour, and no later than the job is due anyway.
     *
     * @param failuresBefore in a row, this one not counted
     */
    public Instant nextAttempt(Instant failedAt, int failuresBefore) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresBefore, 10));
        Instant again = failedAt.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        Instant due = timing.next(failedAt);
        return again.isBefore(due) ? again : due;
    }
}
