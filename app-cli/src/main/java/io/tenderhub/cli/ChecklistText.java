package io.tenderhub.cli;

import io.tenderhub.readiness.ChecklistLine;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.ReadinessScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A readiness score for people: the advice, the checklist with reasons, what stands in the way. */
final class ChecklistText {
    private ChecklistText() {}

    static List<String> lines(ReadinessScore score) {
        List<String> lines = new ArrayList<>();
        lines.add(ScoreOutput.points(score) + " of 100: "
                + score.recommendation().words() + ". " + score.recommendationReason());
        TextTable table = new TextTable("CRITERION", "POINTS", "", "WHY");
        for (ChecklistLine line : score.checklist()) {
            table.row(
                    line.criterion(),
                    BigDecimal.valueOf(line.points()).stripTrailingZeros().toPlainString() + "/" + line.weight(),
                    line.outcome().code(),
                    line.reason());
        }
        table.lines().forEach(line -> lines.add("  " + line));
        notes(lines, "Stands in the way:", score.blockers());
        notes(lines, "Can still be mended:", score.fixable());
        return lines;
    }

    private static void notes(List<String> lines, String title, List<Note> notes) {
        if (!notes.isEmpty()) {
            lines.add(title);
            notes.forEach(note -> lines.add("  - " + note.message()));
        }
    }
}
