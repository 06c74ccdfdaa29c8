package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Tender;

/** Says by which policy a tender is judged. Thread-safe. */
@FunctionalInterface
public interface PolicyChoice {
    Policy forTender(Tender tender);

    static PolicyChoice always(Policy policy) {
        requireNonNull(policy);
        return tender -> policy;
    }
}
