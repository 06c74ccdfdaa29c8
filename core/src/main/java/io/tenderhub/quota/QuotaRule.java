package io.tenderhub.quota;

import static java.util.Objects.requireNonNull;

/**
 * How often something may be done.
 *
 * @param most 0 or more
 */
public record QuotaRule(int most, QuotaPeriod per) {
    public QuotaRule {
        requireNonNull(per);
        if (most < 0) {
            throw new IllegalArgumentException("a quota is not below zero, such as " + most);
        }
    }
}
