package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A briefing session that is held for bidders.
 *
 * @param compulsory whether a bidder who missed it is disqualified
 * @param date when, where published
 * @param venue where, where published
 */
public record Briefing(boolean compulsory, Optional<Instant> date, Optional<String> venue) {
    public Briefing {
        requireNonNull(date);
        requireNonNull(venue);
    }
}
