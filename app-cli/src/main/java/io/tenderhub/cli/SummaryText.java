package io.tenderhub.cli;

import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Facts;
import io.tenderhub.summary.TenderSummary;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** A summary for people. */
final class SummaryText {
    private static final int WIDTH = 110;

    private SummaryText() {}

    static String of(String heading, TenderSummary summary) {
        StringJoiner text = new StringJoiner("\n");
        text.add(TextTable.cut(heading, WIDTH));
        facts(summary.facts()).forEach(fact -> text.add("  " + fact));
        digest(text, summary.digest());
        return text.add("").toString();
    }

    /** Of a document, of which no facts are known by fixed fields. */
    static String of(String heading, Digest digest) {
        StringJoiner text = new StringJoiner("\n");
        text.add(TextTable.cut(heading, WIDTH));
        digest(text, digest);
        return text.add("").toString();
    }

    private static void digest(StringJoiner text, Digest digest) {
        if (!digest.text().isEmpty()) {
            text.add("").add(wrap(digest.text(), "")).add("");
        }
        digest.keyPoints().forEach(point -> text.add("  - " + wrap(point, "    ")));
    }

    /** Breaks lines between words; further lines begin with an indent. */
    private static String wrap(String text, String indent) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : text.split("\\s+")) {
            if (column > 0 && column + word.length() >= WIDTH) {
                wrapped.append('\n').append(indent);
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
            }
            wrapped.append(word);
            column += word.length() + 1;
        }
        return wrapped.toString();
    }

    private static List<String> facts(Facts facts) {
        TextTable table = new TextTable("", "");
        row(table, "closing", facts.closing());
        row(table, "briefing", facts.briefing());
        row(table, "CIDB", facts.cidb());
        row(table, "value", facts.value());
        row(table, "place", facts.place());
        row(table, "contact", facts.contact());
        List<String> lines = table.lines();
        return lines.subList(1, lines.size());
    }

    private static void row(TextTable table, String name, Optional<String> fact) {
        fact.ifPresent(text -> table.row(name, text));
    }
}
