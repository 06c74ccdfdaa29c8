package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * When a score is made, and what the team has done for this bid so far.
 *
 * @param briefingAttended the team has marked that it attended the compulsory briefing
 */
public record BidSituation(Instant now, boolean briefingAttended) {
    public BidSituation {
        requireNonNull(now);
    }
}
