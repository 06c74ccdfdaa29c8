package io.tenderhub.cli;

import io.tenderhub.consistency.CheckReport;
import io.tenderhub.consistency.Finding;
import io.tenderhub.consistency.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a check came to, for people. */
final class CheckText {
    private CheckText() {}

    static List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d tenders, %,d teams with a profile: %,d findings",
                report.tenders(),
                report.teams(),
                report.findings()));
        report.counts().forEach((kind, count) -> {
            lines.add(String.format(Locale.ROOT, "%,9d %s", count, kind.meaning()));
            examples(report, kind, count).forEach(lines::add);
        });
        if (report.waiting() > 0) {
            lines.add(String.format(
                    Locale.ROOT, "%,9d more are about to be put right: their event waits", report.waiting()));
        }
        if (report.repaired()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "repair: %,d events raised again, %,d documents deleted, %,d cached answers ended",
                    report.eventsRaised(),
                    report.documentsDeleted(),
                    report.answersEnded()));
        }
        report.stoppedAt().ifPresent(ocid -> lines.add("stopped behind " + ocid + "; go on with --resume"));
        return lines;
    }

    private static List<String> examples(CheckReport report, FindingKind kind, long count) {
        List<String> lines = new ArrayList<>();
        List<Finding> examples = report.examplesOf(kind);
        for (Finding finding : examples) {
            String whose = finding.team()
                    .map(team -> team.value())
                    .filter(team -> !team.equals(finding.subject()))
                    .map(team -> " (" + team + ")")
                    .orElse("");
            lines.add("          " + finding.subject() + whose + ": " + finding.detail());
        }
        if (count > examples.size() && kind.isRepairable()) {
            lines.add("          …");
        }
        return lines;
    }
}
