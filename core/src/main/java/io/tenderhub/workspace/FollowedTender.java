package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a team's list: an entry and its tender.
 *
 * @param status the one that leaves most to do where it is disputed
 * @param conflicted whether a field of the entry is disputed
 * @param attended whether the team was at the briefing
 * @param openTasks how many tasks are not done
 * @param version of the entry
 * @param tender absent if the tender has gone since it was saved
 */
public record FollowedTender(
        String ocid,
        WorkspaceStatus status,
        boolean conflicted,
        boolean attended,
        int openTasks,
        Stamp changed,
        long version,
        Optional<Heading> tender) {
    public FollowedTender {
        requireNonNull(ocid);
        requireNonNull(status);
        requireNonNull(changed);
        requireNonNull(tender);
    }

    /**
     * What the list tells of a tender.
     *
     * @param heading never blank
     * @param status OCDS code, or the publisher's own
     */
    public record Heading(
            String heading,
            Optional<String> buyer,
            Optional<String> status,
            Optional<Money> value,
            Optional<Instant> closesAt) {
        public Heading {
            requireNonNull(heading);
            requireNonNull(buyer);
            requireNonNull(status);
            requireNonNull(value);
            requireNonNull(closesAt);
        }
    }

    /** When the tender closes, where published. */
    public Optional<Instant> closesAt() {
        return tender.flatMap(Heading::closesAt);
    }
}
