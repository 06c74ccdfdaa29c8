package io.tenderhub.cli;

import io.tenderhub.cli.ScoreOutput.ScoredTender;
import io.tenderhub.readiness.TenderScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The best tenders of each company. What can't be among them is not made into a whole score. */
final class BestScores {
    private final List<Ranking> rankings;

    /**
     * @param each how many are kept of each company
     */
    BestScores(int companies, int each) {
        this.rankings =
                IntStream.range(0, companies).mapToObj(i -> new Ranking(each)).toList();
    }

    /** A score that may be among the best of a company. */
    record Candidate(int company, ScoredTender scored) {}

    /** For any thread. */
    List<Candidate> candidates(TenderScores scores) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            if (rankings.get(i).mayEnter(scores.recommendation(i), scores.points(i))) {
                candidates.add(new Candidate(i, ScoredTender.of(scores, i)));
            }
        }
        return candidates;
    }

    /** Takes those of a tender, in input order. */
    void add(List<Candidate> candidates) {
        candidates.forEach(candidate -> rankings.get(candidate.company()).add(candidate.scored()));
    }

    Ranking of(int company) {
        return rankings.get(company);
    }
}
