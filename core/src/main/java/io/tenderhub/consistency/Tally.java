package io.tenderhub.consistency;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts findings by kind, keeps the first few of each, and hands on all of them. */
final class Tally {
    private static final int EXAMPLES = 5;

    private final Consumer<? super Finding> listener;
    private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, List<Finding>> examples = new EnumMap<>(FindingKind.class);

    Tally(Consumer<? super Finding> listener) {
        this.listener = listener;
    }

    void add(Finding finding) {
        add(finding, 1);
    }

    /** One finding that stands for several. */
    void add(Finding finding, long count) {
        counts.merge(finding.kind(), count, Long::sum);
        List<Finding> known = examples.computeIfAbsent(finding.kind(), unused -> new ArrayList<>());
        if (known.size() < EXAMPLES) {
            known.add(finding);
        }
        listener.accept(finding);
    }

    Map<FindingKind, Long> counts() {
        return counts;
    }

    List<Finding> examples() {
        return examples.values().stream().flatMap(List::stream).toList();
    }
}
