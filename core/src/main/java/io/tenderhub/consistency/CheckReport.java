package io.tenderhub.consistency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check came to.
 *
 * @param tenders that were looked at
 * @param teams whose scores were looked at
 * @param counts findings of each kind, in the order of the kinds; a kind of which there are none is left out
 * @param examples the first few of each kind
 * @param waiting what would be found, had it not an event that waits to be handled: no inconsistency
 * @param eventsRaised to repair
 * @param documentsDeleted to repair
 * @param answersEnded cached ones, to repair
 * @param repaired whether this run was to repair
 * @param stoppedAt behind which tender the next run goes on; empty if the check came to its end
 */
public record CheckReport(
        long tenders,
        long teams,
        Map<FindingKind, Long> counts,
        List<Finding> examples,
        long waiting,
        long eventsRaised,
        long documentsDeleted,
        long answersEnded,
        boolean repaired,
        Optional<String> stoppedAt) {
    public CheckReport {
        counts = Collections.unmodifiableMap(
                counts.isEmpty() ? new EnumMap<>(FindingKind.class) : new EnumMap<>(counts));
        examples = List.copyOf(examples);
    }

    /** How many findings there are. */
    public long findings() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Findings that nothing was done about. */
    public long unrepaired() {
        return counts.entrySet().stream()
                .filter(count -> !repaired || !count.getKey().isRepairable())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The examples of one kind. */
    public List<Finding> examplesOf(FindingKind kind) {
        List<Finding> ofThisKind = new ArrayList<>(examples);
        ofThisKind.removeIf(finding -> finding.kind() != kind);
        return List.copyOf(ofThisKind);
    }
}
