package io.tenderhub.quota;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How a quota stands.
 *
 * @param granted whether what was asked for may be done, and was counted
 * @param used how often it was done in this period, this time included; what was refused is not counted
 * @param most how often it may be
 * @param resetsAt when the next period begins
 */
public record QuotaUse(boolean granted, int used, int most, Instant resetsAt) {
    public QuotaUse {
        requireNonNull(resetsAt);
    }
}
