package io.tenderhub.semantic;

import io.tenderhub.semantic.RankedTenders.RankedTender;
import io.tenderhub.tender.Highlight;
import io.tenderhub.tender.OcidOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks together what several searches found: each gives a tender its weight divided by {@value #K} and the place it found it at. By
 * Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009, who found
 * that this K serves most.
 */
final class ReciprocalRanks {
    static final int K = 60;

    private static final Comparator<RankedTender> ORDER = Comparator.comparingDouble(RankedTender::score)
            .reversed()
            .thenComparing(RankedTender::ocid, OcidOrder.INSTANCE);

    private final Map<String, Double> scores = new HashMap<>();
    private final Map<String, List<Highlight>> highlights = new HashMap<>();

    /** @param ocids what a search found, the best first */
    void add(double weight, List<String> ocids) {
        for (int i = 0; i < ocids.size(); i++) {
            scores.merge(ocids.get(i), weight / (K + i + 1), Double::sum);
        }
    }

    /** The first that are given for a tender stay. */
    void highlight(String ocid, List<Highlight> where) {
        highlights.putIfAbsent(ocid, where);
    }

    RankedTenders ranked(int most) {
        return new RankedTenders(scores.entrySet().stream()
                .map(entry -> new RankedTender(
                        entry.getKey(), entry.getValue(), highlights.getOrDefault(entry.getKey(), List.of())))
                .sorted(ORDER)
                .limit(most)
                .toList());
    }
}
