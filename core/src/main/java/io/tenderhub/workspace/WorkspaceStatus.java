package io.tenderhub.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How far a team is with a tender. From each status it may go on to some others:
 *
 * <table>
 * <caption>Legal moves</caption>
 * <tr><th>from</th><th>to</th></tr>
 * <tr><td>interested</td><td>pending, submitted, withdrawn</td></tr>
 * <tr><td>pending</td><td>interested, submitted, withdrawn</td></tr>
 * <tr><td>submitted</td><td>pending (handed in too early), won, lost, withdrawn</td></tr>
 * <tr><td>won</td><td>submitted (the award was set aside), lost (it went to another after all)</td></tr>
 * <tr><td>lost</td><td>submitted (the award was set aside), won (it came after all)</td></tr>
 * <tr><td>withdrawn</td><td>interested, pending</td></tr>
 * </table>
 */
public enum WorkspaceStatus {
    /** Worth a look. */
    INTERESTED,
    /** A bid is being prepared. */
    PENDING,
    /** The bid was handed in. */
    SUBMITTED,
    WON,
    LOST,
    /** The team does not bid, or took its bid back. */
    WITHDRAWN;

    /** {@code interested}, {@code pending}, … */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WorkspaceStatus> ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    /** The statuses that may follow. */
    public Set<WorkspaceStatus> next() {
        return switch (this) {
            case INTERESTED -> Set.of(PENDING, SUBMITTED, WITHDRAWN);
            case PENDING -> Set.of(INTERESTED, SUBMITTED, WITHDRAWN);
            case SUBMITTED -> Set.of(PENDING, WON, LOST, WITHDRAWN);
            case WON -> Set.of(SUBMITTED, LOST);
            case LOST -> Set.of(SUBMITTED, WON);
            case WITHDRAWN -> Set.of(INTERESTED, PENDING);
        };
    }

    /** Whether it may be followed by this one; staying as it is is no move and always legal. */
    public boolean canBecome(WorkspaceStatus other) {
        return this == other || next().contains(other);
    }

    /** Whether the bid is still to be handed in. */
    public boolean isOpen() {
        return this == INTERESTED || this == PENDING;
    }
}
