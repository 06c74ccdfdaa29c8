package io.tenderhub.cli;

import io.tenderhub.json.ScoreLines;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.TenderScores;
import io.tenderhub.tender.Tender;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How scores are printed. */
enum ScoreOutput {
    /** For people: the best first. */
    TABLE {
        @Override
        void write(ScoreLines.Page page, Optional<String> profile, ScoredTender scored) {
            throw new IllegalStateException("a table is printed as a whole");
        }
    },
    CSV {
        @Override
        Optional<String> firstLine(boolean profiles) {
            return Optional.of((profiles ? "profile," : "") + ScoreLines.COLUMNS);
        }

        @Override
        void write(ScoreLines.Page page, Optional<String> profile, ScoredTender scored) {
            page.csv(profile, scored.score(), scored.heading(), scored.closesAt());
        }
    },
    JSONL {
        @Override
        void write(ScoreLines.Page page, Optional<String> profile, ScoredTender scored) {
            page.json(profile, scored.score());
        }
    };

    /**
     * What stands before all scores.
     *
     * @param profiles whether each line tells whose score it is
     */
    Optional<String> firstLine(boolean profiles) {
        return Optional.empty();
    }

    abstract void write(ScoreLines.Page page, Optional<String> profile, ScoredTender scored);

    /** A score with what a list shows of its tender. */
    record ScoredTender(ReadinessScore score, String heading, Optional<Instant> closesAt) {
        static ScoredTender of(ReadinessScore score, Tender tender) {
            return new ScoredTender(score, tender.heading(), tender.closesAt());
        }

        static ScoredTender of(TenderScores scores, int company) {
            return new ScoredTender(
                    scores.score(company), scores.heading(), scores.tender().closesAt());
        }
    }

    static List<String> table(List<ScoredTender> ranked) {
        TextTable table = new TextTable("#", "SCORE", "RECOMMENDATION", "CLOSES", "OCID", "TENDER");
        int rank = 1;
        for (ScoredTender scored : ranked) {
            String closes = scored.closesAt().map(Instant::toString).orElse("");
            table.row(
                    String.valueOf(rank++),
                    points(scored.score()),
                    scored.score().recommendation().words(),
                    closes.isEmpty() ? "not stated" : closes.substring(0, Math.min(10, closes.length())),
                    scored.score().ocid(),
                    TextTable.cut(scored.heading(), 70));
        }
        return table.lines();
    }

    /** Points as people write them: {@code 87} or {@code 87.5}. */
    static String points(ReadinessScore score) {
        return BigDecimal.valueOf(score.points()).stripTrailingZeros().toPlainString();
    }
}
