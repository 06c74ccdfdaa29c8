package io.tenderhub.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An event as an operator sees it. In texts, because one that can't be decoded must be seen as well.
 *
 * @param type as stored, such as {@code tender.created}
 * @param team whose it is; empty for what is public
 * @param payload JSON
 * @param attempts how often it was begun
 * @param nextAttemptAt when it is due; of no meaning once it is published or parked
 * @param leasedUntil how long a worker holds it; empty if none does
 * @param lastError why it failed last
 */
public record OutboxEntry(
        long id,
        String type,
        String aggregateId,
        Optional<String> team,
        String payload,
        State state,
        Instant raisedAt,
        int attempts,
        Instant nextAttemptAt,
        Optional<Instant> leasedUntil,
        Optional<String> lastError) {
    public OutboxEntry {
        requireNonNull(type);
        requireNonNull(aggregateId);
        requireNonNull(team);
        requireNonNull(payload);
        requireNonNull(state);
        requireNonNull(raisedAt);
        requireNonNull(nextAttemptAt);
        requireNonNull(leasedUntil);
        requireNonNull(lastError);
    }

    /** What has become of an event. */
    public enum State {
        WAITING,
        PARKED,
        PUBLISHED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst();
        }
    }
}
