package io.tenderhub.cli;

import io.tenderhub.json.Csv;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.ScoreJson;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.tender.Tender;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** How scores are printed. */
enum ScoreOutput {
    /** For people: the best first. */
    TABLE {
        @Override
        void begin(Terminal terminal) {}

        @Override
        String line(ScoredTender scored) {
            throw new IllegalStateException("a table is printed as a whole");
        }
    },
    CSV {
        @Override
        void begin(Terminal terminal) {
            terminal.print(
                    "ocid,tenderId,score,recommendation,recommendationReason,blockers,fixable,closesAt,heading,policy,policyVersion,generatedAt");
        }

        @Override
        String line(ScoredTender scored) {
            ReadinessScore score = scored.score();
            return Csv.line(
                    score.ocid(),
                    score.tenderId(),
                    points(score),
                    score.recommendation().words(),
                    score.recommendationReason(),
                    messages(score.blockers()),
                    messages(score.fixable()),
                    scored.closesAt(),
                    scored.heading(),
                    score.policy(),
                    score.policyVersion(),
                    score.generatedAt().toString());
        }
    },
    JSONL {
        @Override
        void begin(Terminal terminal) {}

        @Override
        String line(ScoredTender scored) {
            return JsonText.line(json -> ScoreJson.write(json, scored.score()));
        }
    };

    abstract void begin(Terminal terminal);

    abstract String line(ScoredTender scored);

    /** A score with what a list shows of its tender. */
    record ScoredTender(ReadinessScore score, String heading, String closesAt) {
        static ScoredTender of(ReadinessScore score, Tender tender) {
            return new ScoredTender(
                    score,
                    tender.heading(),
                    tender.closesAt().map(Instant::toString).orElse(""));
        }
    }

    static List<String> table(List<ScoredTender> ranked) {
        TextTable table = new TextTable("#", "SCORE", "RECOMMENDATION", "CLOSES", "OCID", "TENDER");
        int rank = 1;
        for (ScoredTender scored : ranked) {
            String closes = scored.closesAt();
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

    private static String messages(List<Note> notes) {
        return notes.stream().map(Note::message).collect(Collectors.joining("; "));
    }
}
