package io.tenderhub.benchmarks.judgements;

import io.tenderhub.tender.SearchMode;
import java.util.List;
import java.util.Map;

/**
 * What was found for one query.
 *
 * @param rankings the ocids found, best first, by each way of searching there is
 */
record Outcome(JudgedQuery query, Map<SearchMode, List<String>> rankings) {
    static final int SEEN = 10;
    static final int DEPTH = 20;

    double ndcg(SearchMode mode) {
        return Measures.ndcg(rankings.get(mode), query.grades(), SEEN);
    }

    double recall(SearchMode mode) {
        return Measures.recall(rankings.get(mode), query.grades(), DEPTH);
    }

    double judged(SearchMode mode) {
        return Measures.judged(rankings.get(mode), query.grades(), SEEN);
    }
}
