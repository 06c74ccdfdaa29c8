package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A workspace at a glance.
 *
 * @param byStatus a line for every status, in the order of the statuses
 * @param closingSoon interested and pending entries whose tenders close within {@link #SOON_DAYS} days, soonest first
 * @param complete false if the scores could not be read just now: there are no averages then
 */
public record Dashboard(List<OfStatus> byStatus, List<Standing> closingSoon, boolean complete) {
    /** How many days are soon. */
    public static final int SOON_DAYS = 7;

    /**
     * The entries of one status.
     *
     * @param averageScore in points, 0–100, of those that are scored; absent where none is
     */
    public record OfStatus(WorkspaceStatus status, int count, Optional<Double> averageScore) {
        public OfStatus {
            requireNonNull(status);
            requireNonNull(averageScore);
        }
    }

    public Dashboard {
        byStatus = List.copyOf(byStatus);
        closingSoon = List.copyOf(closingSoon);
    }
}
