package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.OcidOrder;
import java.util.Comparator;

/** What a team's score for a tender comes to. */
public record ScorePoints(String ocid, double points) {
    /** Of equal points in {@link OcidOrder}. */
    public static final Comparator<ScorePoints> MOST_FIRST = Comparator.comparingDouble(ScorePoints::points)
            .reversed()
            .thenComparing(ScorePoints::ocid, OcidOrder.INSTANCE);

    public ScorePoints {
        requireNonNull(ocid);
    }
}
